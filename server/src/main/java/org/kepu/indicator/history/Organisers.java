package org.kepu.indicator.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.body.BodyNames;
import org.kepu.body.Resolution;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;

/** The bodies that the names of one file mean: of the file's division and those above it, else the only one of the name below. */
final class Organisers {

    private static final UUID NO_DOCUMENT = new UUID(0, 0);
    private static final int MANY = 100;

    private final BodyNames names;
    private final Bodies bodies;
    private final Scope scope;
    private final RegionCode region;
    private final Map<String, Optional<BodyId>> known = new HashMap<>();

    Organisers(BodyNames names, Bodies bodies, Scope scope, RegionCode region) {
        this.names = names;
        this.bodies = bodies;
        this.scope = scope;
        this.region = region;
    }

    /** Only the very name counts; nobody confirms here what it may mean. */
    Optional<BodyId> named(String name) {
        return known.computeIfAbsent(
                name, asked -> exactly(asked, above(asked)).or(() -> exactly(asked, bodies.named(asked, scope, MANY))));
    }

    private List<Body> above(String name) {
        return names.resolve(region, NO_DOCUMENT, List.of(name)).get(name)
                        instanceof Resolution.Proposed(var proposed, var merged)
                ? proposed
                : List.of();
    }

    private static Optional<BodyId> exactly(String name, List<Body> candidates) {
        var same = candidates.stream().filter(body -> body.name().equals(name)).toList();
        return same.size() == 1 ? Optional.of(same.getFirst().id()) : Optional.empty();
    }
}
