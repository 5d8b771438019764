package org.kepu.page;

/** Whoever is signed in, as the pages address them. The principal of a session implements it. */
public interface Reader {

    /** The attribute of a request that tells the name of the person for whom the reader acts in it. */
    String IN_PLACE_OF = "kepu.in-place-of";

    /** The name at the top of the desk. */
    String displayName();
}
