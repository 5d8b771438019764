package org.kepu.postgres;

/**
 * The two ways to sign in to one database.
 *
 * @param owner owns the schemas and changes their tables; used at the start, and by those who keep the database
 * @param application may do with rows what the owner has granted, and nothing with tables; used by the program
 */
public record Logins(Database owner, Database application) {

    /** Whether these are two roles; on a server that someone else runs, one may have to do for both. */
    public boolean apart() {
        return !owner.user().equals(application.user());
    }
}
