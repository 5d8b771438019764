package org.kepu.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** What one may choose from in the forms of teams, experts and rosters. */
@Component
@PublicKnowledge("divisions and bodies are published")
public class ServiceChoices {

    private final Regions regions;
    private final Bodies bodies;

    ServiceChoices(Regions regions, Bodies bodies) {
        this.regions = regions;
        this.bodies = bodies;
    }

    /** The divisions of the scope and those below them; of a banner down to the villages. */
    public List<Region> regions(Scope scope) {
        return Stream.concat(
                        scope.regions().stream(),
                        bodies.all(scope.bodies()).values().stream().map(Body::region))
                .distinct()
                .sorted()
                .flatMap(code -> below(code).stream())
                .distinct()
                .toList();
    }

    /** The divisions of the scope and below, each league with its banners: also of a league below the scope. */
    public List<Region> withBanners(Scope scope) {
        return regions(scope).stream()
                .flatMap(region -> Stream.concat(
                        Stream.of(region),
                        region.level() == RegionLevel.LEAGUE
                                ? regions.childrenOf(region.code()).stream()
                                : Stream.empty()))
                .distinct()
                .toList();
    }

    /** A division and those below it; of a banner down to the villages. */
    public List<Region> below(RegionCode code) {
        var children = regions.childrenOf(code);
        return Stream.concat(
                        regions.find(code).stream(),
                        code.level().isAbove(RegionLevel.BANNER)
                                ? children.stream()
                                : children.stream()
                                        .flatMap(child -> Stream.concat(
                                                Stream.of(child), regions.childrenOf(child.code()).stream())))
                .toList();
    }

    /** The bodies of the scope and of its divisions. */
    public List<Body> bodies(Scope scope) {
        return Stream.concat(
                        bodies.all(scope.bodies()).values().stream(),
                        scope.regions().stream().sorted().flatMap(region -> bodies.in(region).stream()))
                .distinct()
                .toList();
    }

    /** Whether a body is one of the scope, or of a division within it. */
    public boolean reaches(Scope scope, BodyId body) {
        return scope.bodies().contains(body)
                || bodies.find(body)
                        .filter(one -> regions.reaches(scope, one.region()))
                        .isPresent();
    }

    /** Whether a division lies within the scope; of none that never was. */
    public boolean reaches(Scope scope, RegionCode code) {
        return regions.reaches(scope, code);
    }

    /** What people call a division. */
    public String name(RegionCode code) {
        return regions.find(code).map(Region::name).orElse(code.value());
    }

    /** What people call a body; empty if there is none. */
    public String name(BodyId body) {
        return bodies.find(body).map(Body::name).orElse("");
    }

    /** What people call these divisions, asked at once. */
    public Map<RegionCode, String> names(Collection<RegionCode> codes) {
        var known = regions.all(codes);
        return codes.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> Optional.ofNullable(known.get(code))
                                .map(Region::name)
                                .orElse(code.value())));
    }

    /** The way to a division by its names, from below the autonomous region on. */
    public String way(RegionCode code) {
        return way(code, regions.pathTo(code));
    }

    /** The ways to these divisions, asked at once. */
    public Map<RegionCode, String> ways(Collection<RegionCode> codes) {
        var paths = regions.pathsTo(codes);
        return codes.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), code -> way(code, paths.getOrDefault(code, List.of()))));
    }

    private static String way(RegionCode code, List<Region> path) {
        return path.stream()
                .filter(region -> region.level() != RegionLevel.AUTONOMOUS_REGION
                        || region.code().equals(code))
                .map(Region::name)
                .collect(Collectors.joining());
    }
}
