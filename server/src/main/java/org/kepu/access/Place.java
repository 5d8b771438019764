package org.kepu.access;

import org.kepu.shared.RegionCode;

/**
 * Where a role counts: in a division and all that lies below it, for a body, or for a plan.
 *
 * @param id the division's code, or the identity of the body or plan
 * @param within the division it lies in: whoever reaches that one gives and takes back the role
 */
public record Place(Kind kind, String id, String name, RegionCode within) {

    public enum Kind {
        REGION,
        BODY,
        PLAN;

        /** The key of the kind's name on screen. */
        public String messageKey() {
            return "access.place." + name();
        }
    }

    /** How a form names it: {@code REGION:150203}. */
    public String key() {
        return key(kind, id);
    }

    public static String key(Kind kind, String id) {
        return kind + ":" + id;
    }
}
