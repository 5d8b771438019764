package org.kepu.people.team;

import org.jspecify.annotations.Nullable;

/** What became of wanting to volunteer. */
public sealed interface Joined {

    /**
     * The team is asked, or has taken them in.
     *
     * @param code by which a new volunteer opens the own page; null for one whom the platform knows
     */
    record Done(@Nullable String code) implements Joined {}

    /** They have asked before, or are in already. */
    record Already() implements Joined {}

    /** The team takes nobody. */
    record NotOpen() implements Joined {}
}
