package org.kepu.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kepu.region.view.ChildRegion;
import org.kepu.region.view.FoundRegion;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages ask of the tree: search by name or code, children with the number of their own, former states. */
@Component
@PublicKnowledge("the administrative divisions are published every year")
class TreeSearch {

    private static final int MOST_FOUND = 100;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Clock clock;

    TreeSearch(JdbcClient jdbc, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** Up to a hundred divisions with these characters in the name or this beginning of the code, higher levels first. */
    List<FoundRegion> find(String words) {
        var asked = words.strip();
        var code = RegionCode.read(asked).map(RegionCode::value).orElse(asked);
        return jdbc.sql("""
                        with found as (
                            select state.*, level
                            from region.state join region.region using (code)
                            where during @> :today and (position(:words in name) > 0 or code = :code)
                            order by level, name <> :words, code
                            limit :most
                        )
                        select found.code, level, found.name, found.parent, found.traits,
                               lower(found.during) as since, upper(found.during) as until,
                               concat_ws(' · ', third.name, second.name, first.name) as above
                        from found
                        left join region.state first
                          on first.code = found.parent and first.during @> :today and first.parent is not null
                        left join region.state second
                          on second.code = first.parent and second.during @> :today and second.parent is not null
                        left join region.state third
                          on third.code = second.parent and third.during @> :today and third.parent is not null
                        order by level, found.name <> :words, found.code
                        """)
                .param("today", LocalDate.now(clock))
                .param("words", asked)
                .param("code", code)
                .param("most", MOST_FOUND)
                .query((row, number) -> new FoundRegion(RegionRow.read(row), row.getString("above")))
                .list();
    }

    List<ChildRegion> withCounts(RegionCode parent) {
        return jdbc.sql("""
                        select state.code, level, state.name, state.parent, state.traits,
                               lower(state.during) as since, upper(state.during) as until,
                               (select count(*) from region.state below
                                where below.parent = state.code and below.during @> :today) as children
                        from region.state join region.region using (code)
                        where state.parent = :parent and state.during @> :today
                        order by state.code
                        """)
                .param("today", LocalDate.now(clock))
                .param("parent", parent.value())
                .query((row, number) -> new ChildRegion(RegionRow.read(row), row.getInt("children")))
                .list();
    }

    /** What the code stood for before, the latest first; without its present state. */
    List<Region> history(RegionCode code) {
        return jdbc.sql("""
                        select code, level, name, parent, traits, lower(during) as since, upper(during) as until
                        from region.state join region.region using (code)
                        where code = :code and not during @> :today
                        order by lower(during) desc
                        """)
                .param("today", LocalDate.now(clock))
                .param("code", code.value())
                .query(RegionRow.MAPPER)
                .list();
    }

    Optional<Edition> edition() {
        return regions.editionOn(LocalDate.now(clock));
    }
}
