package org.kepu.order.desk;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.order.portal.OrderPlaces;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** The divisions among which a clerk chooses: their own, those directly below, and those below these. */
@Component
class OrderDivisions {

    private final Regions regions;

    OrderDivisions(Regions regions) {
        this.regions = regions;
    }

    List<OrderPlaces.Group> of(Scope scope) {
        var groups = new ArrayList<OrderPlaces.Group>();
        for (var root : regions.all(scope.regions()).values()) {
            groups.add(new OrderPlaces.Group(root, List.of(root)));
            for (var child : regions.childrenOf(root.code())) {
                var members = new ArrayList<>(List.of(child));
                members.addAll(regions.childrenOf(child.code()));
                groups.add(new OrderPlaces.Group(child, members));
            }
        }
        return groups;
    }

    /** The same, and what stands already, wherever it lies: what is not among the choices would be changed by saving. */
    List<OrderPlaces.Group> of(Scope scope, Stream<RegionCode> standing) {
        var groups = new ArrayList<>(of(scope));
        var known = groups.stream()
                .flatMap(group -> group.members().stream())
                .map(Region::code)
                .collect(toSet());
        standing.distinct()
                .filter(code -> !known.contains(code))
                .flatMap(code -> regions.find(code).stream())
                .forEach(one -> groups.add(new OrderPlaces.Group(one, List.of(one))));
        return groups;
    }

    /** Those directly below one's own. */
    List<Region> below(Scope scope) {
        return regions.all(scope.regions()).values().stream()
                .flatMap(root -> regions.childrenOf(root.code()).stream())
                .toList();
    }

    /** The first of one's own; empty if there is none. */
    String first(Scope scope) {
        return scope.regions().stream()
                .map(RegionCode::value)
                .sorted()
                .findFirst()
                .orElse("");
    }
}
