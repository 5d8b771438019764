package org.kepu.access.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.access.Place;
import org.kepu.access.Place.Kind;
import org.kepu.access.PlanPlaces;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** The places where roles count: found by name, and by the keys that forms and rows keep. */
@Component
@PublicKnowledge("divisions, the names of bodies and plans in force are published")
public class Places {

    private static final int MOST_OF_A_KIND = 12;

    private final Regions regions;
    private final Bodies bodies;
    private final PlanPlaces plans;

    Places(Regions regions, Bodies bodies, PlanPlaces plans) {
        this.regions = regions;
        this.bodies = bodies;
        this.plans = plans;
    }

    /** What the words may mean within the scope: divisions, bodies, plans; without words the scope's own divisions. */
    public List<Place> named(String words, Scope scope) {
        var asked = words.strip();
        if (asked.isEmpty()) {
            return regions.all(scope.regions()).values().stream()
                    .map(region -> place(region, Map.of()))
                    .sorted(java.util.Comparator.comparing(Place::id))
                    .toList();
        }
        var places = new ArrayList<Place>();
        var found = regions.named(asked, scope, MOST_OF_A_KIND);
        var above = regions.all(
                found.stream().map(Region::parent).filter(Objects::nonNull).toList());
        found.forEach(region -> places.add(place(region, above)));
        var known = bodies.named(asked, scope, MOST_OF_A_KIND);
        var homes = regions.all(known.stream().map(Body::region).toList());
        known.forEach(body -> places.add(place(body, homes)));
        places.addAll(plans.named(asked, scope, MOST_OF_A_KIND));
        return places;
    }

    /** What a form offers: the one chosen already, and what the words may mean. */
    public List<Place> offered(String words, String chosen, Scope scope) {
        var offered = new ArrayList<>(named(words, scope));
        if (offered.stream().noneMatch(place -> place.key().equals(chosen))) {
            of(chosen).ifPresent(offered::addFirst);
        }
        return offered;
    }

    /** The same without plans: nobody is at home in a plan. */
    public List<Place> homesOffered(String words, String chosen, Scope scope) {
        return offered(words, chosen, scope).stream()
                .filter(place -> place.kind() != Kind.PLAN)
                .toList();
    }

    /** The place that a form names; empty if there is none such. */
    public Optional<Place> of(String key) {
        return Optional.ofNullable(all(List.of(key)).get(key));
    }

    /** The places of these keys, in three queries however many there are. */
    public Map<String, Place> all(Collection<String> keys) {
        var places = new HashMap<String, Place>();
        regions.all(ids(keys, Kind.REGION)
                        .flatMap(code -> RegionCode.read(code).stream())
                        .toList())
                .values()
                .forEach(region -> add(places, place(region, Map.of())));
        var known = bodies.all(uuids(keys, Kind.BODY).map(BodyId::new).toList()).values();
        var homes = regions.all(known.stream().map(Body::region).toList());
        known.forEach(body -> add(places, place(body, homes)));
        plans.all(uuids(keys, Kind.PLAN).map(PlanId::new).toList()).values().forEach(place -> add(places, place));
        return places;
    }

    private static void add(Map<String, Place> places, Place place) {
        places.put(place.key(), place);
    }

    private static Stream<String> ids(Collection<String> keys, Kind kind) {
        var start = kind + ":";
        return keys.stream().distinct().filter(key -> key.startsWith(start)).map(key -> key.substring(start.length()));
    }

    private static Stream<UUID> uuids(Collection<String> keys, Kind kind) {
        return ids(keys, kind)
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }

    private static Place place(Region region, Map<RegionCode, Region> above) {
        var parent = region.parent() == null ? null : above.get(region.parent());
        var name = parent == null ? region.name() : parent.name() + " · " + region.name();
        return new Place(Kind.REGION, region.code().value(), name, region.code());
    }

    private static Place place(Body body, Map<RegionCode, Region> homes) {
        var home = homes.get(body.region());
        var name = home == null ? body.name() : home.name() + " · " + body.name();
        return new Place(Kind.BODY, body.id().toString(), name, body.region());
    }
}
