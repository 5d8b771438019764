package org.kepu.people.team;

import org.jspecify.annotations.Nullable;

/** What became of wanting to volunteer. */
public sealed interface Joined {

    /**
     * The team is asked, or has taken them in; who asks is told the same whether they were known or not.
     *
     * @param code by which a new volunteer opens the own page, where no message can bring it; otherwise null
     */
    record Done(@Nullable String code) implements Joined {}

    /** Whom a team enters is in already. */
    record Already() implements Joined {}

    /** The team takes nobody. */
    record NotOpen() implements Joined {}

    /** This number was given too often. */
    record TooOften() implements Joined {}

    /** Another name is on record with this number. */
    record OtherName() implements Joined {}
}
