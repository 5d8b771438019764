package org.kepu.indicator.figure;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Source;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A country of 15,000 divisions with facts of 40 kinds over five years, and the questions that are asked of 60 indicators. */
final class ManyFacts {

    private static final int KINDS = 40;
    private static final int INDICATORS = 60;
    private static final int AT_ONCE = 500_000;

    private final JdbcClient database;
    private final Random chance = new Random(103);
    private Map<RegionLevel, List<RegionCode>> regions = Map.of();
    private List<Definition> definitions = List.of();

    ManyFacts(JdbcClient database) {
        this.database = database;
    }

    /** Every banner gets ten sumus, every sumu thirteen gachas; unless they are there from an earlier run. */
    void plant(Definitions kept) {
        if (!isPlanted()) {
            divisionsAndKinds();
        }
        regions = database.sql("select code from region.state order by code").query(String.class).list().stream()
                .map(RegionCode::new)
                .collect(java.util.stream.Collectors.groupingBy(RegionCode::level));
        definitions =
                IntStream.rangeClosed(1, INDICATORS).mapToObj(this::indicator).toList();
        definitions.forEach(one -> kept.keep(GivenPlans.may(Right.KEEP_INDICATORS), one, LocalDate.of(2021, 1, 1)));
    }

    boolean isPlanted() {
        return database.sql("select exists (select from indicator.fact where source = 'bench')")
                .query(Boolean.class)
                .single();
    }

    private void divisionsAndKinds() {
        database.sql("delete from region.state where length(code) > 6").update();
        for (var level : List.of(RegionLevel.BANNER, RegionLevel.SUMU)) {
            database.sql("""
                            with made as (
                                select code || lpad((100 + i)::text, 3, '0') as code, code as parent,
                                       case when i % 3 = 0 then 'URBAN' else 'RURAL' end as settlement
                                from region.region, generate_series(1, :children) i where level = :level
                            ), known as (
                                insert into region.region (code) select code from made on conflict do nothing
                            )
                            insert into region.state (code, name, parent, traits, during)
                            select code, '第' || code || '号', parent, array[settlement], daterange('2021-01-01', null)
                            from made
                            """)
                    .param("level", level.number())
                    .param("children", level == RegionLevel.BANNER ? 10 : 13)
                    .update();
        }
        for (int i = 1; i <= KINDS; i++) {
            database.sql("""
                            insert into indicator.kind (code, name, amounts, persons)
                            values (:code, :code, array['ATTENDANCES', 'EVENTS'], false) on conflict do nothing
                            """).param("code", "BENCH_" + i).update();
        }
    }

    int divisions() {
        return regions.values().stream().mapToInt(List::size).sum();
    }

    /** One in six of two kinds, one for one audience, one for rural places only, the others of one kind. */
    private Definition indicator(int i) {
        var kind = "BENCH_" + (1 + i % KINDS);
        var selection = switch (i % 6) {
            case 0 -> new Selection(List.of(kind, "BENCH_" + (1 + (i + 7) % KINDS)), List.of(), List.of(), null);
            case 1 -> new Selection(List.of(kind), List.of("PUPILS"), List.of(), null);
            case 2 -> new Selection(List.of(kind), List.of(), List.of(), true);
            default -> Selection.of(kind);
        };
        return new Definition(
                "bench-" + i,
                "指标" + i,
                i % 2 == 0 ? "次" : "人次",
                Definition.Span.YEAR,
                new Method.Sum(selection, i % 2 == 0 ? Amount.EVENTS : Amount.ATTENDANCES),
                null);
    }

    /**
     * Facts as a restored backup brings them: the rows first, then all indexes and references. In the order of time, each told
     * within a month of its day.
     */
    void load(Connection owner, long facts) throws SQLException {
        try (var statement = owner.createStatement()) {
            var references = kept(owner, """
                    select conname, pg_get_constraintdef(oid) from pg_constraint
                    where conrelid = 'indicator.fact'::regclass and contype = 'f'
                    """);
            var indexes = kept(owner, """
                    select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
                    where indrelid = 'indicator.fact'::regclass and not exists (
                        select from pg_constraint where conindid = indexrelid)
                    """);
            for (var name : references.keySet()) {
                statement.execute("alter table indicator.fact drop constraint " + name);
            }
            for (var name : indexes.keySet()) {
                statement.execute("drop index " + name);
            }
            statement.execute("alter table indicator.fact disable trigger fact_refers");
            for (long done = 0; done < facts; done += AT_ONCE) {
                generate(done, Math.min(AT_ONCE, facts - done), facts);
            }
            statement.execute("alter table indicator.fact enable trigger fact_refers");
            statement.execute("set maintenance_work_mem = '1GB'");
            for (var index : indexes.values()) {
                statement.execute(index);
            }
            for (var reference : references.entrySet()) {
                statement.execute(
                        "alter table indicator.fact add constraint " + reference.getKey() + " " + reference.getValue());
            }
        }
    }

    private static Map<String, String> kept(Connection owner, String sql) throws SQLException {
        var rows = new ArrayList<String[]>();
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return rows.stream().collect(toMap(row -> row[0], row -> row[1]));
    }

    private void generate(long done, long many, long facts) {
        database.sql("""
                        with place as materialized (
                            select row_number() over (order by code) as place, code from region.region where length(code) = 12
                        ), kinds as materialized (
                            select row_number() over (order by id) as kind, id from indicator.kind where code like 'BENCH%'
                        ), vocabulary as materialized (
                            select array(select id from indicator.audience where code in ('', 'PUPILS', 'PUBLIC')) as audiences,
                                   array(select id from indicator.place where code in ('', 'SCHOOL', 'VILLAGE')) as places,
                                   (select count(*) from place) as all_places
                        ), drawn as materialized (
                            select i, 1 + floor(random() * :kinds)::int as kind, 1 + floor(random() * random() * 3)::int as audience,
                                   1 + floor(random() * random() * 3)::int as kept, greatest(0, floor(1826.0 * i / :facts - random() * 30))::int as days,
                                   1 + floor(random() * all_places)::int as place, floor(random() * 200)::int as people
                            from vocabulary, generate_series(:done + 1, :done + :many) i
                        )
                        insert into indicator.fact (
                            kind, audience, place, rural, weight, version, day, events, attendances, minutes, money, quantity,
                            recorded_at, recorded_by, digest, region, source, source_id, title, organisers, measures)
                        select kinds.id, audiences[audience], places[kept], code::bigint % 3 <> 0, 1, 1, date '2021-01-01' + days, 1,
                               people, 0, 0, 0, now(), '00000000-0000-0000-0000-000000000001', gen_random_uuid(), code, 'bench',
                               'row-' || i, '一场科普讲座', '{}', '{}'
                        from drawn join place using (place) join kinds using (kind) cross join vocabulary
                        """)
                .param("kinds", KINDS)
                .param("done", done)
                .param("facts", facts + 1)
                .param("many", many)
                .update();
    }

    /** A division of any level, as often as leaders and clerks look there: one in five at the top. */
    Figures.Question question() {
        return question(RegionLevel.of(1 + chance.nextInt(5)));
    }

    Figures.Question question(RegionLevel level) {
        var of = java.util.Objects.requireNonNull(regions.get(level));
        return new Figures.Question(
                definitions.get(chance.nextInt(INDICATORS)),
                of.get(chance.nextInt(of.size())),
                window(),
                Breakdown.REGION,
                null);
    }

    /** Years, semesters, months, and spans from any day to any other. */
    private Window window() {
        var year = 2021 + chance.nextInt(5);
        var day = LocalDate.of(2021, 1, 1).plusDays(chance.nextInt(1_500));
        return switch (chance.nextInt(5)) {
            case 0 -> Window.ofYear(year);
            case 1 -> new Window(LocalDate.of(2021, 1, 1), LocalDate.of(2025, 12, 31));
            case 2 -> new Window(LocalDate.of(year, 2, 1), LocalDate.of(year, 8, 31));
            case 3 -> new Window(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
            default -> new Window(day, day.plusDays(chance.nextInt(325)));
        };
    }

    /**
     * One of that day, somewhere in a gacha.
     *
     * @param source of a run of its own, for what was told once is not told again
     */
    Fact fresh(Random random, LocalDate day, String source, long number) {
        var gachas = java.util.Objects.requireNonNull(regions.get(RegionLevel.GACHA));
        return Fact.of(
                        Source.of(source, String.valueOf(number)),
                        "BENCH_" + (1 + random.nextInt(KINDS)),
                        day,
                        gachas.get(random.nextInt(gachas.size())),
                        "一场科普讲座")
                .with(Amounts.ONCE.attendances(random.nextInt(200)))
                .inRuralArea(random.nextBoolean());
    }
}
