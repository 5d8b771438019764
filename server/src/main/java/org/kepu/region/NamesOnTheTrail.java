package org.kepu.region;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.kepu.audit.PlaceNames;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** How the divisions are called that the audit trail speaks of. */
@Component
class NamesOnTheTrail implements PlaceNames {

    private final Regions regions;

    NamesOnTheTrail(Regions regions) {
        this.regions = regions;
    }

    @Override
    public Map<RegionCode, String> of(Collection<RegionCode> codes) {
        return regions.all(codes).values().stream().collect(toMap(Region::code, Region::name));
    }
}
