package org.kepu.indicator;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The things that facts are about, by the codes of their registers. A thing keeps the name that it came with. */
@Component
class Things {

    private final JdbcClient database;

    Things(JdbcClient database) {
        this.database = database;
    }

    private record Kept(String kind, String code, long id) {}

    /** Keeps the things that the facts are about; their ids by the positions of the facts. */
    Map<Integer, Long> keep(List<ToldFact> facts) {
        var about = facts.stream()
                .filter(told -> told.fact().thing() != null)
                .collect(toMap(
                        ToldFact::position,
                        told -> Objects.requireNonNull(told.fact().thing())));
        if (about.isEmpty()) {
            return Map.of();
        }
        var things = about.values().stream()
                .collect(
                        toMap(thing -> thing.kind() + " " + thing.code(), Function.identity(), (first, later) -> first))
                .values()
                .stream()
                .sorted(java.util.Comparator.comparing(Thing::kind).thenComparing(Thing::code))
                .toList();
        var kinds = things.stream().map(Thing::kind).toArray(String[]::new);
        var codes = things.stream().map(Thing::code).toArray(String[]::new);
        database.sql("""
                        insert into indicator.thing (kind, code, name, region)
                        select * from unnest(:kinds, :codes, :names, :regions) as told (kind, code, name, region)
                        where not exists (select from indicator.thing
                                          where thing.kind = told.kind and thing.code = told.code)
                        on conflict do nothing
                        """)
                .param("kinds", kinds)
                .param("codes", codes)
                .param("names", things.stream().map(Thing::name).toArray(String[]::new))
                .param(
                        "regions",
                        things.stream().map(thing -> thing.region().value()).toArray(String[]::new))
                .update();
        var ids = database.sql("""
                        select thing.kind, thing.code, thing.id
                        from unnest(:kinds, :codes) as told (kind, code) join indicator.thing using (kind, code)
                        """).param("kinds", kinds).param("codes", codes).query(Kept.class).list().stream()
                .collect(toMap(kept -> kept.kind() + " " + kept.code(), Kept::id));
        return about.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> ids.get(
                                entry.getValue().kind() + " " + entry.getValue().code())));
    }
}
