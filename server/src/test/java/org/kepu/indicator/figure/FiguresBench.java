package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.access.Role;
import org.kepu.access.token.GivenTokens;
import org.kepu.indicator.Amount;
import org.kepu.indicator.BulkFacts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Terms;
import org.kepu.plan.review.GivenPlans;
import org.kepu.postgres.EmbeddedPostgres;
import org.kepu.postgres.Settings;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
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

    private static final long FACTS = Long.getLong("kepu.facts", 10_000_000);
    private static final int WARM = 300;
    private static final int ROUNDS = 1_500;
    private static final int READERS = 20;
    private static final int WRITERS = 8;
    private static final int FACTS_A_SECOND = 3_200;
    private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 1);
    private static final int TOGETHER = 25;
    private static final int SECONDS = 30;
    private static final int BULK = 400_000;
    private static final int BULK_AT_ONCE = 10_000;

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

    @Autowired
    private BulkFacts bulk;

    @Autowired
    private Definitions kept;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private boolean again;
    private final long run = System.currentTimeMillis();
    private final AtomicLong bulky = new AtomicLong();
    private final AtomicLong live = new AtomicLong();
    private final Measured measured = new Measured();
    private ManyFacts many;

    @Test
    void figures_on_many_facts() throws Exception {
        many = new ManyFacts(database);
        load();
        try {
            questions();
            overHttp();
            if (!again) {
                references();
            }
            drillDown();
            recording("recording, five readings a second by each of twenty", FACTS_A_SECOND, 200);
            recording("recording, one reading a second by each of twenty", FACTS_A_SECOND, 1_000);
            recording("recording as fast as it goes, one reading a second by each", Integer.MAX_VALUE, 1_000);
            inBulk(1);
            inBulk(2);
            verify();
        } finally {
            measured.write("figures-" + FACTS);
            postgres.close();
        }
    }

    private void load() throws SQLException {
        again = many.isPlanted();
        measured.seconds("planting divisions and indicators", () -> many.plant(kept));
        measured.saw("divisions", many.divisions());
        if (!again) {
            generate();
        }
        measured.saw("facts", count("indicator.fact"));
        measured.saw("cells", count("indicator.cell"));
        measured.saw(
                "megabytes on disk",
                database.sql("select pg_database_size(current_database()) / 1000000")
                        .query(Long.class)
                        .single());
    }

    private void generate() throws SQLException {
        try (var owner = connect();
                var statement = owner.createStatement()) {
            var began = System.nanoTime();
            many.load(owner, FACTS);
            measured.saw("generating the facts and their indexes, s", Math.round(Measured.since(began) / 1000));
            measured.seconds("rebuilding all cells", rolling::rebuild);
            statement.execute("vacuum analyze indicator.fact, indicator.cell, indicator.standing");
        }
    }

    private void questions() {
        for (int i = 0; i < WARM; i++) {
            figures.read(many.question());
        }
        measured.times("figure with its child breakdown", ROUNDS, () -> figures.read(many.question()));
        for (var level : RegionLevel.values()) {
            measured.times("of " + level, 300, () -> figures.read(many.question(level)));
        }
    }

    private void overHttp() throws Exception {
        var token = new GivenTokens(context).with(Role.LEADER, GivenPlans.TOP).token();
        try (var http = HttpClient.newHttpClient()) {
            Supplier<String> asked = () -> {
                var question = many.question();
                var request = HttpRequest.newBuilder(
                                URI.create("http://localhost:%d/api/v1/figures/%s?region=%s&from=%s&to=%s&by=region"
                                        .formatted(
                                                port,
                                                question.definition().id(),
                                                question.region(),
                                                question.window().from(),
                                                question.window().to())))
                        .header("Authorization", "Bearer " + token)
                        .build();
                try {
                    var reply = http.send(request, HttpResponse.BodyHandlers.ofString());
                    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
                    return reply.body();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            };
            for (int i = 0; i < WARM; i++) {
                asked.get();
            }
            measured.times("the same over HTTP", ROUNDS, asked);
        }
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
                var question = many.question(i % 2 == 0 ? RegionLevel.AUTONOMOUS_REGION : RegionLevel.LEAGUE);
                var sum = (Method.Sum) question.definition().method();
                var began = System.nanoTime();
                var figure = figures.read(question);
                ours.add(Measured.since(began));
                var sql = plain(question, sum);
                began = System.nanoTime();
                var byPostgres = total(source, sql);
                plain.add(Measured.since(began));
                began = System.nanoTime();
                var byDuck = total(duckdb, sql);
                duck.add(Measured.since(began));
                assertThat(figure.value().longValue())
                        .as(sql)
                        .isEqualTo(byPostgres)
                        .isEqualTo(byDuck);
            }
        } finally {
            Files.deleteIfExists(csv);
            Files.deleteIfExists(Path.of(csv + ".standing"));
        }
        measured.times("same questions, ours", ours);
        measured.times("same questions, GROUP BY in PostgreSQL", plain);
        measured.times("same questions, GROUP BY in DuckDB", duck);
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
        measured.times("first page of the facts of a figure (50 lines)", 600, () -> {
            var question = many.question();
            var selection = FactLines.of(question.definition().method()).orElseThrow();
            return lines.page(reader, selection, question.region(), question.window(), null, null, 50);
        });
    }

    /** Facts told in small groups by eight at once, while twenty read, each at moments of its own; no faster than asked. */
    private void recording(String what, int factsASecond, long pause) throws Exception {
        var over = new AtomicBoolean();
        var before = count("indicator.fact");
        var readings = new ConcurrentLinkedQueue<Double>();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                running.add(threads.submit(() -> {
                    var random = new Random();
                    for (long told = 0; !over.get(); told += TOGETHER) {
                        waitUntil(began, told * WRITERS * 1_000 / factsASecond);
                        facts.record(
                                GivenPlans.CLERK,
                                IntStream.range(0, TOGETHER)
                                        .mapToObj(i -> many.fresh(
                                                random,
                                                DECEMBER.plusDays(random.nextInt(30)),
                                                "bench-live-" + run,
                                                live.incrementAndGet()))
                                        .toList());
                    }
                }));
            }
            for (int reader = 0; reader < READERS; reader++) {
                running.add(threads.submit(() -> {
                    var random = new Random();
                    for (int read = 0; !over.get(); read++) {
                        waitUntil(began, read * pause + random.nextLong(pause));
                        var start = System.nanoTime();
                        figures.read(many.question());
                        readings.add(Measured.since(start));
                    }
                }));
            }
            waitUntil(began, SECONDS * 1_000L);
            over.set(true);
            for (var one : running) {
                one.get();
            }
        }
        var took = Measured.since(began) / 1000;
        measured.saw(what + ", facts/s", Math.round((count("indicator.fact") - before) / took));
        measured.times("reading while " + what, List.copyOf(readings));
        measured.seconds("rolling what was left after " + what, rolling::roll);
    }

    private static void waitUntil(long began, long millis) {
        while (Measured.since(began) < millis) {
            LockSupport.parkNanos((long) ((millis - Measured.since(began)) * 1e6));
        }
    }

    /** As files of past years or transfers bring them. */
    private void inBulk(int loaders) throws Exception {
        var random = new Random(5);
        var groups = new ConcurrentLinkedQueue<List<Fact>>();
        for (int done = 0; done < BULK; done += BULK_AT_ONCE) {
            var first = done;
            groups.add(IntStream.range(0, BULK_AT_ONCE)
                    .mapToObj(i -> many.fresh(
                            random,
                            LocalDate.of(2024, 1, 1).plusDays((first + i) * 366L / BULK),
                            "bench-bulk-" + run,
                            bulky.incrementAndGet()))
                    .toList());
        }
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int loader = 0; loader < loaders; loader++) {
                running.add(threads.submit(() -> {
                    for (var group = groups.poll(); group != null; group = groups.poll()) {
                        assertThat(bulk.record(GivenPlans.CLERK, group)).allMatch(Recorded.New.class::isInstance);
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        measured.saw("bulk load by " + loaders + ", facts/s", Math.round(BULK / (Measured.since(began) / 1000)));
        measured.seconds("rolling what " + loaders + " loaded", rolling::roll);
    }

    private void verify() {
        var began = System.nanoTime();
        var verdict = verifying.verify();
        measured.saw("verifying all facts, s", Math.round(Measured.since(began) / 1000));
        measured.saw("cells that differ", verdict.differences());
        assertThat(verdict.agrees()).isTrue();
    }

    private static Connection connect() throws SQLException {
        var owner = postgres.logins().owner();
        return DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
