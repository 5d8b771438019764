package org.kepu.people;

/** What lies within the scope of a reader: statements are filled with {@link org.kepu.shared.Scope#parameters()}. */
public final class InReach {

    /** A team {@code t} of a division of the scope, or of one of its bodies. */
    public static final String TEAM =
            "(t.region in (select region.reach(:scopeRegions, :scopeDay)) or t.body = any(:scopeBodies))";

    private InReach() {}

    /** A row of this column of divisions. */
    public static String region(String column) {
        return "(" + column + " in (select region.reach(:scopeRegions, :scopeDay)))";
    }
}
