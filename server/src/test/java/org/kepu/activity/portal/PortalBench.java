package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Installation;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Registrations;
import org.kepu.indicator.figure.Measured;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * How many readers the portal serves with wrk on the same processors, one page that all look at and many different ones, beside
 * nginx that hands out the same bytes from files. {@code bench/portal} runs it and writes what it saw as JSON and Markdown.
 */
@EnabledIfSystemProperty(named = "kepu.bench", matches = "true")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Installation.class)
class PortalBench {

    private static final int ACTIVITIES = 300;
    private static final int READERS = 32;
    private static final int LARGEST = 60_000;
    private static final Path FOLDER = Path.of("target/bench-portal").toAbsolutePath();

    @Autowired
    KeepingActivities keeping;

    @Autowired
    OwnActivities own;

    @Autowired
    Registrations registrations;

    @Autowired
    Regions regions;

    @LocalServerPort
    int port;

    private final Measured measured = new Measured();
    private final HttpClient http = HttpClient.newHttpClient();

    private record Load(double aSecond, double p95, long failed) {}

    @AfterEach
    void close() {
        Installation.close();
    }

    @Test
    void many_readers() throws Exception {
        Files.createDirectories(FOLDER);
        var banners = regions.withinLevel(RegionLevel.BANNER).stream()
                .map(Region::code)
                .toList();
        var activities = planted(banners);
        var soldOut = soldOut(banners.getFirst());
        var list = "/activities";
        var detail = "/activities/" + activities.getFirst();
        read("warm", port, List.of(list, detail), 10);
        var first = read("list", port, List.of(list), 10);
        var one = read("detail", port, List.of(detail), 10);
        read("sold-out detail", port, List.of("/activities/" + soldOut), 10);
        read("lists of " + banners.size() + " banners", port, filters(banners), 10);
        read(
                activities.size() + " details",
                port,
                activities.stream().map(id -> "/activities/" + id).toList(),
                10);
        var files = List.of(kept("list", list), kept("detail", detail));
        var own = freePort();
        var nginx = nginx(own);
        try {
            measured.saw("list: ratio to nginx", ratio(first, read("list by nginx", own, files.subList(0, 1), 5)));
            measured.saw("detail: ratio to nginx", ratio(one, read("detail by nginx", own, files.subList(1, 2), 5)));
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
        measured.write("portal");
    }

    private List<ActivityId> planted(List<RegionCode> banners) {
        var planted = new ArrayList<ActivityId>();
        for (int i = 0; i < ACTIVITIES; i++) {
            planted.add(published(banners.get(i % banners.size()), 20 + i % 50, 1 + i % 30));
        }
        return planted;
    }

    private ActivityId published(RegionCode banner, int seats, int days) {
        var start = Instant.now().plus(Duration.ofDays(days));
        var planned = new Planned(
                start, start.plusSeconds(7200), seats, 2, false, Instant.now().minusSeconds(60), null);
        var told = GivenActivities.described("防灾减灾讲座", "LECTURE", banner, List.of("ELDERS", "PUPILS"));
        var id = keeping.write(GivenActivities.clerk(), told, List.of(planned, planned));
        keeping.publish(GivenActivities.clerk(), id);
        return id;
    }

    private ActivityId soldOut(RegionCode banner) {
        var id = published(banner, 1, 1);
        own.sessionsOf(GivenActivities.clerk(), id)
                .forEach(session -> registrations.register(
                        session.id(), new Applicant("居民", new PhoneNumber("13800138000"), 1, "" + session.id(), null)));
        return id;
    }

    private static List<String> filters(List<RegionCode> banners) {
        return banners.stream().map(code -> "/activities?region=" + code).toList();
    }

    private String kept(String name, String path) throws Exception {
        var page = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        measured.saw(name + ": bytes of HTML", page.length);
        assertThat(page.length).isLessThanOrEqualTo(LARGEST);
        Files.write(FOLDER.resolve(name + ".html"), page);
        return "/" + name + ".html";
    }

    private static double ratio(Load ours, Load theirs) {
        return Math.round(ours.aSecond() / theirs.aSecond() * 1000) / 1000.0;
    }

    private Load read(String what, int where, List<String> paths, int seconds) throws Exception {
        var script = FOLDER.resolve("paths.lua");
        Files.writeString(script, """
                local paths, next = {%s}, 0
                request = function() next = next + 1; return wrk.format("GET", paths[next %% #paths + 1]) end
                done = function(summary, latency)
                    io.write(string.format("seen %%d %%d %%d %%d\\n", summary.requests, summary.duration,
                             latency:percentile(95), summary.errors.status + summary.errors.read + summary.errors.timeout))
                end
                """.formatted(
                        paths.stream().map(path -> '"' + path + '"').collect(Collectors.joining(","))));
        var running = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + READERS,
                        "-d" + seconds + "s",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + where)
                .redirectErrorStream(true)
                .start();
        var said = new String(running.getInputStream().readAllBytes());
        var seen = Pattern.compile("seen (\\d+) (\\d+) (\\d+) (\\d+)").matcher(said);
        assertThat(running.waitFor() == 0 && seen.find()).as(said).isTrue();
        var load = new Load(
                Math.round(Long.parseLong(seen.group(1)) / (Long.parseLong(seen.group(2)) / 1e6)),
                Long.parseLong(seen.group(3)) / 1000.0,
                Long.parseLong(seen.group(4)));
        measured.saw(what + ": a second", load.aSecond());
        measured.saw(what + ": p95, ms", load.p95());
        assertThat(load.failed()).as(what).isZero();
        return load;
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Two workers with nothing to do but hand out files. */
    private Process nginx(int own) throws Exception {
        Files.writeString(FOLDER.resolve("nginx.conf"), """
                user root;
                worker_processes 2;
                daemon off;
                pid nginx.pid;
                events {}
                http {
                    access_log off;
                    default_type text/html;
                    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                    sendfile on;
                    open_file_cache max=10;
                    server { listen 127.0.0.1:%d; root .; }
                }
                """.formatted(own));
        var process = new ProcessBuilder("nginx", "-p", FOLDER + "/", "-c", "nginx.conf", "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("nginx.log").toFile())
                .start();
        for (var patience = System.nanoTime() + 10_000_000_000L; System.nanoTime() < patience; ) {
            try (var reached = new java.net.Socket("127.0.0.1", own)) {
                return process;
            } catch (IOException notYet) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        process.destroy();
        throw new IllegalStateException("nginx does not start, see " + FOLDER);
    }
}
