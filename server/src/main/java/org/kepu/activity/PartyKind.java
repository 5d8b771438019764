package org.kepu.activity;

import java.util.Locale;

/** How people come to a session: alone or as friends, as a family, as a group, or as a school. */
public enum PartyKind {
    SINGLE,
    /** Adults and children, each counted. */
    FAMILY,
    /** With a name of its own. */
    GROUP,
    /** A class, known by school and grade; its teacher is who is called. */
    SCHOOL;

    /** Whether it has a name, and comes in larger numbers. */
    public boolean isNamed() {
        return this == GROUP || this == SCHOOL;
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "booking.party." + name();
    }

    /** As other systems know it; it stays. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
