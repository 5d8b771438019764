package org.kepu.people.tour;

import java.util.Arrays;
import java.util.Optional;

/** For what experts tour the banners. Each programme has its own kind of fact and its own indicator. */
public enum Programme {
    /** 百名专家走进盟市旗县科普传播行. */
    EXPERTS("EXPERT_VISIT", "banners-visited-by-experts", true),
    /** 科技助力乡村振兴专家旗县行. */
    REVITALISATION("REVITALISATION_VISIT", "revitalisation-visits", false);

    private final String factKind;
    private final String indicator;
    private final boolean countsBanners;

    Programme(String factKind, String indicator, boolean countsBanners) {
        this.factKind = factKind;
        this.indicator = indicator;
        this.countsBanners = countsBanners;
    }

    /** The kind of the fact that a visit is told as. */
    public String factKind() {
        return factKind;
    }

    /** The indicator that reads these facts. */
    public String indicator() {
        return indicator;
    }

    /** Whether its indicator is of banners that were visited; otherwise it is of visits. */
    public boolean countsBanners() {
        return countsBanners;
    }

    /** The key of its name on screen. */
    public String messageKey() {
        return "people.programme." + name();
    }

    static Optional<Programme> read(String written) {
        return Arrays.stream(values()).filter(one -> one.name().equals(written)).findFirst();
    }
}
