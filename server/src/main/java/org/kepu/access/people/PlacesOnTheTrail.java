package org.kepu.access.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kepu.audit.CodeNames;
import org.springframework.stereotype.Component;

/** How the places are called where roles count; the trail keeps their keys. */
@Component
class PlacesOnTheTrail implements CodeNames {

    private final Places places;

    PlacesOnTheTrail(Places places) {
        this.places = places;
    }

    @Override
    public Map<Code, String> of(Collection<Code> codes) {
        var known = places.all(codes.stream().map(Code::value).toList());
        var names = new HashMap<Code, String>();
        codes.forEach(code -> {
            var place = known.get(code.value());
            if (place != null) {
                names.put(code, place.name());
            }
        });
        return names;
    }
}
