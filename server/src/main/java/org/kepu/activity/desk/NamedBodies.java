package org.kepu.activity.desk;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** The bodies that written names mean. Only the very name counts: nobody confirms here what else it may be. */
@Component
@PublicKnowledge("which authorities there are, and their names, is published")
public class NamedBodies {

    private final Bodies bodies;
    private final Regions regions;

    NamedBodies(Bodies bodies, Regions regions) {
        this.bodies = bodies;
        this.regions = regions;
    }

    /** All bodies of these names, each name's together. */
    public Map<String, List<Body>> called(Collection<String> names) {
        return bodies.called(names).stream().collect(groupingBy(Body::name));
    }

    /** Of several of one name the nearest above a division, else the only one there is. */
    public Optional<Body> meant(List<Body> ofTheName, List<RegionCode> upward) {
        return upward.stream()
                .flatMap(code -> ofTheName.stream().filter(body -> body.region().equals(code)))
                .findFirst()
                .or(() -> ofTheName.size() == 1 ? Optional.of(ofTheName.getFirst()) : Optional.empty());
    }

    /** A division, then those above it. */
    public List<RegionCode> upward(RegionCode code) {
        return regions.pathTo(code).reversed().stream().map(Region::code).toList();
    }
}
