package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.work.GivenTasks.BANNER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.kepu.access.AccountMails;
import org.kepu.access.Role;
import org.kepu.indicator.Facts;
import org.kepu.ledger.work.GivenTasks;
import org.kepu.notice.SentMessages;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.shared.RegionCode;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.TestPropertySource;

/**
 * A year of a banner whose clock the test moves: its office, three departments and a neighbour at their desks, and the program's jobs. As
 * nobody here sets up a second factor, the year lies within the time that a new account has for it.
 */
@TestPropertySource(properties = "kepu.access.second-factor-grace=400d")
abstract class YearOnPages extends RunningSite {

    static final String LEAD = "旗科协";
    static final String DILIGENT = "旗教育局";
    static final String SILENT = "旗气象局";
    static final String ROUND = "第一季度调度";

    static final String PLAN = "苏尼特右旗全民科学素质行动规划纲要实施方案（2026—2030年）";
    static final String LECTURES = "办好讲座";
    static final String SHOWS = "办好展览";
    static final String FACT = "科普讲座进校园";

    private static final RegionCode NEIGHBOUR = new RegionCode("150203");
    private static final String LINK =
            "href=\"(/desk/(?:tasks|rounds|supervision|evaluations|measures|ledger)[^\"]*)\"";
    private static final List<String> LISTS = List.of(
            "/desk",
            "/desk/tasks",
            "/desk/rounds",
            "/desk/supervision",
            "/desk/supervision/notes",
            "/desk/supervision/problems",
            "/desk/evaluations");

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MortalWatch watch() {
            return new MortalWatch(Instant.parse("2026-01-05T03:00:00Z"));
        }
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    MortalWatch watch;

    @Autowired
    Facts facts;

    @Autowired
    AccountMails mails;

    @Autowired
    Vault vault;

    final Map<String, String> sheets = new HashMap<>();
    final List<String> closedToNeighbours = new ArrayList<>();
    List<String> offeredToNeighbours = List.of();
    GivenTasks given;

    /** What was there before anything happened is all that is offered, and what the others opened is not there. */
    void theNeighbourSeesNothing() {
        assertThat(neighboursLinks()).isEqualTo(offeredToNeighbours);
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR));
        assertThat(closedToNeighbours).isNotEmpty();
        for (var path : closedToNeighbours) {
            assertThat(neighbour.get(path).status()).as(path).isEqualTo(404);
        }
    }

    /** Without those to what is asked of the neighbour's own division, as the three facts of the year are in December. */
    List<String> neighboursLinks() {
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR));
        return LISTS.stream()
                .flatMap(list -> found(neighbour.get(list).body(), LINK).stream())
                .filter(link -> !link.endsWith("?region=" + NEIGHBOUR))
                .toList();
    }

    void closed(String... paths) {
        closedToNeighbours.addAll(List.of(paths));
    }

    void submits(String body, String said) {
        var clerk = clerkOf(body);
        var page = clerk.get(sheet(body)).body();
        var fields = new ArrayList<>(List.of("act", "submit"));
        for (var line : found(page, "name=\"seen-([^\"]+)\"")) {
            fields.addAll(List.of("seen-" + line, first(page, "name=\"seen-" + line + "\" value=\"([^\"]*)\"")));
            fields.addAll(List.of("answer-" + line, "PROGRESS", "text-" + line, said));
        }
        assertThat(clerk.post(sheet(body), fields.toArray(String[]::new)).location())
                .isEqualTo(sheet(body));
    }

    static void acts(Visitor who, String path, String act) {
        who.post(path + "/" + act, "version", version(who.get(path).body()));
    }

    /** Lets the program do what it does by itself. */
    void run(String job) {
        context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(scheduled -> scheduled.getTask().getRunnable())
                .filter(task -> task.toString().endsWith("." + job))
                .findFirst()
                .orElseThrow()
                .run();
    }

    Visitor office() {
        return signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
    }

    Visitor leader() {
        return signedIn(accounts.with(Role.LEADER, BANNER));
    }

    Visitor clerkOf(String body) {
        return signedIn(accounts.of(given.body(body), BANNER));
    }

    String sheet(String body) {
        return sheets.getOrDefault(body, "");
    }

    static String mail(String body) {
        return Map.of(LEAD, "kexie", DILIGENT, "jiaoyu", SILENT, "qixiang").get(body) + "@example.org";
    }

    /** What a department was told of the round. */
    List<String> heardBy(String body) {
        return new SentMessages(given.plans().database(), vault)
                .to(mail(body)).stream().filter(text -> text.contains(ROUND)).toList();
    }

    /** How the plan is going, as everybody reads it. */
    List<String> standings() {
        return Pattern.compile("<strong>(\\d+)</strong><span>([^<]*)</span>")
                .matcher(visitor().get("/plans/" + given.plan() + "/progress").body())
                .results()
                .map(tally -> tally.group(2) + " " + tally.group(1))
                .toList();
    }

    String word(Visitor reader, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path + "/word"));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    request.header("Cookie", "kepu=" + reader.session()).build(), BodyHandlers.ofByteArray());
            try (var document = new XWPFDocument(new ByteArrayInputStream(answer.body()));
                    var words = new XWPFWordExtractor(document)) {
                return words.getText();
            }
        }
    }

    static List<String> tasksOf(String page) {
        return found(page, "name=\"task\" value=\"([^\"]+)\"").stream()
                .flatMap(task -> Stream.of("task", task))
                .toList();
    }

    static String version(String page) {
        return found(page, "name=\"version\" value=\"(\\d+)\"").getLast();
    }

    static String first(String page, String pattern) {
        return found(page, pattern).getFirst();
    }

    static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    static String[] with(List<String> fields, String... more) {
        return Stream.concat(fields.stream(), Stream.of(more)).toArray(String[]::new);
    }
}
