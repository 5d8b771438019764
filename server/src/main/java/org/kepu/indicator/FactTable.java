package org.kepu.indicator;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts, and what is not in the cells yet. Rows are only ever added. */
@Component
class FactTable {

    private static final String NEW_ROWS = """
            insert into indicator.fact (
                kind, audience, place, rural, weight, version, day, events, attendances, minutes, thing, counters, money,
                quantity, recorded_at, recorded_by, digest, region, source, source_id, title, organisers, measures)
            """;

    /** Takes back what the version before said, once. */
    private static final String TAKE_BACK = NEW_ROWS + """
            select before.kind, before.audience, before.place, before.rural, -1, told.version, before.day, -before.events,
                   -before.attendances, -before.minutes, before.thing, before.id, -before.money, -before.quantity,
                   :now, :by, before.digest, before.region, before.source, before.source_id, before.title,
                   before.organisers, before.measures
            from told
                 join indicator.fact before on before.source = told.source and before.source_id = told.source_id
                                           and before.version = told.version - 1 and before.weight = 1
            on conflict do nothing
            returning *
            """;

    /** What follows from new rows: their sums, their measures, whom they credit and the persons of those that are taken back. */
    private static final String FOLLOWS = """
            added as (
                insert into indicator.fresh (kind, audience, place, rural, month, facts, events, attendances, minutes, money,
                                             quantity, region)
                select kind, audience, place, rural, date_trunc('month', day)::date, sum(weight), sum(events),
                       sum(attendances), sum(minutes), sum(money), sum(quantity), region
                from changed
                group by kind, audience, place, rural, date_trunc('month', day)::date, region
            ), served as (
                insert into indicator.fact_measure (measure, fact)
                select distinct unnest(measures), id from changed
            ), credited as (
                insert into indicator.credit (measure, body, day, weight)
                select measure, body, day, weight
                from changed
                     cross join lateral (select distinct unnest(measures)) as served (measure)
                     cross join lateral (select distinct unnest(organisers)) as doing (body)
            ), absent as (
                insert into indicator.fact_person (fact, person)
                select changed.id, person from changed join indicator.fact_person on fact = changed.counters
            )
            """;

    /** Adds what is {@code told}, and with it all that follows from it; gives the positions of what was added. */
    static final String ADD = """
            taken_back as (
            """ + TAKE_BACK + """
            ), kept as (
            """ + NEW_ROWS + """
                select kind, audience, place, coalesce(rural, region.is_rural(region, day)), 1, version, day, events, attendances, minutes, thing, null, money,
                       quantity, :now, :by, digest, region, source, source_id, title, organisers::uuid[], measures::uuid[]
                from told
                where version = 1
                   or exists (select from taken_back
                              where taken_back.source = told.source and taken_back.source_id = told.source_id)
                   or exists (select from indicator.fact gone
                              where gone.source = told.source and gone.source_id = told.source_id
                                and gone.version = told.version - 1 and gone.weight = -1
                                and not exists (select from indicator.fact again
                                                where again.source = gone.source and again.source_id = gone.source_id
                                                  and again.version = gone.version and again.weight = 1))
                on conflict on constraint fact_identity do nothing
                returning *
            ), changed as (
                select * from taken_back union all select * from kept
            ),
            """ + FOLLOWS + """
            , present as (
                insert into indicator.fact_person (fact, person)
                select kept.id, decode(marks.person, 'hex')
                from unnest(:markedSources, :markedIds, :persons) as marks (source, source_id, person)
                     join kept on kept.source = marks.source and kept.source_id = marks.source_id
            )
            select told.position, kept.id from told join kept using (source, source_id)
            """;

    /** How each of what is {@code told} stands. */
    static final String THERE = """
            select told.position, same.id, coalesce(same.digest = told.digest, false) as equal,
                   exists (select from indicator.fact later
                           where later.source = told.source and later.source_id = told.source_id
                             and later.version >= told.version) as passed
            from told
                 left join indicator.fact same on same.source = told.source and same.source_id = told.source_id
                                              and same.version = told.version and same.weight = 1
            """;

    private static final String STANDING = """
            with told as (
                select * from unnest(:positions, :sources, :ids, :versions, :digests)
                    as told (position, source, source_id, version, digest)
            )
            """ + THERE;

    private static final String RECORD = """
            with told as (
                select * from unnest(:positions, :kinds, :audiences, :places, :rurals, :versions, :days::date[], :events,
                                     :attendances, :minutes, :things, :moneys, :quantities, :digests, :regions, :sources,
                                     :ids, :titles, :organisers, :measures)
                    as told (position, kind, audience, place, rural, version, day, events, attendances, minutes, thing,
                             money, quantity, digest, region, source, source_id, title, organisers, measures)
            ),
            """ + ADD;

    private static final String WITHDRAW = """
            with told as (
                select :source as source, :id as source_id, :version as version
            ), changed as (
            """ + TAKE_BACK + """
            ),
            """ + FOLLOWS + "select id from changed";

    private final JdbcClient database;
    private final Things things;
    private final Clock clock;

    FactTable(JdbcClient database, Things things, Clock clock) {
        this.database = database;
        this.things = things;
        this.clock = clock;
    }

    private record Added(int position, long id) {}

    /** A fact that was not added is there already, or it does not follow on what is there. */
    record Standing(int position, @Nullable Long id, boolean equal, boolean passed) {

        Recorded answer() {
            if (id != null && equal) {
                return new Recorded.Already(id);
            }
            return new Recorded.Refused(passed ? Recorded.Reason.TOLD_OTHERWISE : Recorded.Reason.VERSION_MISSING);
        }
    }

    private record There(int version, int weight, long id) {}

    /** The answers by position. No two of the facts may be versions of one row. */
    Map<Integer, Recorded> record(Actor by, List<ToldFact> facts) {
        if (facts.isEmpty()) {
            return Map.of();
        }
        var about = things.keep(facts);
        var marked = facts.stream()
                .flatMap(told -> told.fact().persons().stream().map(person -> new String[] {
                    told.fact().source().name(), told.fact().source().id(), person.hex()
                }))
                .toList();
        var kept = database
                .sql(RECORD)
                .param("positions", column(facts, ToldFact::position, Integer[]::new))
                .param("kinds", column(facts, ToldFact::kind, Short[]::new))
                .param("audiences", column(facts, ToldFact::audience, Short[]::new))
                .param("places", column(facts, ToldFact::place, Short[]::new))
                .param("rurals", column(facts, told -> told.fact().rural(), Boolean[]::new))
                .param("versions", column(facts, told -> told.fact().source().version(), Integer[]::new))
                .param("days", column(facts, told -> told.fact().day().toString(), String[]::new))
                .param("events", column(facts, told -> told.fact().amounts().events(), Integer[]::new))
                .param(
                        "attendances",
                        column(facts, told -> told.fact().amounts().attendances(), Integer[]::new))
                .param("minutes", column(facts, told -> told.fact().amounts().minutes(), Integer[]::new))
                .param("things", column(facts, told -> about.get(told.position()), Long[]::new))
                .param("moneys", column(facts, told -> told.fact().amounts().money(), Long[]::new))
                .param("quantities", column(facts, told -> told.fact().amounts().quantity(), Long[]::new))
                .param("digests", column(facts, ToldFact::digest, UUID[]::new))
                .param("regions", column(facts, told -> told.fact().region().value(), String[]::new))
                .param("sources", column(facts, told -> told.fact().source().name(), String[]::new))
                .param("ids", column(facts, told -> told.fact().source().id(), String[]::new))
                .param("titles", column(facts, told -> told.fact().title(), String[]::new))
                .param("organisers", column(facts, told -> array(told.fact().organisers()), String[]::new))
                .param("measures", column(facts, told -> array(told.fact().measures()), String[]::new))
                .param("markedSources", marked.stream().map(mark -> mark[0]).toArray(String[]::new))
                .param("markedIds", marked.stream().map(mark -> mark[1]).toArray(String[]::new))
                .param("persons", marked.stream().map(mark -> mark[2]).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.account())
                .query(Added.class)
                .list()
                .stream()
                .collect(toMap(Added::position, Added::id));
        var answers = new HashMap<Integer, Recorded>();
        kept.forEach((position, id) -> answers.put(position, new Recorded.New(id)));
        answers.putAll(standing(facts.stream()
                .filter(told -> !kept.containsKey(told.position()))
                .toList()));
        return answers;
    }

    private Map<Integer, Recorded> standing(List<ToldFact> facts) {
        return facts.isEmpty()
                ? Map.of()
                : database
                        .sql(STANDING)
                        .param("positions", column(facts, ToldFact::position, Integer[]::new))
                        .param(
                                "sources",
                                column(facts, told -> told.fact().source().name(), String[]::new))
                        .param("ids", column(facts, told -> told.fact().source().id(), String[]::new))
                        .param(
                                "versions",
                                column(facts, told -> told.fact().source().version(), Integer[]::new))
                        .param("digests", column(facts, ToldFact::digest, UUID[]::new))
                        .query(Standing.class)
                        .list()
                        .stream()
                        .collect(toMap(Standing::position, Standing::answer));
    }

    Recorded withdraw(Actor by, Source next) {
        return database.sql(WITHDRAW)
                .param("source", next.name())
                .param("id", next.id())
                .param("version", next.version())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.account())
                .query(Long.class)
                .optional()
                .<Recorded>map(Recorded.New::new)
                .orElseGet(() -> withdrawn(next));
    }

    private Recorded withdrawn(Source next) {
        var rows = rows(next).stream()
                .filter(row -> row.version() == next.version())
                .toList();
        if (rows.isEmpty()) {
            return new Recorded.Refused(Recorded.Reason.VERSION_MISSING);
        }
        return rows.size() == 1 && rows.getFirst().weight() == -1
                ? new Recorded.Already(rows.getFirst().id())
                : new Recorded.Refused(Recorded.Reason.TOLD_OTHERWISE);
    }

    /** The last version of a row; 0 if nothing was told of it. */
    int last(String source, String id) {
        return database.sql(
                        "select coalesce(max(version), 0) from indicator.fact where source = :source and source_id = :id")
                .param("source", source)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Whether the last version only takes back what was told. */
    boolean isTakenBack(String source, String id, int last) {
        return rows(new Source(source, id, last)).stream().noneMatch(row -> row.version() == last && row.weight() == 1);
    }

    private List<There> rows(Source source) {
        return database.sql("""
                        select version, weight, id from indicator.fact
                        where source = :source and source_id = :id order by version, weight
                        """)
                .param("source", source.name())
                .param("id", source.id())
                .query(There.class)
                .list();
    }

    private static String array(List<?> ids) {
        return ids.stream().map(Object::toString).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static <T, V> V[] column(List<T> rows, Function<T, V> value, java.util.function.IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
