package org.kepu.activity.booking;

import org.kepu.activity.PartyKind;

/**
 * Who comes together: numbers, never the names of those who come along.
 *
 * @param children how many of a family are children
 * @param name of the group or the school; empty for others
 * @param grade of a school
 */
public record Party(PartyKind kind, int children, String name, String grade) {

    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_GRADE = 20;

    /** One, or a few friends. */
    public static final Party SINGLE = new Party(PartyKind.SINGLE, 0, "", "");

    public static Party family(int children) {
        return new Party(PartyKind.FAMILY, children, "", "");
    }

    public static Party group(String name) {
        return new Party(PartyKind.GROUP, 0, name, "");
    }

    public static Party school(String name, String grade) {
        return new Party(PartyKind.SCHOOL, 0, name, grade);
    }
}
