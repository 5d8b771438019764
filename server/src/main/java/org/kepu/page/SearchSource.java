package org.kepu.page;

import java.util.List;

/** A module whose things can be found. Beans of this type answer the search of the portal, one group each. */
public interface SearchSource {

    /** The heading of the group: a key of the module's bundle. */
    String label();

    /** The best hits that the public may read, the best first. */
    List<Hit> find(String words, int limit);
}
