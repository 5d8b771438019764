package org.kepu.region;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The administrative tree as it stands today. An abolished code is still found, with the name it had last, so that old records
 * stay readable; it is no longer listed.
 */
@Service
@PublicKnowledge("the administrative divisions are published every year")
public class Regions {

    private final JdbcClient jdbc;
    private final IssuerNames issuers;
    private final Clock clock;

    Regions(JdbcClient jdbc, IssuerNames issuers, Clock clock) {
        this.jdbc = jdbc;
        this.issuers = issuers;
        this.clock = clock;
    }

    /** The division with this code; an abolished one as it was last. */
    public Optional<Region> find(RegionCode code) {
        return jdbc.sql("""
                        select code, level, name, parent, traits, lower(during) as since, upper(during) as until
                        from region.state join region.region using (code)
                        where code = :code and lower(during) <= :today
                        order by lower(during) desc
                        limit 1
                        """)
                .param("code", code.value())
                .param("today", today())
                .query(RegionRow.MAPPER)
                .optional();
    }

    /** The division with this code.
     *
     * @throws UnknownRegion if there never was one
     */
    public Region get(RegionCode code) {
        return find(code).orElseThrow(() -> new UnknownRegion(code));
    }

    /** Those of the codes that there are or were, in one query. */
    public Map<RegionCode, Region> all(Collection<RegionCode> codes) {
        return jdbc
                .sql("""
                        select distinct on (code) code, level, name, parent, traits, lower(during) as since, upper(during) as until
                        from region.state join region.region using (code)
                        where code = any(:codes) and lower(during) <= :today
                        order by code, lower(during) desc
                        """)
                .param("codes", codes.stream().map(RegionCode::value).distinct().toArray(String[]::new))
                .param("today", today())
                .query(RegionRow.MAPPER)
                .list()
                .stream()
                .collect(toMap(Region::code, Function.identity()));
    }

    /** What lies directly below, in the order of the codes. */
    public List<Region> childrenOf(RegionCode code) {
        return childrenOn(code, today());
    }

    /** What lay directly below on a day, in the order of the codes. */
    public List<Region> childrenOn(RegionCode code, LocalDate day) {
        return jdbc.sql("""
                        select code, level, name, parent, traits, lower(during) as since, upper(during) as until
                        from region.state join region.region using (code)
                        where parent = :code and during @> :day
                        order by code
                        """)
                .param("code", code.value())
                .param("day", day)
                .query(RegionRow.MAPPER)
                .list();
    }

    /** Every division of a level, in the order of the codes. For pickers: ask for villages only {@link #within} a banner. */
    public List<Region> withinLevel(RegionLevel level) {
        return jdbc.sql("""
                        select code, level, name, parent, traits, lower(during) as since, upper(during) as until
                        from region.state join region.region using (code)
                        where level = :level and during @> :today
                        order by code
                        """)
                .param("level", level.number())
                .param("today", today())
                .query(RegionRow.MAPPER)
                .list();
    }

    /** Divisions in the scope with these characters in the name, higher levels first. */
    public List<Region> named(String words, Scope scope, int limit) {
        return jdbc.sql("""
                        select code, level, name, parent, traits, lower(during) as since, upper(during) as until
                        from region.state join region.region using (code)
                        where during @> :today and position(:words in name) > 0
                          and code in (select region.reach(:scopeRegions, :scopeDay))
                        order by level, name <> :words, code
                        limit :limit
                        """)
                .param("today", today())
                .param("words", words.strip())
                .params(scope.parameters())
                .param("limit", limit)
                .query(RegionRow.MAPPER)
                .list();
    }

    /** Every division of a level below (or at) an ancestor, at any depth, on a day. */
    public List<Region> within(RegionCode ancestor, RegionLevel level, LocalDate day) {
        return jdbc.sql("""
                        with recursive below as (
                            select code from region.state where code = :ancestor and during @> :day
                            union all
                            select child.code from below join region.state child on child.parent = below.code
                            where child.during @> :day
                        )
                        select code, level, name, parent, traits, lower(during) as since, upper(during) as until
                        from below join region.state using (code) join region.region using (code)
                        where level = :level and during @> :day
                        order by code
                        """)
                .param("ancestor", ancestor.value())
                .param("level", level.number())
                .param("day", day)
                .query(RegionRow.MAPPER)
                .list();
    }

    /** The way from the top down to this division, itself last; empty for a code that never was. */
    public List<Region> pathTo(RegionCode code) {
        return pathsTo(List.of(code)).getOrDefault(code, List.of());
    }

    /** The ways from the top down to each of these divisions; codes that never were are left out. */
    public Map<RegionCode, List<Region>> pathsTo(Collection<RegionCode> codes) {
        var paths = new HashMap<RegionCode, List<Region>>();
        jdbc.sql("""
                        with recursive upward as (
                            select wanted.code as lowest, own.code, own.name, own.parent, own.traits, own.during, 0 as step
                            from unnest(:codes) as wanted (code), lateral (
                                select * from region.state
                                where state.code = wanted.code and lower(state.during) <= :today
                                order by lower(state.during) desc limit 1) own
                            union all
                            select lowest, above.code, above.name, above.parent, above.traits, above.during, step + 1
                            from upward, lateral (
                                select * from region.state
                                where state.code = upward.parent and lower(state.during) <= :today
                                order by lower(state.during) desc limit 1) above
                        )
                        select lowest, code, level, name, parent, traits, lower(during) as since, upper(during) as until
                        from upward join region.region using (code)
                        order by step desc
                        """)
                .param("codes", codes.stream().map(RegionCode::value).distinct().toArray(String[]::new))
                .param("today", today())
                .query(row -> {
                    paths.computeIfAbsent(new RegionCode(row.getString("lowest")), lowest -> new ArrayList<>())
                            .add(RegionRow.read(row));
                });
        return paths;
    }

    /** Whether the ancestor is the division itself or stands above it in the tree. Says no for codes that never were. */
    public boolean covers(RegionCode ancestor, RegionCode code) {
        return pathTo(code).stream().anyMatch(region -> region.code().equals(ancestor));
    }

    /**
     * The division that a written issuer means: 昆都仑区人民政府, 锡林郭勒盟行政公署, 内蒙古自治区人民政府; also with the way to it
     * (包头市昆都仑区…) and by short name (锡林郭勒, 内蒙古). Empty when none or more than one could be meant.
     */
    public Optional<Region> namedBy(String text) {
        return issuers.read(text, today());
    }

    /** Those of the divisions that lie within the scope. */
    public Set<RegionCode> reached(Scope scope, Collection<RegionCode> codes) {
        return jdbc
                .sql("""
                        select code from unnest(:codes) as wanted (code)
                        where exists (select from region.lineage
                                      where lineage.code = wanted.code and ancestor = any (:scopeRegions)
                                        and during @> :scopeDay)
                        """)
                .param("codes", codes.stream().map(RegionCode::value).distinct().toArray(String[]::new))
                .params(scope.parameters())
                .query(String.class)
                .list()
                .stream()
                .map(RegionCode::new)
                .collect(toSet());
    }

    /** Whether the division lies within the scope. */
    public boolean reaches(Scope scope, RegionCode code) {
        return !reached(scope, List.of(code)).isEmpty();
    }

    /** The state of the tree that holds on a day; empty before the first one. */
    public Optional<Edition> editionOn(LocalDate day) {
        return jdbc.sql("select since, basis from region.edition where since <= :day order by since desc limit 1")
                .param("day", day)
                .query(Edition.class)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
