package org.kepu.page;

/** Whoever is signed in, as the pages address them. The principal of a session implements it. */
public interface Reader {

    /** The name at the top of the desk. */
    String displayName();
}
