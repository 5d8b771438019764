package org.kepu.indicator;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How far somebody from outside may tell facts. Within reach must be where it happened, where that is which it is about, and
 * whatever it changes: the version before it, and the thing as it is known.
 */
@Service
public class FactReach {

    private final JdbcClient database;
    private final Regions regions;

    FactReach(JdbcClient database, Regions regions) {
        this.database = database;
        this.regions = regions;
    }

    private record Stands(String key, String region) {}

    /** Those of the facts, by position, that touch a division beyond the scope, or one that never was. */
    public Set<Integer> beyond(Scope scope, List<Fact> facts) {
        scope.demands(Right.RECORD_FACTS);
        var before = before(facts);
        var known = known(facts);
        var touched = new ArrayList<Set<RegionCode>>();
        for (var fact : facts) {
            var divisions = new HashSet<RegionCode>();
            divisions.add(fact.region());
            divisions.addAll(before.getOrDefault(key(fact.source()), Set.of()));
            var thing = fact.thing();
            if (thing != null) {
                divisions.add(thing.region());
                divisions.addAll(known.getOrDefault(key(thing), Set.of()));
            }
            touched.add(divisions);
        }
        var reached =
                regions.reached(scope, touched.stream().flatMap(Set::stream).collect(toSet()));
        return IntStream.range(0, facts.size())
                .filter(i -> !reached.containsAll(touched.get(i)))
                .boxed()
                .collect(toSet());
    }

    /** Whether the version before this one happened within the scope. */
    public boolean covers(Scope scope, Source next) {
        scope.demands(Right.RECORD_FACTS);
        var divisions = standing(List.of(next)).getOrDefault(key(next), Set.of());
        return regions.reached(scope, divisions).containsAll(divisions);
    }

    private Map<String, Set<RegionCode>> before(List<Fact> facts) {
        return standing(facts.stream()
                .map(Fact::source)
                .filter(source -> source.version() > 1)
                .toList());
    }

    private Map<String, Set<RegionCode>> standing(List<Source> sources) {
        return sources.isEmpty()
                ? Map.of()
                : byKey(database.sql("""
                        select fact.source || ' ' || fact.source_id || ' ' || told.version as key, fact.region
                        from unnest(:names, :ids, :versions) as told (source, source_id, version)
                             join indicator.fact on fact.source = told.source and fact.source_id = told.source_id
                                                and fact.version = told.version - 1 and fact.weight = 1
                        """)
                        .param("names", sources.stream().map(Source::name).toArray(String[]::new))
                        .param("ids", sources.stream().map(Source::id).toArray(String[]::new))
                        .param("versions", sources.stream().map(Source::version).toArray(Integer[]::new))
                        .query(Stands.class)
                        .list());
    }

    private Map<String, Set<RegionCode>> known(List<Fact> facts) {
        var things = facts.stream()
                .map(Fact::thing)
                .filter(java.util.Objects::nonNull)
                .toList();
        return things.isEmpty()
                ? Map.of()
                : byKey(database.sql("""
                        select distinct thing.kind || ' ' || thing.code as key, thing.region
                        from unnest(:kinds, :codes) as told (kind, code) join indicator.thing using (kind, code)
                        """)
                        .param("kinds", things.stream().map(Thing::kind).toArray(String[]::new))
                        .param("codes", things.stream().map(Thing::code).toArray(String[]::new))
                        .query(Stands.class)
                        .list());
    }

    private static Map<String, Set<RegionCode>> byKey(List<Stands> rows) {
        var regions = new HashMap<String, Set<RegionCode>>();
        rows.forEach(row ->
                regions.computeIfAbsent(row.key(), first -> new HashSet<>()).add(new RegionCode(row.region())));
        return regions;
    }

    private static String key(Source source) {
        return source.name() + " " + source.id() + " " + source.version();
    }

    private static String key(Thing thing) {
        return thing.kind() + " " + thing.code();
    }
}
