package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.figure.Measured.since;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.KepuApplication;
import org.kepu.access.Role;
import org.kepu.access.token.GivenTokens;
import org.kepu.activity.Activities;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Installation;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.indicator.figure.Measured;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ContextConfiguration;

/**
 * Many more people than seats, over HTTP, on the server of a real installation that writes through to the disk. The program runs in a
 * process of its own, and this one is the load program, on the same processors. {@code bench/burst} runs it and writes what it saw as JSON and Markdown. The statement that
 * decides goes alone to the same PostgreSQL by pgbench, and so does the way that looks first and inserts afterwards.
 */
@EnabledIfSystemProperty(named = "kepu.bench", matches = "true")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Installation.class)
class BurstBench {

    private static final int SEATS = 500;
    private static final int SECONDS = Integer.getInteger("kepu.seconds", 60);
    private static final int A_SECOND = Integer.getInteger("kepu.rate", 1_000);
    private static final int CLIENTS = 40;
    private static final int REPEATED = 20;

    /** The program on its own, to be asked and to be killed. */
    static final class Program {
        public static void main(String[] settings) {
            new SpringApplicationBuilder(KepuApplication.class).run(settings);
        }
    }

    /** The program within this process, which is asked directly, tells what it sends. */
    @TestConfiguration
    static class Overheard {
        @Bean
        static SentStatements sentStatements() {
            return new SentStatements();
        }
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    KeepingActivities keeping;

    @Autowired
    OwnActivities activities;

    @Autowired
    SeatsSwept swept;

    private int port;
    private OpenLines lines;
    private Process program;
    private final Measured measured = new Measured();
    private final AtomicInteger people = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private String token = "";

    /** One attempt: what was sent, and what came back; a result of nothing is an attempt that was lost. */
    private record Attempt(Asked asked, int status, String result, String code, double ms) {

        String key() {
            return asked.key();
        }
    }

    /** A request as it goes over the line. */
    private record Asked(String key, byte[] request) {}

    @BeforeEach
    void start() throws Exception {
        token = new GivenTokens(context).with(Role.OFFICE_CLERK, GivenPlans.TOP).token();
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        lines = new OpenLines(port);
        program = started();
        var session = session(100);
        at(300, 20, (i, due) -> ask(person -> session, due));
    }

    @AfterEach
    void stop() {
        program.destroyForcibly();
    }

    @AfterAll
    static void close() {
        Installation.close();
    }

    @Test
    void more_people_than_seats() throws Exception {
        burst();
        release();
        measured.write("burst");
    }

    @Test
    void beside_the_statement_alone_and_beside_looking_first() throws Exception {
        throughput();
        lookingFirst();
        measured.write("burst-alone");
    }

    private SessionId session(int capacity) {
        var start = java.time.Instant.now().plus(Duration.ofDays(1));
        var planned = new Planned(
                start,
                start.plusSeconds(3600),
                capacity,
                1,
                false,
                java.time.Instant.now().minusSeconds(60),
                null);
        var scope = GivenActivities.clerk();
        var id = keeping.write(
                scope,
                GivenActivities.described("抢票", "LECTURE", new RegionCode("150203"), List.of("PUBLIC")),
                List.of(planned));
        keeping.publish(scope, id);
        return activities.sessionsOf(scope, id).getFirst().id();
    }

    private void burst() throws Exception {
        var session = session(SEATS);
        var began = System.nanoTime();
        var answers = beside(pageOf(session), () -> at(A_SECOND, SECONDS, (i, due) -> ask(person -> session, due)));
        report("one session of " + SEATS + " seats", answers, since(began), SEATS, List.of(session));
    }

    private void release() throws Exception {
        var sessions = IntStream.range(0, 20).mapToObj(i -> session(100)).toList();
        var began = System.nanoTime();
        var answers =
                at(A_SECOND, Math.max(10, SECONDS / 2), (i, due) -> ask(person -> sessions.get(person % 21 % 20), due));
        report("twenty sessions of 100 seats at once", answers, since(began), 2_000, sessions);
    }

    private URI pageOf(SessionId session) {
        var activity =
                context.getBean(Activities.class).session(session).orElseThrow().activity();
        return URI.create("http://127.0.0.1:" + port + "/activities/" + activity);
    }

    /** Meanwhile somebody reads the page of the activity twenty times a second. */
    private List<Attempt> beside(URI page, Callable<List<Attempt>> burst) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = threads.submit(() -> at(20, SECONDS, (i, due) -> () -> {
                var answer = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
                assertThat(answer.statusCode()).isEqualTo(200);
                return since(due);
            }));
            var answers = burst.call();
            measured.times("page of the sold-out session meanwhile", reading.get());
            return answers;
        }
    }

    /** Those who were asked to come again do, as many as there is time for. */
    private List<Attempt> comingAgain(List<Attempt> answers) throws Exception {
        var asked = answers.stream().filter(one -> one.status() == 503).toList();
        var some = Math.min(asked.size(), 200 * 10);
        return at(200, some / 200, (i, due) -> () -> send(asked.get(i).asked(), due));
    }

    private void report(String what, List<Attempt> first, double ms, int seats, List<SessionId> sessions)
            throws Exception {
        var asked = first.stream().filter(one -> one.status() == 503).count();
        measured.saw(what + ": attempts", first.size());
        measured.saw(what + ": answered a second", Math.round((first.size() - asked) / ms * 1000));
        measured.saw(what + ": asked to come again", asked);
        times(what + ": answered", first, 200, 201, 409);
        times(what + ": confirmed", first, 201);
        times(what + ": refused", first, 409);
        times(what + ": asked to come again", first, 503);
        var answers = Stream.concat(first.stream(), comingAgain(first).stream()).toList();
        var lost = answers.stream()
                .filter(one -> !Set.of(200, 201, 409, 503).contains(one.status()))
                .count();
        var codes = answers.stream()
                .filter(one -> one.result().equals("confirmed"))
                .collect(Collectors.groupingBy(Attempt::key, Collectors.mapping(Attempt::code, Collectors.toSet())));
        measured.saw(what + ": confirmed, the second visit of those who were asked among them", codes.size());
        measured.saw(what + ": oversold", Math.max(0, taken(sessions) - seats));
        measured.saw(what + ": without an answer", lost);
        measured.saw(what + ": connections that were cut off, asked again with the same key", cutOff.getAndSet(0));
        measured.saw(what + ": beliefs that do not hold", swept.sweep().size());
        assertThat(lost).isZero();
        assertThat(codes.values()).as("the same key is the same booking").allMatch(some -> some.size() == 1);
        assertThat(codes).hasSize(taken(sessions)).hasSize(seats);
        assertThat(swept.sweep()).isEmpty();
    }

    private void times(String what, List<Attempt> answers, Integer... statuses) {
        var some = Set.of(statuses);
        var times = answers.stream()
                .filter(one -> some.contains(one.status()))
                .map(Attempt::ms)
                .toList();
        if (!times.isEmpty()) {
            measured.times(what, times);
        }
    }

    private int taken(List<SessionId> sessions) {
        return database.sql("select sum(taken) from activity.session where id = any(:ids)")
                .param("ids", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** What is done for the number of an attempt, which was due at a reading of the clock. */
    @FunctionalInterface
    private interface Due<T> {
        Callable<T> at(int number, long due);
    }

    /** Sends so many a second for so many seconds, however slow the answers are; the time counts from when it was due. */
    private <T> List<T> at(int aSecond, int seconds, Due<T> act) throws Exception {
        var running = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (int i = 0; i < aSecond * seconds; i++) {
                var due = start + i * 1_000_000_000L / aSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                running.add(threads.submit(act.at(i, due)));
            }
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private Callable<Attempt> ask(SessionId session) {
        return ask(person -> session, System.nanoTime());
    }

    /** Every twentieth asks twice with the same key, as a telephone does that lost its connection. */
    private Callable<Attempt> ask(IntFunction<SessionId> session, long due) {
        int number = people.incrementAndGet();
        int person = number % REPEATED == 0 ? number - 1 : number;
        var key = "burst-" + person;
        var body = "{\"name\":\"居民\",\"phone\":\"13%09d\"}".formatted(person).getBytes(StandardCharsets.UTF_8);
        var head = """
                POST /api/v1/sessions/%s/registrations HTTP/1.1
                Host: 127.0.0.1:%d
                Authorization: Bearer %s
                Content-Type: application/json
                Idempotency-Key: %s
                Content-Length: %d

                """.formatted(session.apply(person), port, token, key, body.length)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return () -> send(new Asked(key, request), due);
    }

    /** Whoever loses the connection asks again, with the same key. */
    private Attempt send(Asked asked, long due) {
        for (int tries = 1; tries <= 3; tries++) {
            try {
                var answer = lines.send(asked.request());
                return new Attempt(
                        asked,
                        answer.status(),
                        field(answer.body(), "result"),
                        field(answer.body(), "code"),
                        since(due));
            } catch (IOException lost) {
                cutOff.incrementAndGet();
            }
        }
        return new Attempt(asked, 0, "", "", since(due));
    }

    private static String field(String json, String name) {
        var before = '"' + name + "\":\"";
        var begin = json.indexOf(before);
        return begin < 0 ? "" : json.substring(begin + before.length(), json.indexOf('"', begin + before.length()));
    }

    /** So many clients, each again and again for so many seconds. */
    private static List<Double> together(int clients, int seconds, Callable<Double> act) throws Exception {
        var times = new ConcurrentLinkedQueue<Double>();
        var over = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < over) {
                        times.add(act.call());
                    }
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return List.copyOf(times);
    }

    /** Bookings a second of one session without an end, over HTTP and by the use case, beside the statement alone by pgbench. */
    private void throughput() throws Exception {
        var endless = session(900_000);
        together(CLIENTS, 40, () -> ask(endless).call().ms());
        var overHttp = together(CLIENTS, 15, () -> ask(endless).call().ms());
        measured.saw("bookings a second of one session over HTTP, 40 clients", Math.round(overHttp.size() / 15.0));
        var registrations = context.getBean(Registrations.class);
        var direct = together(CLIENTS, 15, () -> {
            var due = System.nanoTime();
            int person = people.incrementAndGet();
            registrations.register(
                    endless,
                    new Applicant("居民", new PhoneNumber("13%09d".formatted(person)), 1, "direct-" + person, null));
            return since(due);
        });
        measured.saw("bookings a second by the use case, 40 callers", Math.round(direct.size() / 15.0));
        var heard = context.getBean(SentStatements.class)
                .during(() -> registrations.register(
                        endless, new Applicant("居民", new PhoneNumber("13000000000"), 1, "heard", null)));
        var deciding = SentStatements.last(heard, sql -> sql.contains("insert into activity.booking"));
        var locking = SentStatements.last(
                heard, sql -> sql.contains("from activity.session") && sql.contains("for no key update"));
        var alone = pgbench(deciding.as(attempt(session(900_000))) + ";");
        var locked = attempt(session(900_000));
        var withLock = pgbench("begin;\n%s;\n%s;\ncommit;"
                .formatted(
                        locking.as(Map.of("ids", "array[" + locked.get("session") + "]::uuid[]")),
                        deciding.as(locked)));
        measured.saw("the statement alone by pgbench, 20 clients, a second", Math.round(alone));
        measured.saw("with the lock before it, as the program does, a second", Math.round(withLock));
        ratios("over HTTP", overHttp.size() / 15.0, alone, withLock);
        ratios("by the use case", direct.size() / 15.0, alone, withLock);
        assertThat(swept.sweep().stream().filter(one -> one.belief() == SeatsSwept.Belief.NEVER_OVERSOLD))
                .isEmpty();
    }

    private void ratios(String way, double aSecond, double alone, double withLock) {
        measured.saw("ratio " + way + " to the statement alone", Math.round(aSecond / alone * 100) / 100.0);
        measured.saw("ratio " + way + " to both statements", Math.round(aSecond / withLock * 100) / 100.0);
    }

    /** What each attempt has for itself; all else is as the program sent it. */
    private static Map<String, String> attempt(SessionId session) {
        return Map.of(
                "session", "'" + session + "'",
                "id", "gen_random_uuid()",
                "code", "lpad((random() * 999999999999)::bigint::text, 12, '0')",
                "print", "gen_random_uuid()::text",
                "asked", "gen_random_uuid()::text");
    }

    private double pgbench(String statements) throws Exception {
        var script = Path.of("target/burst.sql").toAbsolutePath();
        Files.writeString(script, statements);
        var login = Installation.logins().owner();
        var url = URI.create(login.jdbcUrl().replaceFirst("^jdbc:", ""));
        var process = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        "20",
                        "-j",
                        "2",
                        "-T",
                        "15",
                        "-f",
                        script.toString(),
                        "-h",
                        url.getHost(),
                        "-p",
                        String.valueOf(url.getPort()),
                        "-U",
                        login.user(),
                        url.getPath().substring(1))
                .redirectErrorStream(true);
        process.environment().put("PGPASSWORD", login.password());
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes());
        assertThat(running.waitFor()).as(said).isZero();
        var tps = java.util.regex.Pattern.compile("tps = ([0-9.]+)").matcher(said);
        assertThat(tps.find()).as(said).isTrue();
        return Double.parseDouble(tps.group(1));
    }

    /** The way that everybody tries first: look whether there is room, then insert. */
    private void lookingFirst() throws Exception {
        var login = Installation.logins().owner();
        try (var connection = DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("create table if not exists bench.seat (session int, person int)");
            statement.execute("truncate bench.seat");
        }
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                threads.submit(() -> {
                    try (var connection = DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
                            var look =
                                    connection.prepareStatement("select count(*) from bench.seat where session = 1");
                            var insert = connection.prepareStatement("insert into bench.seat values (1, ?)")) {
                        for (int person = next.incrementAndGet(); person <= 3_200; person = next.incrementAndGet()) {
                            try (var rows = look.executeQuery()) {
                                rows.next();
                                if (rows.getInt(1) >= SEATS) {
                                    continue;
                                }
                            }
                            insert.setInt(1, person);
                            insert.executeUpdate();
                        }
                    }
                    return null;
                });
            }
        }
        measured.saw(
                "looking first, 64 clients: sold of 500",
                JdbcClient.create(new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password()))
                        .sql("select count(*) from bench.seat")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void killed_in_the_middle_whatever_it_had_confirmed_is_there() throws Exception {
        var session = session(100_000);
        var confirmed = new ConcurrentLinkedQueue<String>();
        var dead = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                threads.submit(() -> {
                    while (!dead.get()) {
                        var answer = ask(session).call();
                        if (answer.result().equals("confirmed")) {
                            confirmed.add(answer.code());
                        }
                    }
                    return null;
                });
            }
            while (confirmed.size() < 1_000) {
                LockSupport.parkNanos(1_000_000);
            }
            program.destroyForcibly();
            program.waitFor(10, TimeUnit.SECONDS);
            dead.set(true);
        }
        var kept = new HashSet<>(
                database.sql("select code from activity.booking where session = :id and state = 'CONFIRMED'")
                        .param("id", session.value())
                        .query(String.class)
                        .list());
        measured.saw("killed: confirmed to somebody", confirmed.size());
        measured.saw(
                "killed: confirmed and not there",
                confirmed.stream().filter(code -> !kept.contains(code)).count());
        measured.saw("killed: there, the answer cut off", kept.size() - new HashSet<>(confirmed).size());
        measured.saw(
                "killed: beliefs that do not hold",
                swept.sweep().stream()
                        .filter(one -> one.session().equals(session.value()))
                        .count());
        assertThat(kept).containsAll(confirmed);
        assertThat(kept.size() - new HashSet<>(confirmed).size()).isLessThanOrEqualTo(CLIENTS);
        measured.write("burst-killed");
    }

    private Process started() throws Exception {
        var settings = context.getBean(Environment.class);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                "--server.port=" + port));
        for (var key : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.flyway.url",
                "spring.flyway.user",
                "spring.flyway.password",
                "kepu.home")) {
            command.add("--" + key + "=" + settings.getRequiredProperty(key));
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/burst-program.log").toFile())
                .start();
        var ready = URI.create("http://127.0.0.1:" + port + "/activities");
        for (var patience = System.nanoTime() + 120_000_000_000L; System.nanoTime() < patience; ) {
            try {
                if (http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return process;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(200_000_000);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the program does not start");
    }
}
