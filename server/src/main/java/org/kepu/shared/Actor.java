package org.kepu.shared;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting, as the audit trail will name them.
 *
 * @param account the account's identity, which stays when the name changes
 * @param kind what sort of account
 * @param name the name shown to others
 * @param represented the account in whose place they act (代理), if they do
 * @param address the network address the request came from; empty for the program itself
 */
public record Actor(
        UUID account, Kind kind, String name, @Nullable UUID represented, String address) implements Serializable {

    private static final UUID NOBODY = new UUID(0, 0);

    public enum Kind {
        STAFF,
        CITIZEN,
        /** Another system, by a token. */
        SERVICE,
        /** The platform itself: its command line and its jobs. */
        PROGRAM
    }

    public Actor {
        requireNonNull(account, "account");
    }

    /** The platform itself, by the name of the job or command. */
    public static Actor program(String job) {
        return new Actor(NOBODY, Kind.PROGRAM, job, null, "");
    }

    /** The same, coming from this network address. */
    public Actor from(String network) {
        return new Actor(account, kind, name, represented, network);
    }

    /** The same, acting in the place of another account. */
    public Actor inPlaceOf(UUID other) {
        return new Actor(account, kind, name, other, address);
    }

    /** The name stays out of logs. */
    @Override
    public String toString() {
        return "Actor[" + kind + " " + account + "]";
    }
}
