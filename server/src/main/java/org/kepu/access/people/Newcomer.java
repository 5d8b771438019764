package org.kepu.access.people;

import org.jspecify.annotations.Nullable;
import org.kepu.access.Place;
import org.kepu.access.Role;

/**
 * Somebody who is to join.
 *
 * @param name the name of the account
 * @param home where they work
 * @param contact where the invitation goes; without one the link is handed over
 * @param role what whoever invites thinks fit for them there
 */
record Newcomer(
        String name,
        String displayName,
        Place home,
        @Nullable Contact contact,
        @Nullable Role role) {

    @Override
    public String toString() {
        return "Newcomer";
    }
}
