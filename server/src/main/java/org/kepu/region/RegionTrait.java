package org.kepu.region;

/** What a region is known to be. A trait that is absent is not known; it is not a denial. */
public enum RegionTrait {
    /** 城镇, by the statistical division of town and country. */
    URBAN,
    /** 乡村, by the statistical division of town and country. */
    RURAL,
    /** 牧区: one of the 33 pastoral banners and cities, or a place reported as such. */
    PASTORAL,
    /** 边境: one of the 19 border banners and cities, or a place reported as such. */
    BORDER;

    /** The key of the trait's name on screen. */
    public String messageKey() {
        return "region.trait." + name();
    }
}
