package org.kepu.access.people;

import org.jspecify.annotations.Nullable;
import org.kepu.access.Role;
import org.kepu.shared.RegionCode;

/** What somebody looks for in the list of people. */
public record PeopleSearch(
        String words, @Nullable Role role, @Nullable RegionCode region, Only only) {

    public PeopleSearch {
        words = words.strip();
    }

    /** Which accounts. */
    public enum Only {
        OPEN,
        /** A role ends within thirty days. */
        ENDING,
        /** No role now. */
        NONE,
        INVITED,
        CLOSED;

        /** The key of the choice's name on screen. */
        public String messageKey() {
            return "access.people.only." + name();
        }
    }
}
