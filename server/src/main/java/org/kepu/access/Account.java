package org.kepu.access;

import java.time.Instant;
import java.util.UUID;
import org.kepu.shared.Actor;

/**
 * An account of the staff that is open, as sign-in needs it.
 *
 * @param name what its owner types
 * @param displayName how others call its owner
 */
record Account(UUID id, String name, String displayName, String passwordHash, Instant opened) {

    Actor actor() {
        return new Actor(id, Actor.Kind.STAFF, displayName, null, "");
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
