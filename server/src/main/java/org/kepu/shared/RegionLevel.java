package org.kepu.shared;

/** The five levels of government and self-government that a plan runs through; the tree may skip one. */
public enum RegionLevel {
    /** 自治区. */
    AUTONOMOUS_REGION,
    /** 盟、设区的市. */
    LEAGUE,
    /** 旗、县、市、区. */
    BANNER,
    /** 苏木、乡、镇、街道. */
    SUMU,
    /** 嘎查、村、社区. */
    GACHA;

    /** The key of the level's name on screen. */
    public String messageKey() {
        return "region.level." + name();
    }

    /** 1 for the autonomous region … 5 for the gacha, as stored. */
    public int number() {
        return ordinal() + 1;
    }

    public static RegionLevel of(int number) {
        return values()[number - 1];
    }

    public boolean isAbove(RegionLevel other) {
        return ordinal() < other.ordinal();
    }
}
