package org.kepu.ledger.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.ledger.evaluation.GivenEvaluations.BANNER;
import static org.kepu.ledger.evaluation.GivenEvaluations.NEIGHBOUR;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.access.Standing;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.indicator.figure.ServingFacts;
import org.kepu.ledger.evaluation.EvaluationId;
import org.kepu.ledger.evaluation.Evaluations;
import org.kepu.ledger.evaluation.Frozen;
import org.kepu.ledger.evaluation.GivenEvaluations;
import org.kepu.ledger.evaluation.Visits;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.paper.Papers;
import org.kepu.paper.PapersWithFonts;
import org.kepu.paper.pdf.GivenFonts;
import org.kepu.paper.pdf.NoFont;
import org.kepu.paper.setting.Face;
import org.kepu.plan.Plans;
import org.kepu.plan.life.Succession;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Watch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The report of an evaluation: made in the background, whole or not at all, and the same ever after. */
class ReportTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Reports reports;

    @Autowired
    private WritingReports writing;

    private GivenEvaluations given;
    private EvaluationId id;
    private Scope office;
    private Scope reader;

    @BeforeEach
    void plant() {
        given = new GivenEvaluations(context);
        id = given.started(given.plan());
        office = accounts.scope(Role.OFFICE_CLERK, BANNER, Right.RUN_LEDGER);
        reader = accounts.scope(Role.LEADER, BANNER, Right.READ_LEDGER);
    }

    @Test
    void it_says_how_far_measures_and_targets_have_come_and_compares_no_bodies() {
        var report = made();
        var content = reports.content(reader, id, report).orElseThrow();
        assertThat(content.programmes())
                .extracting(ReportContent.Programme::title)
                .containsExactly("青少年科学素质提升行动");
        assertThat(content.programmes().getFirst().measures())
                .extracting(ReportContent.Measure::title, ReportContent.Measure::leads, ReportContent.Measure::tasks)
                .containsExactly(tuple("办好讲座", "旗科协", 3), tuple("办好展览", "旗教育局", 2));
        assertThat(content.asked()).isEqualTo(3);
        assertThat(content.found()).anySatisfy(line -> assertThat(line).contains("没有事实记录", "办好展览"));
        var one = reports.find(reader, id, report).orElseThrow();
        assertThat(one.state()).isEqualTo(ReportState.DONE);
        assertThat(one.done()).isEqualTo(one.steps()).isPositive();
        assertThatThrownBy(() -> given.database()
                        .sql("update ledger.evaluation_report set checksum = repeat('0', 64)")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
    }

    @Test
    void word_and_pdf_say_the_same_with_headings_tables_and_page_numbers() throws IOException {
        var report = made();
        var documents = new ReportDocuments(reports, context.getBean(Papers.class));
        var word = documents.word(reader, id, report);
        var pdf = documents.pdf(reader, id, report);
        keep("evaluation-report.docx", word.bytes());
        keep("evaluation-report.pdf", pdf.bytes());
        try (var opened = new XWPFDocument(new ByteArrayInputStream(word.bytes()));
                var text = new XWPFWordExtractor(opened);
                var loaded = Loader.loadPDF(pdf.bytes())) {
            assertThat(text.getText())
                    .contains("中期自查报告", "工作开展情况", "各项措施进展", "办好讲座", "存在的问题", "目标完成情况及数据凭证")
                    .doesNotContain("得分");
            assertThat(opened.getTables()).hasSizeGreaterThan(1);
            assertThat(new PDFTextStripper().getText(loaded).replaceAll("\\s", ""))
                    .contains("一、工作开展情况", "三、各项措施进展", "（一）青少年科学素质提升行动", "1.办好讲座", "—1—");
        }
    }

    @Test
    void the_list_of_problems_of_the_office_is_a_chapter_and_an_appendix_and_a_neighbours_is_not() throws IOException {
        problem("讲座场次不足", BANNER, "办好讲座", "began", "OPEN", "");
        problem("展品老旧", BANNER, null, "began - 30", "MENDED", "已换新 3 件");
        problem("早已解决", BANNER, null, "began - 30", "CLOSED", "已办");
        problem("当期解决", BANNER, null, "ended", "CLOSED", "已办");
        problem("不是问题", BANNER, null, "began", "WITHDRAWN", "");
        problem("以后发现", BANNER, null, "ended + 1", "OPEN", "");
        problem("邻旗的问题", NEIGHBOUR, null, "began", "OPEN", "");
        problem("别的方案的措施", BANNER, "", "began", "OPEN", "");
        var report = made();
        assertThat(reports.content(reader, id, report).orElseThrow().list())
                .extracting(ReportContent.Problem::what, ReportContent.Problem::state, ReportContent.Problem::body)
                .containsExactly(
                        tuple("展品老旧", "已整改，待销号", "旗教育局"), tuple("讲座场次不足", "整改中", "旗教育局"), tuple("当期解决", "已销号", "旗教育局"));
        var word = new ReportDocuments(reports, context.getBean(Papers.class)).word(reader, id, report);
        keep("evaluation-report-problems.docx", word.bytes());
        try (var text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word.bytes())))) {
            assertThat(text.getText())
                    .contains("列入问题清单 3 项，已销号 1 项，尚未销号 2 项。", "问题清单", "已换新 3 件")
                    .doesNotContain("邻旗的问题", "不是问题", "以后发现");
        }
        var pdf = new ReportDocuments(reports, context.getBean(Papers.class)).pdf(reader, id, report);
        keep("evaluation-report-problems.pdf", pdf.bytes());
    }

    /** @param measure its title; nothing for none, empty for one of another plan */
    private void problem(
            String what, RegionCode region, @Nullable String measure, String found, String state, String done) {
        given.database()
                .sql("""
                        insert into ledger.problem (id, region_code, source, origin, measure_id, found_on, what, cause, remedy, body_id,
                                                    written, due_on, state, done)
                        select gen_random_uuid(), :region, 'OTHER', '',
                               case when :measure::text is null then null when :measure = '' then gen_random_uuid()
                                    else (select id from plan.measure where title = :measure limit 1) end,
                               found, :what, '人手不足', '增派人员', :body, '旗教育局', found + 30, :state, :done
                        from (select (%s)::date as found
                              from (select covers_from as began, covers_to as ended from ledger.evaluation) covered) one
                        """.formatted(found))
                .param("region", region.value())
                .param("measure", measure)
                .param("what", what)
                .param("body", given.body("旗教育局").value())
                .param("state", state)
                .param("done", done)
                .update();
    }

    @Test
    void what_was_made_stays_and_another_draft_stands_beside_it() {
        var first = made();
        var before = reports.content(reader, id, first).orElseThrow();
        given.database()
                .sql("update ledger.evaluation set problems = '基层力量不足', next_steps = '补足人手'")
                .update();
        var second = made();
        assertThat(reports.content(reader, id, first)).contains(before);
        assertThat(reports.content(reader, id, second).orElseThrow())
                .extracting(ReportContent::turn, ReportContent::problems, ReportContent::nextSteps)
                .containsExactly(2, "基层力量不足", "补足人手");
    }

    @Test
    void asked_for_by_ten_at_once_one_is_made() {
        var asked = together(10, i -> reports.ask(office, id));
        assertThat(asked.stream().distinct()).hasSize(1);
        assertThat(given.plans.rows("ledger.evaluation_report")).isEqualTo(1);
    }

    @Test
    void killed_in_the_middle_it_is_found_after_the_start_and_made_again_with_nothing_half_done() {
        var report = reports.ask(office, id);
        var watch = new Watch(Instant.parse("2026-11-10T02:00:00Z"));
        assertThatThrownBy(() -> program(new Killing(watch, 4)).next()).isInstanceOf(Killed.class);
        assertThat(reports.find(reader, id, report).orElseThrow().state()).isEqualTo(ReportState.WRITING);
        assertThat(reports.content(reader, id, report)).isEmpty();
        assertThat(program(watch).next()).as("its writer may still be there").isFalse();
        watch.forward(WritingReports.SILENCE.plusSeconds(1));
        assertThat(program(watch).next()).isTrue();
        assertThat(reports.find(reader, id, report).orElseThrow().state()).isEqualTo(ReportState.DONE);
        assertThat(reports.content(reader, id, report)).isPresent();
        assertThat(program(watch).next()).isFalse();
    }

    @Test
    void killed_again_and_again_it_is_said_to_be_broken_off_and_can_be_asked_for_anew() {
        var report = reports.ask(office, id);
        var watch = new Watch(Instant.parse("2026-11-10T02:00:00Z"));
        for (int i = 0; i < WritingReports.MOST_ATTEMPTS; i++) {
            assertThatThrownBy(() -> program(new Killing(watch, 4)).next()).isInstanceOf(Killed.class);
            watch.forward(Duration.ofMinutes(2));
        }
        assertThat(program(watch).next()).isFalse();
        assertThat(reports.find(reader, id, report).orElseThrow().state()).isEqualTo(ReportState.BROKEN);
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        assertThat(clerk.get("/desk/evaluations/" + id + "/reports/" + report).body())
                .contains("生成中断", "没有留下半截内容", "生成报告");
        assertThat(reports.ask(office, id)).isNotEqualTo(report);
    }

    @Test
    void of_two_programs_one_makes_it() {
        reports.ask(office, id);
        var watch = new Watch(Instant.parse("2026-11-10T02:00:00Z"));
        var made = together(4, i -> program(watch).next());
        assertThat(made.stream().filter(one -> one)).hasSize(1);
    }

    @Test
    void the_page_shows_how_far_it_is_and_who_has_nothing_to_do_with_it_finds_none() {
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        clerk.get("/desk/evaluations/" + id);
        var path = clerk.post("/desk/evaluations/" + id + "/reports").location();
        assertThat(clerk.get(path).body()).contains("排队中", "正在生成：已完成 0 步").doesNotContain("下载 Word");
        assertThat(writing.next()).isTrue();
        assertThat(clerk.get(path).body()).contains("第 1 稿", "已生成", "下载 Word", "未被改动", "20场");
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR));
        for (var end : new String[] {"", "/word", "/pdf"}) {
            assertThat(neighbour.get(path + end).status()).as(end).isEqualTo(404);
        }
        assertThatThrownBy(() -> reports.ask(accounts.scope(Role.OFFICE_CLERK, NEIGHBOUR, Right.RUN_LEDGER), id))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_machine_without_a_font_writes_word_and_says_why_it_writes_no_pdf() {
        var report = made();
        var without = new ReportDocuments(reports, papers());
        assertThat(without.word(reader, id, report).bytes()).isNotEmpty();
        assertThatThrownBy(() -> without.pdf(reader, id, report))
                .isInstanceOf(NoFont.class)
                .hasMessageContaining("/nowhere/小标宋.ttf");
    }

    /** As an operator has set it up who named a font that is not there. */
    private static Papers papers() {
        return PapersWithFonts.of(GivenFonts.with(Face.TITLE, "/nowhere/小标宋.ttf"));
    }

    private UUID made() {
        var report = reports.ask(office, id);
        program(Clock.systemUTC()).next();
        assertThat(reports.find(reader, id, report).orElseThrow().state()).isEqualTo(ReportState.DONE);
        return report;
    }

    /** As a program does that has just been started. */
    private WritingReports program(Clock clock) {
        return new WritingReports(
                new Gathering(
                        bean(Plans.class),
                        bean(Regions.class),
                        bean(FrozenTargets.class),
                        bean(TasksOfPlan.class),
                        bean(ServingFacts.class),
                        bean(Visits.class),
                        bean(ProblemsOfPlan.class),
                        bean(Succession.class),
                        clock),
                bean(Evaluations.class),
                bean(Standing.class),
                bean(PersonNames.class),
                bean(Frozen.class),
                bean(JdbcClient.class),
                bean(TransactionTemplate.class),
                bean(Trail.class),
                clock);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private static void keep(String name, byte[] bytes) throws IOException {
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots").resolve(name), bytes);
    }

    /** What the end of a program is to whatever it was doing: no word of it, and nothing is tidied up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A clock during whose so manieth reading the program is killed. */
    private static final class Killing extends Clock {

        private final Clock watch;
        private final AtomicInteger left;

        Killing(Clock watch, int readings) {
            this.watch = watch;
            this.left = new AtomicInteger(readings);
        }

        @Override
        public Instant instant() {
            if (left.decrementAndGet() < 0) {
                throw new Killed();
            }
            return watch.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
