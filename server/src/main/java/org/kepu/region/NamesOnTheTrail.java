package org.kepu.region;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kepu.audit.CodeNames;
import org.kepu.audit.PlaceNames;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** How the divisions are called that the audit trail speaks of. */
@Component
class NamesOnTheTrail implements PlaceNames, CodeNames {

    /** The changed fields that hold a division. */
    private static final Set<String> FIELDS = Set.of("region.above", "region.change.into", "plan.field.region");

    private final Regions regions;

    NamesOnTheTrail(Regions regions) {
        this.regions = regions;
    }

    @Override
    public Map<RegionCode, String> named(Collection<RegionCode> codes) {
        return regions.all(codes).values().stream().collect(toMap(Region::code, Region::name));
    }

    @Override
    public Map<Code, String> of(Collection<Code> codes) {
        var places = new HashMap<Code, RegionCode>();
        codes.stream()
                .filter(code -> FIELDS.contains(code.of()))
                .forEach(code -> RegionCode.read(code.value()).ifPresent(place -> places.put(code, place)));
        var known = places.isEmpty() ? Map.<RegionCode, String>of() : named(places.values());
        places.values().retainAll(known.keySet());
        return places.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> known.get(entry.getValue())));
    }
}
