package org.kepu.activity.portal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

/**
 * What every list stands on: the leagues with their banners, the names of divisions, the audiences. Kept for a minute, so that the most visited
 * pages do not ask for them each time; a new name is seen a minute later.
 */
@Component
@PublicKnowledge("the administrative divisions are published every year")
public class Ground {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Regions regions;
    private final Terms terms;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, List.of(), List.of(), Map.of(), Map.of());

    Ground(Regions regions, Terms terms, Clock clock) {
        this.regions = regions;
        this.terms = terms;
        this.clock = clock;
    }

    /** A league with its banners. */
    public record League(Region league, List<Region> banners) {}

    private record Known(
            Instant until,
            List<League> leagues,
            List<Term> audiences,
            Map<RegionCode, String> names,
            Map<RegionCode, String> ways) {}

    List<League> leagues() {
        return known().leagues();
    }

    /** Those whom activities may be for. */
    List<Term> audiences() {
        return known().audiences();
    }

    Optional<League> league(String code) {
        return leagues().stream()
                .filter(one -> one.league().code().value().equals(code))
                .findFirst();
    }

    /** The name of each; that of one which never was is empty. */
    Map<RegionCode, String> names(Collection<RegionCode> codes) {
        var names = known().names();
        var missing = codes.stream()
                .distinct()
                .filter(code -> !names.containsKey(code))
                .toList();
        if (!missing.isEmpty()) {
            regions.all(missing).forEach((code, region) -> names.put(code, region.name()));
        }
        return names;
    }

    /** The names on the way down to a division, without the region's own; of the region itself, and of one that never was, its code. */
    String way(RegionCode code) {
        var ways = known().ways();
        var way = ways.get(code);
        if (way == null) {
            way = regions.pathTo(code).stream()
                    .filter(region -> region.level() != RegionLevel.AUTONOMOUS_REGION)
                    .map(Region::name)
                    .collect(joining(" "));
            way = way.isEmpty() ? code.value() : way;
            ways.put(code, way);
        }
        return way;
    }

    private Known known() {
        var now = clock.instant();
        if (!now.isBefore(known.until())) {
            known = read(now.plus(KEPT));
        }
        return known;
    }

    private Known read(Instant until) {
        var banners = regions.withinLevel(RegionLevel.BANNER).stream()
                .filter(banner -> banner.parent() != null)
                .collect(groupingBy(Region::parent));
        var leagues = regions.withinLevel(RegionLevel.LEAGUE).stream()
                .map(league -> new League(league, banners.getOrDefault(league.code(), List.of())))
                .toList();
        var names = new ConcurrentHashMap<RegionCode, String>();
        leagues.forEach(one -> {
            names.put(one.league().code(), one.league().name());
            one.banners().forEach(banner -> names.put(banner.code(), banner.name()));
        });
        var audiences = terms.audiences().stream()
                .filter(term -> !term.code().isEmpty())
                .toList();
        return new Known(until, leagues, audiences, names, new ConcurrentHashMap<>());
    }
}
