package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Source;
import org.kepu.indicator.Terms;
import org.kepu.plan.review.GivenPlans;
import org.kepu.postgres.EmbeddedPostgres;
import org.kepu.postgres.Settings;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * Figures on many facts: 15,000 divisions, 40 kinds, 60 indicators, five years; on the server of a real installation, that
 * writes through to the disk. {@code bench/figures [FACTS]} runs it and writes what it saw as JSON and Markdown. The same
 * questions go as a plain GROUP BY to PostgreSQL and to DuckDB, on the same rows, in the same run.
 */
@EnabledIfSystemProperty(named = "kepu.bench", matches = "true")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FiguresBench.Installation.class)
class FiguresBench {

    private static final long FACTS = Long.getLong("kepu.facts", 1_000_000);
    private static final int KINDS = 40;
    private static final int INDICATORS = 60;
    private static final int WARM = 300;
    private static final int ROUNDS = 1_500;
    private static final int READERS = 20;
    private static final int WRITERS = 8;
    private static final int TOGETHER = 25;
    private static final int SECONDS = 30;
    private static final Random CHANCE = new Random(103);

    private static EmbeddedPostgres postgres;

    static class Installation implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            postgres = EmbeddedPostgres.start(Path.of("target/bench-figures"), Settings.forService());
            var logins = postgres.logins();
            TestPropertyValues.of(
                            "spring.datasource.url=" + logins.application().jdbcUrl(),
                            "spring.datasource.username=" + logins.application().user(),
                            "spring.datasource.password=" + logins.application().password(),
                            "spring.datasource.hikari.maximum-pool-size=40",
                            "spring.flyway.url=" + logins.owner().jdbcUrl(),
                            "spring.flyway.user=" + logins.owner().user(),
                            "spring.flyway.password=" + logins.owner().password(),
                            "kepu.home=target/bench-figures-home")
                    .applyTo(context);
        }
    }

    @Autowired
    private JdbcClient database;

    @Autowired
    private Facts facts;

    @Autowired
    private Figures figures;

    @Autowired
    private FactLines lines;

    @Autowired
    private Rolling rolling;

    @Autowired
    private VerifyingFigures verifying;

    @Autowired
    private Terms terms;

    private final Map<String, Object> seen = new LinkedHashMap<>();
    private List<RegionCode> regions = List.of();
    private List<Definition> definitions = List.of();

    @Test
    void figures_on_many_facts() throws Exception {
        plant();
        load();
        questions();
        references();
        drillDown();
        recording();
        verify();
        write();
    }

    private void plant() {
        database.sql("delete from region.state where length(code) > 6").update();
        for (var level : List.of(3, 4)) {
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
                    .param("level", level)
                    .param("children", level == 3 ? 10 : 13)
                    .update();
        }
        for (int i = 1; i <= KINDS; i++) {
            database.sql("""
                            insert into indicator.kind (code, name, amounts, persons)
                            values (:code, :code, array['ATTENDANCES', 'EVENTS'], false) on conflict do nothing
                            """).param("code", "BENCH_" + i).update();
        }
        regions = database.sql("select code from region.region order by code").query(String.class).list().stream()
                .map(RegionCode::new)
                .toList();
        definitions =
                IntStream.rangeClosed(1, INDICATORS).mapToObj(this::indicator).toList();
        seen.put("divisions", regions.size());
    }

    /** Two in three of one kind, the others of several kinds, one audience, or rural places only. */
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

    /** Facts as they would be after years: written in batches, then rolled into the cells. */
    private void load() {
        long there = database.sql("select count(*) from indicator.fact where source = 'bench'")
                .query(Long.class)
                .single();
        var began = System.nanoTime();
        for (long done = there; done < FACTS; done += 500_000) {
            database.sql("""
                            with vocabulary as materialized (
                                select array(select code from region.region where length(code) = 12 order by code) as codes,
                                       array(select id from indicator.kind where code like 'BENCH%' order by id) as kinds,
                                       array(select id from indicator.audience where code in ('', 'PUPILS', 'PUBLIC')) as audiences,
                                       array(select id from indicator.place where code in ('', 'SCHOOL', 'VILLAGE')) as places
                            ), drawn as materialized (
                                select i, 1 + floor(random() * :kinds)::int as kind, 1 + floor(random() * random() * 3)::int as audience,
                                       1 + floor(random() * random() * 3)::int as place, floor(random() * 1826)::int as days,
                                       1 + floor(random() * cardinality(codes))::int as code, floor(random() * 200)::int as people
                                from vocabulary, generate_series(:done + 1, :done + :many) i
                            )
                            insert into indicator.fact (
                                kind, audience, place, rural, weight, version, day, events, attendances, minutes, money, quantity,
                                recorded_at, recorded_by, digest, region, source, source_id, title, organisers, measures)
                            select kinds[kind], audiences[audience], places[place], code % 3 <> 0, 1, 1, date '2021-01-01' + days, 1,
                                   people, 0, 0, 0, now(), '00000000-0000-0000-0000-000000000001', gen_random_uuid(), codes[code],
                                   'bench', 'row-' || i, '一场科普讲座', '{}', '{}'
                            from drawn, vocabulary
                            """)
                    .param("kinds", KINDS)
                    .param("done", done)
                    .param("many", Math.min(500_000, FACTS - done))
                    .update();
        }
        seen.put("generated facts", FACTS - there);
        seen.put("generating, s", seconds(began));
        began = System.nanoTime();
        rolling.rebuild();
        seen.put("rebuilding all cells, s", seconds(began));
        asOwner("vacuum analyze indicator.fact, indicator.cell");
        seen.put("facts", count("indicator.fact"));
        seen.put("cells", count("indicator.cell"));
        seen.put(
                "bytes on disk",
                database.sql("select pg_database_size(current_database())")
                        .query(Long.class)
                        .single());
    }

    private void questions() {
        for (int i = 0; i < WARM; i++) {
            figures.read(question());
        }
        report("figure with its child breakdown, ms", times(ROUNDS, () -> figures.read(question())));
        for (var level :
                List.of(RegionLevel.AUTONOMOUS_REGION, RegionLevel.LEAGUE, RegionLevel.BANNER, RegionLevel.SUMU)) {
            report("of " + level + ", ms", times(300, () -> figures.read(question(level))));
        }
    }

    /** A division of any level, as often as leaders and clerks look there: one in five at the top. */
    private Figures.Question question() {
        return question(
                switch (CHANCE.nextInt(5)) {
                    case 0 -> RegionLevel.AUTONOMOUS_REGION;
                    case 1 -> RegionLevel.LEAGUE;
                    case 2 -> RegionLevel.BANNER;
                    case 3 -> RegionLevel.SUMU;
                    default -> RegionLevel.GACHA;
                });
    }

    private Figures.Question question(RegionLevel level) {
        var of = regions.stream().filter(code -> code.level() == level).toList();
        return new Figures.Question(
                definitions.get(CHANCE.nextInt(INDICATORS)),
                of.get(CHANCE.nextInt(of.size())),
                window(),
                Breakdown.REGION,
                null);
    }

    /** Years, semesters, months, and spans from any day to any other. */
    private Window window() {
        var year = 2021 + CHANCE.nextInt(5);
        var day = LocalDate.of(2021, 1, 1).plusDays(CHANCE.nextInt(1_500));
        return switch (CHANCE.nextInt(5)) {
            case 0 -> Window.ofYear(year);
            case 1 -> new Window(LocalDate.of(2021, 1, 1), LocalDate.of(2025, 12, 31));
            case 2 -> new Window(LocalDate.of(year, 2, 1), LocalDate.of(year, 8, 31));
            case 3 -> new Window(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
            default -> new Window(day, day.plusDays(CHANCE.nextInt(325)));
        };
    }

    /** The same questions as a plain GROUP BY, by PostgreSQL and by DuckDB. */
    private void references() throws SQLException, IOException {
        var csv = Path.of("target/bench-facts.csv").toAbsolutePath();
        var ours = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        var duck = new ArrayList<Double>();
        try (var source = connect();
                var duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            export(source, csv);
            try (var statement = duckdb.createStatement()) {
                statement.execute("set threads = 2");
                statement.execute("create table fact as select * from read_csv('" + csv
                        + "', header = true, all_varchar = false)");
                statement.execute(
                        "create table standing as select * from read_csv('" + csv + ".standing', header = true)");
            }
            for (int i = 0; i < 60; i++) {
                var question = question(i % 2 == 0 ? RegionLevel.AUTONOMOUS_REGION : RegionLevel.LEAGUE);
                var sum = (Method.Sum) question.definition().method();
                var began = System.nanoTime();
                var figure = figures.read(question);
                ours.add(millis(began));
                var sql = plain(question, sum);
                began = System.nanoTime();
                var byPostgres = total(source, sql);
                plain.add(millis(began));
                began = System.nanoTime();
                var byDuck = total(duckdb, sql);
                duck.add(millis(began));
                assertThat(figure.value().longValue())
                        .as(sql)
                        .isEqualTo(byPostgres)
                        .isEqualTo(byDuck);
            }
        } finally {
            Files.deleteIfExists(csv);
            Files.deleteIfExists(Path.of(csv + ".standing"));
        }
        report("same questions, ours, ms", ours);
        report("same questions, GROUP BY in PostgreSQL, ms", plain);
        report("same questions, GROUP BY in DuckDB, ms", duck);
    }

    /** The whole by the group of its children; both engines take the same text. */
    private String plain(Figures.Question question, Method.Sum sum) {
        var chosen = Chosen.of(sum.of(), terms);
        var step = question.region().level().number();
        return """
                select coalesce(sum(part), 0) from (
                    select standing.l%d, sum(%s) as part
                    from fact join standing on standing.code = fact.region
                    where standing.l%d = '%s' and kind in (%s) %s %s and day between date '%s' and date '%s'
                    group by standing.l%d) parts
                """.formatted(
                step + 1,
                sum.amount() == Amount.EVENTS ? "events" : "attendances",
                step,
                question.region(),
                String.join(
                        ",", Arrays.stream(chosen.kinds()).map(String::valueOf).toList()),
                chosen.audiences().length == 0 ? "" : "and audience = " + chosen.audiences()[0],
                chosen.rural() == null ? "" : "and rural = " + chosen.rural(),
                question.window().from(),
                question.window().to(),
                step + 1);
    }

    private static void export(Connection source, Path csv) throws SQLException, IOException {
        try (var statement = source.createStatement()) {
            statement.execute("set search_path = bench, indicator, public");
            statement.execute("create schema if not exists bench");
            statement.execute("drop table if exists bench.standing");
            statement.execute("""
                    create table bench.standing as
                    select code, path[1] as l1, path[2] as l2, path[3] as l3, path[4] as l4 from indicator.standing
                    """);
            statement.execute("alter table bench.standing add primary key (code)");
            statement.execute("analyze bench.standing");
        }
        var copy = source.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
        try (var file = Files.newOutputStream(csv)) {
            copy.copyOut(
                    "copy (select kind, audience, place, rural, day, events, attendances, region from indicator.fact)"
                            + " to stdout (format csv, header)",
                    file);
        }
        try (var file = Files.newOutputStream(Path.of(csv + ".standing"))) {
            copy.copyOut("copy bench.standing to stdout (format csv, header)", file);
        }
    }

    private static long total(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void drillDown() {
        var reader = GivenPlans.may(Right.READ_FIGURES);
        report("first page of the facts of a figure (50 lines), ms", times(600, () -> {
            var question = question();
            var selection = FactLines.of(question.definition().method()).orElseThrow();
            return lines.page(reader, selection, question.region(), question.window(), null, null, 50);
        }));
    }

    /** Facts told in small groups by eight at once, while twenty read. */
    private void recording() throws Exception {
        var over = new AtomicBoolean();
        var told = new AtomicLong();
        var before = count("indicator.fact");
        var readings = new ConcurrentLinkedQueue<Double>();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                running.add(threads.submit(() -> {
                    var random = new Random();
                    while (!over.get()) {
                        var group = IntStream.range(0, TOGETHER)
                                .mapToObj(i -> fresh(random, told.incrementAndGet()))
                                .toList();
                        facts.record(GivenPlans.CLERK, group);
                    }
                }));
            }
            for (int reader = 0; reader < READERS; reader++) {
                running.add(threads.submit(() -> {
                    while (!over.get()) {
                        var start = System.nanoTime();
                        figures.read(question());
                        readings.add(millis(start));
                        java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
                    }
                }));
            }
            while (seconds(began) < SECONDS) {
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
            over.set(true);
            for (var one : running) {
                one.get();
            }
        }
        var took = seconds(began);
        seen.put("recording, facts/s", Math.round((count("indicator.fact") - before) / took));
        report("reading meanwhile by " + READERS + " (each 5 times a second at most), ms", List.copyOf(readings));
        began = System.nanoTime();
        rolling.roll();
        seen.put("rolling what was left, s", seconds(began));
    }

    private Fact fresh(Random random, long number) {
        return Fact.of(
                        Source.of("bench-live", System.nanoTime() + "-" + number),
                        "BENCH_" + (1 + random.nextInt(KINDS)),
                        LocalDate.of(2025, 12, 1).plusDays(random.nextInt(30)),
                        regions.get(200 + random.nextInt(regions.size() - 200)),
                        "一场科普讲座")
                .with(Amounts.ONCE.attendances(random.nextInt(200)))
                .inRuralArea(random.nextBoolean());
    }

    private void verify() {
        var began = System.nanoTime();
        var verdict = verifying.verify();
        seen.put("verifying all facts, s", seconds(began));
        seen.put("cells that differ", verdict.differences());
        assertThat(verdict.agrees()).isTrue();
    }

    private static Connection connect() throws SQLException {
        var owner = postgres.logins().owner();
        return DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
    }

    private void asOwner(String sql) {
        try (var owner = connect();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<Double> times(int rounds, java.util.function.Supplier<?> act) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            var began = System.nanoTime();
            act.get();
            times.add(millis(began));
        }
        return times;
    }

    private void report(String what, List<Double> times) {
        var sorted = times.stream().sorted().toList();
        seen.put(
                what,
                Map.of(
                        "n", sorted.size(),
                        "p50", at(sorted, 50),
                        "p95", at(sorted, 95),
                        "p99", at(sorted, 99)));
        System.out.println(what + " " + seen.get(what));
    }

    private static double at(List<Double> sorted, int percent) {
        return Math.round(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) * 10) / 10.0;
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    }

    private void write() throws IOException {
        var json = new tools.jackson.databind.json.JsonMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(seen);
        var markdown = new StringBuilder("| what | p50 | p95 | p99 | n |\n|---|---|---|---|---|\n");
        seen.forEach((what, value) -> markdown.append(
                value instanceof Map<?, ?> times
                        ? "| %s | %s | %s | %s | %s |%n"
                                .formatted(what, times.get("p50"), times.get("p95"), times.get("p99"), times.get("n"))
                        : "| %s | %s | | | |%n".formatted(what, value)));
        Files.writeString(Path.of("target/figures-" + FACTS + ".json"), json);
        Files.writeString(Path.of("target/figures-" + FACTS + ".md"), markdown);
        System.out.println(markdown);
        postgres.close();
    }
}
