package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

class LedgerTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TakingSteps steps;

    private GivenPlans given;
    private PlanId plan;
    private Visitor clerk;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        given.demoInForce(LEAGUE_PLAN, 2026);
        plan = given.demoInForce(BANNER_PLAN, 2026, 2027);
        clerk = clerk();
        var led = given.measure(plan, "弘扬科学精神和科学家精神");
        ledger.tasks(may(Right.READ_LEDGER), led, 2026)
                .forEach(task -> steps.take(may(Right.DO_TASKS), led, task.id(), Task.Step.TAKE_UP));
    }

    record Case(LedgerFilter filter, Predicate<LedgerRow> meaning, int atLeast, int atMost) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(LedgerFilter.ALL, row -> true, 25, 25),
                new Case(
                        filter("PROJECT-3", null, null, null, null),
                        row -> row.programmeTitle().equals("科普基础设施提质工程"),
                        3,
                        3),
                new Case(
                        filter(null, "旗科协", null, null, null),
                        row -> row.leads().contains("旗科协"),
                        2,
                        20),
                new Case(
                        filter(null, null, "旗气象局", null, null),
                        row -> row.participants().contains("旗气象局"),
                        2,
                        10),
                new Case(
                        filter(null, null, null, true, null),
                        row -> !row.targets().isEmpty(),
                        5,
                        24),
                new Case(
                        filter(null, null, null, false, null),
                        row -> row.targets().isEmpty(),
                        1,
                        20),
                new Case(
                        filter(null, null, null, null, Task.State.TAKEN_UP),
                        row -> row.title().startsWith("弘扬"),
                        1,
                        1),
                new Case(
                        filter(null, null, null, null, Task.State.ASSIGNED),
                        row -> !row.title().startsWith("弘扬"),
                        24,
                        24),
                new Case(
                        filter("PROJECT-3", "旗科协", "各苏木镇", true, Task.State.ASSIGNED),
                        row -> row.title().equals("建设草原科普驿站"),
                        1,
                        1),
                new Case(filter("ACTION-1", "旗总工会", null, null, null), row -> false, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_filter_lets_through_what_it_says_and_nothing_else(Case one) {
        var all = ledger.rows(may(Right.READ_LEDGER), plan, 2026);
        var let = let(one.filter());
        assertThat(let).isEqualTo(all.stream().filter(one.meaning()).toList());
        assertThat(let).hasSizeBetween(one.atLeast(), one.atMost());
        assertThat(titles(clerk.get(address(one.filter(), 2026)).body()))
                .isEqualTo(let.stream().map(LedgerRow::title).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_sheet_is_what_is_on_the_screen(Case one) throws IOException {
        var page = clerk.get(address(one.filter(), 2026)).body();
        var link = Pattern.compile("href=\"(/desk/ledger/sheet[^\"]*)\"").matcher(page);
        if (!link.find()) {
            assertThat(titles(page)).isEmpty();
            return;
        }
        var sheet = sheet(link.group(1).replace("&amp;", "&"));
        assertThat(sheet.getFirst()).containsExactly("苏尼特右旗全民科学素质行动规划纲要实施方案（2026—2030年）（2026 年台账）");
        assertThat(sheet.get(1))
                .containsExactly("类别", "行动（工程）", "序号", "措施", "牵头单位", "参与单位", "量化指标", "状态", "已签收", "灯", "原因");
        assertThat(sheet.stream().skip(2).map(row -> row.subList(0, 9)).toList())
                .isEqualTo(let(one.filter()).stream()
                        .map(row -> List.of(
                                row.kind().name().equals("ACTION") ? "行动" : "工程",
                                row.programmeTitle(),
                                String.valueOf(row.ordinal()),
                                row.title(),
                                String.join("、", row.leads()),
                                String.join("、", row.participants()),
                                String.join(
                                        "；",
                                        row.targets().stream()
                                                .map(t -> t.quote())
                                                .toList()),
                                row.state() == Task.State.TAKEN_UP ? "已签收" : "待签收",
                                row.takenUp() + "/" + row.tasks()))
                        .toList());
        assertThat(sheet.subList(2, sheet.size()).stream().map(row -> row.get(3)))
                .containsExactlyElementsOf(titles(page));
        assertThat(sheet.subList(2, sheet.size()).stream().map(row -> row.get(8)))
                .containsExactlyElementsOf(taken(page));
    }

    @Test
    void names_with_signs_that_mean_something_in_an_address_or_a_sheet_are_kept() throws IOException {
        var odd = given.inForce(given.uploaded(planOf("办好讲座。（牵头单位：旗科协；责任单位：旗教育局）")), 2026);
        var name = "=1+1&a={b}%41#\"旗科协\"";
        given.database()
                .sql("update ledger.task set written = :name where plan_id = :plan and role = 'LEAD'")
                .param("name", name)
                .param("plan", odd.value())
                .update();
        var page = clerk.get(UriComponentsBuilder.fromPath("/desk/ledger")
                        .queryParam("plan", odd)
                        .queryParam("lead", "{name}")
                        .encode()
                        .buildAndExpand(name)
                        .toUriString())
                .body();
        assertThat(titles(page)).containsExactly("办好讲座");
        var link = Pattern.compile("href=\"(/desk/ledger/sheet[^\"]*)\"").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(sheet(link.group(1).replace("&amp;", "&")).get(2).get(4)).isEqualTo(name);
    }

    @Test
    void another_plan_or_another_year_shows_its_own_tasks_only() {
        assertThat(ledger.rows(may(Right.READ_LEDGER), plan, 2027))
                .allMatch(row -> row.takenUp() == 0)
                .hasSize(25);
        assertThat(ledger.years(may(Right.READ_LEDGER), plan)).containsExactly(2027, 2026);
        var page = clerk.get("/desk/ledger?plan=" + plan + "&year=2027").body();
        assertThat(taken(page)).hasSize(25).allMatch(count -> count.startsWith("0/"));
    }

    @Test
    void a_year_whose_ledger_is_not_open_is_not_shown_as_if_it_were() {
        for (var year : List.of("2029", "1999")) {
            var page = clerk.get("/desk/ledger?plan=" + plan + "&year=" + year).body();
            assertThat(taken(page)).hasSize(25).contains("0/3", "0/4");
        }
    }

    @Test
    void a_further_year_opens_from_the_page() {
        clerk.get("/desk/ledger?plan=" + plan);
        var answer = clerk.post("/desk/ledger/years", "plan", plan.toString(), "year", "2028");
        assertThat(answer.location()).isEqualTo("/desk/ledger?plan=" + plan + "&year=2028");
        assertThat(taken(clerk.get(answer.location()).body())).hasSize(25);
        assertThat(ledger.years(may(Right.READ_LEDGER), plan)).containsExactly(2028, 2027, 2026);
    }

    @Test
    void a_plan_that_is_not_there_has_no_ledger_and_no_sheet() {
        var nowhere = "00000000-0000-0000-0000-000000000007";
        assertThat(clerk.get("/desk/ledger?plan=" + nowhere).body()).contains("还没有台账");
        assertThat(clerk.get("/desk/ledger/sheet?year=2026&plan=" + nowhere).status())
                .isEqualTo(404);
    }

    private List<LedgerRow> let(LedgerFilter filter) {
        return ledger.rows(may(Right.READ_LEDGER), plan, 2026).stream()
                .filter(row -> filter.accepts(row, null))
                .toList();
    }

    private static LedgerFilter filter(
            String programme, String lead, String participant, Boolean numbered, Task.State state) {
        return new LedgerFilter(programme, lead, participant, numbered, state, null);
    }

    private String address(LedgerFilter filter, int year) {
        var address = new StringBuilder("/desk/ledger?plan=" + plan + "&year=" + year);
        for (var part : List.of(
                new String[] {"programme", filter.programme()},
                new String[] {"lead", filter.lead()},
                new String[] {"participant", filter.participant()},
                new String[] {
                    "numbered",
                    filter.numbered() == null ? "" : filter.numbered().toString()
                },
                new String[] {
                    "state", filter.state() == null ? "" : filter.state().name()
                })) {
            address.append('&')
                    .append(part[0])
                    .append('=')
                    .append(java.net.URLEncoder.encode(part[1] == null ? "" : part[1], StandardCharsets.UTF_8));
        }
        return address.toString();
    }

    private static List<String> titles(String page) {
        return found(page, "<a href=\"/desk/measures/[^\"]+\">([^<]*)</a>");
    }

    private static List<String> taken(String page) {
        return found(page, "class=\"number\">(\\d+/\\d+)<");
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private List<List<String>> sheet(String path) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address() + path))
                                    .header("Cookie", "kepu=" + clerk.session())
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(URLDecoder.decode(
                            answer.headers().firstValue("Content-Disposition").orElse(""), StandardCharsets.UTF_8))
                    .contains("台账-2026.xlsx");
            bytes.writeBytes(answer.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(LedgerTest::cells).toList();
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        row.forEach(cell -> {
            if (cell != null && cell.getText() != null) {
                cells.add(cell.getText());
            }
        });
        while (cells.size() < 9 && cells.size() > 1) {
            cells.add("");
        }
        if (row.getRowNum() == 1) {
            cells.removeIf(String::isEmpty);
        }
        return cells;
    }
}
