package org.kepu.region;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.kepu.privacy.Divisions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

@Component
class KnownDivisions implements Divisions {

    private final Regions regions;

    KnownDivisions(Regions regions) {
        this.regions = regions;
    }

    @Override
    public Optional<RegionCode> topmost() {
        return regions.withinLevel(RegionLevel.AUTONOMOUS_REGION).stream()
                .findFirst()
                .map(Region::code);
    }

    @Override
    public Map<RegionCode, String> names(Collection<RegionCode> codes) {
        return regions.all(codes).values().stream().collect(toMap(Region::code, Region::name));
    }
}
