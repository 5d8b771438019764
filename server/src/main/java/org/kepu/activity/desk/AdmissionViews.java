package org.kepu.activity.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.activity.Offers;
import org.kepu.activity.Session;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

/** For whom seats are kept as a clerk reads and writes it: divisions by their names. */
@Component
class AdmissionViews {

    private final Offers offers;
    private final Regions regions;

    AdmissionViews(Offers offers, Regions regions) {
        this.offers = offers;
        this.regions = regions;
    }

    AdmissionForm form(Session session) {
        return AdmissionForm.of(offers.of(session).admission(), this::name);
    }

    /** The leagues and banners for whose people seats can be kept. */
    List<Region> divisions() {
        return Stream.of(RegionLevel.LEAGUE, RegionLevel.BANNER)
                .flatMap(level -> regions.withinLevel(level).stream())
                .toList();
    }

    /** The division of a name, or of a code. */
    Optional<RegionCode> named(String text) {
        return divisions().stream()
                .filter(region ->
                        region.name().equals(text) || region.code().value().equals(text))
                .map(Region::code)
                .findFirst();
    }

    private String name(RegionCode code) {
        return regions.find(code).map(Region::name).orElse(code.value());
    }
}
