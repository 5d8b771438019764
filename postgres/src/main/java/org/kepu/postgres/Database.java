package org.kepu.postgres;

/** Where a database is and how to sign in to it. */
public record Database(String jdbcUrl, String user, String password) {
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
