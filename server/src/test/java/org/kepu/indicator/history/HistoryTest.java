package org.kepu.indicator.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.TOP;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.access.Role;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor.Attachment;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.sheet.Sheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class HistoryTest extends RunningSite {

    private static final String HEADING = "编号,种类,日期,地区代码,对象,场所,农村牧区,次数,人次,分钟,金额(元),数量,主办单位,名称,版本\n";
    private static final String LECTURE = "1,科普讲座,2021-03-05,150203001001,青少年,学校,是,2,40,90,,,,春季讲座,\n";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private History history;

    @Autowired
    private HistoryImport imports;

    @Autowired
    private HistoryOrigin origin;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    private Scope scope;

    @BeforeEach
    void plant() {
        GivenFacts.onCleanGround(context);
        scope = GivenPlans.may(Right.RECORD_FACTS);
    }

    @Test
    void a_row_becomes_a_fact() {
        assertThat(takenOver(HEADING + LECTURE)).isEqualTo(new ImportReport(1, 1, 0, 0, List.of()));
        assertThat(database.sql("""
                        select concat_ws('|', kind.code, audience.code, place.code, rural, day, region, events, attendances, minutes,
                                         money, title, source, source_id, version)
                        from indicator.fact join indicator.kind on kind.id = fact.kind
                             join indicator.audience on audience.id = audience join indicator.place on place.id = place
                        """).query(String.class).single())
                .isEqualTo("LECTURE|PUPILS|SCHOOL|t|2021-03-05|150203001001|2|40|90|0|春季讲座|history|150000:1|1");
    }

    @Test
    void a_row_says_what_it_is_about_where_its_kind_asks_for_it() {
        var heading = "编号,种类,日期,地区代码,名称,次数,学校场馆等代码,学校场馆等名称,学校场馆等所在地区代码\n";
        var report = takenOver(heading
                + "1,学校开办,2021-03-05,150203,一中开办,,S1,第一中学,150203001\n"
                + "2,科普讲座,2021-03-05,150203001001,讲座,,S1,第一中学,\n"
                + "3,学校开办,2021-03-05,150203,二中开办,,,,\n"
                + "4,竞赛,2021-03-05,150203,竞赛,,S1,第一中学,\n"
                + "5,学校开办,2021-03-05,150203,三中开办,,S3,,150203\n"
                + "6,学校开办,2021-03-05,150203,四中开办,,S4,四中,九原\n");
        assertThat(report.errors())
                .extracting(HistoryTest::told)
                .containsExactly(
                        "4 学校场馆等代码 history.row.thing.missing",
                        "5 学校场馆等代码 history.row.thing.none",
                        "6 学校场馆等名称 history.row.blank",
                        "7 学校场馆等所在地区代码 history.row.region");
        assertThat(database.sql("select kind || ' ' || code || ' ' || name || ' ' || region from indicator.thing")
                        .query(String.class)
                        .list())
                .containsExactly("SCHOOL S1 第一中学 150203001");
        assertThat(count("select count(*) from indicator.fact where thing is not null"))
                .isEqualTo(2);
    }

    @Test
    void persons_become_marks_and_their_numbers_are_nowhere() {
        var heading = "编号,种类,日期,地区代码,名称,人次,参加人证件号或手机号\n";
        var text = heading
                + "1,培训,2021-03-05,150203,培训,3,13900000001、11010519491231002X、139 0000 0001\n"
                + "2,培训,2021-04-05,150203,培训,1,１３９００００００01\n"
                + "3,培训,2021-05-05,150203,培训,2,110105194912310021、张三\n"
                + "4,竞赛,2021-05-05,150203,竞赛,1,13900000001\n";
        var file = file(text);
        assertThat(file.checked().errors())
                .extracting(HistoryTest::told)
                .containsExactly(
                        "4 参加人证件号或手机号 history.row.person", "5 参加人证件号或手机号 indicator.fact.refused.PERSONS_NOT_COUNTED");
        assertThat(file.checked().toString()).doesNotContain("13900000001", "110105", "张三");
        assertThat(database.sql("select bytes from indicator.history_part")
                        .query(byte[].class)
                        .list())
                .allSatisfy(part ->
                        assertThat(unpacked(part)).contains("培训").doesNotContain("13900000001", "110105", "张三"));
        assertThat(takenOver(text)).isEqualTo(file.checked());
        assertThat(count("select count(*) from indicator.fact_person")).isEqualTo(3);
        assertThat(count("select count(distinct person) from indicator.fact_person"))
                .isEqualTo(2);
        assertThat(count("select count(*) from audit.entry entry where entry::text like '%13900000001%'"))
                .isZero();
    }

    private static String unpacked(byte[] part) throws IOException {
        try (var bytes = new GZIPInputStream(new ByteArrayInputStream(part))) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    @Test
    void a_trial_changes_nothing_and_says_what_the_import_then_does() {
        var text = HEADING + LECTURE + LECTURE.replace("1,科普讲座", "2,巫术");
        var checked = file(text);
        assertThat(count("select count(*) from indicator.fact")).isZero();
        assertThat(count("select count(*) from indicator.fresh")).isZero();
        assertThat(takenOver(text)).isEqualTo(checked.checked());
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_next_version_puts_right() {
        takenOver(HEADING + LECTURE);
        assertThat(file(HEADING + LECTURE).checked()).isEqualTo(new ImportReport(1, 0, 1, 0, List.of()));
        var corrected = LECTURE.replace(",2,40,", ",2,45,").replace("春季讲座,", "春季讲座,2");
        assertThat(takenOver(HEADING + LECTURE + corrected)).isEqualTo(new ImportReport(2, 1, 1, 0, List.of()));
        assertThat(count("select sum(attendances) from indicator.fact")).isEqualTo(45);
        assertThat(count("select sum(attendances) from indicator.fresh")).isEqualTo(45);
    }

    @Test
    void each_row_that_is_not_taken_is_told_with_line_column_and_reason() {
        var report = file(HEADING
                        + LECTURE
                        + ",巫术,2021-02-30,999,青少年,学校,是,2,40,90,,,,,\n"
                        + "3,科普讲座,2021-03-05,150299,青少年,学校,是,2,40,90,,,,讲座,\n"
                        + "4,科普讲座,2021-03-05,150203,幽灵,月球,也许,-1,1.5,x,1.234,,没有这个单位,讲座,零\n"
                        + "5,科普讲座,2021-03-05,150203,,,,,,,12.34,,,讲座,\n"
                        + LECTURE.replace("40", "41")
                        + "6,科普讲座,2021-03-05,150203,,,,,,,,,,讲座,3\n")
                .checked();
        assertThat(report.read()).isEqualTo(7);
        assertThat(report.written()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(6);
        assertThat(report.errors())
                .extracting(HistoryTest::told)
                .containsExactlyInAnyOrder(
                        "3 编号 history.row.blank",
                        "3 种类 history.row.kind",
                        "3 日期 history.row.day",
                        "3 地区代码 history.row.region",
                        "3 名称 history.row.blank",
                        "4 地区代码 history.row.region",
                        "5 对象 history.row.audience",
                        "5 场所 history.row.place",
                        "5 农村牧区 history.row.rural",
                        "5 次数 history.row.count",
                        "5 人次 history.row.count",
                        "5 分钟 history.row.count",
                        "5 金额（元） history.row.money",
                        "5 主办单位 history.row.body",
                        "5 版本 history.row.version",
                        "6 种类 indicator.fact.refused.AMOUNT_NOT_OF_KIND",
                        "7 版本 indicator.fact.refused.TOLD_OTHERWISE",
                        "8 版本 indicator.fact.refused.VERSION_MISSING");
    }

    @Test
    void days_are_read_as_clerks_write_them() {
        var days = List.of("2021-03-05", "2021/3/5", "2021年3月5日", "20210305", "44260", "2021.3.5");
        var rows = new StringBuilder(HEADING);
        for (int i = 0; i < days.size(); i++) {
            rows.append(LECTURE.replace("1,科普", i + ",科普").replace("2021-03-05", days.get(i)));
        }
        assertThat(takenOver(rows.toString()).written()).isEqualTo(days.size());
        assertThat(count("select count(distinct day) from indicator.fact where day = '2021-03-05'"))
                .isEqualTo(1);
        assertThat(count("select count(distinct day) from indicator.fact")).isEqualTo(1);
    }

    @Test
    void rows_beyond_ones_reach_are_rejected_as_such() {
        scope = GivenPlans.may(GivenPlans.CLERK, Right.RECORD_FACTS, BAOTOU);
        var report =
                report(HEADING + LECTURE + LECTURE.replace("1,科", "2,科").replace("150203001001", "152524"), BAOTOU);
        assertThat(report.written()).isEqualTo(1);
        assertThat(report.errors()).extracting(HistoryTest::told).containsExactly("3 地区代码 history.row.outOfReach");
        assertThat(receipt(HEADING + LECTURE, new RegionCode("152500"))).isInstanceOf(History.Receipt.OutOfReach.class);
    }

    @Test
    void numbers_of_two_divisions_do_not_meet() {
        takenOver(HEADING + LECTURE);
        scope = GivenPlans.may(GivenPlans.CLERK, Right.RECORD_FACTS, BAOTOU);
        assertThat(report(HEADING + LECTURE, BAOTOU).written()).isEqualTo(1);
    }

    @Test
    void a_table_is_the_same_in_each_of_the_forms_it_is_sent_in() throws IOException {
        var text = HEADING + LECTURE + LECTURE.replace("1,科普", "2,科普");
        takenOver(text.getBytes(UTF_8));
        for (var other : List.of(text.getBytes(Charset.forName("GB18030")), excel(text))) {
            assertThat(takenOver(other)).isEqualTo(new ImportReport(2, 0, 2, 0, List.of()));
        }
    }

    @Test
    void an_import_that_dies_in_its_second_piece_is_completed_by_the_next() {
        var rows = 45_000;
        var id = file(HEADING + LECTURE.replace("1,科", "0,科")).id();
        assertThatThrownBy(() -> imports.run(scope, lectures(rows, HistoryImport.PIECE + 5_000), TOP, id))
                .hasMessage("power cut");
        assertThat(count("select count(*) from indicator.fact")).isEqualTo(HistoryImport.PIECE);
        var report = imports.run(scope, lectures(rows, Integer.MAX_VALUE), TOP, id);
        assertThat(report)
                .isEqualTo(new ImportReport(rows, rows - HistoryImport.PIECE, HistoryImport.PIECE, 0, List.of()));
        assertThat(count("select count(*) from indicator.fact")).isEqualTo(rows);
        assertThat(count("select sum(attendances) from indicator.fresh")).isEqualTo(3L * rows);
        assertThat(count("select count(*) from indicator.history_line")).isEqualTo(rows);
    }

    @Test
    void a_hundred_thousand_rows_are_taken_over_while_the_clerk_waits() throws IOException {
        var rows = 100_000;
        var text = new StringBuilder(HEADING);
        for (int i = 0; i < rows; i++) {
            text.append(LECTURE.replace("1,科", i + ",科").replace("-05,", "-" + (10 + i % 18) + ","));
        }
        var path = Files.writeString(folder.resolve("facts.csv"), text);
        long began = System.nanoTime();
        var id = ((History.Receipt.Checked) history.receive(scope, "facts.csv", path, TOP)).id();
        long checked = System.nanoTime();
        var file = history.takeOver(scope, id).orElseThrow();
        long done = System.nanoTime();
        assertThat(file.imported()).isEqualTo(new ImportReport(rows, rows, 0, 0, List.of()));
        System.out.printf(
                "trial %d facts/s, import %d facts/s%n",
                rows * 1_000_000_000L / (checked - began), rows * 1_000_000_000L / (done - checked));
        assertThat(count("select count(*) from indicator.fact")).isEqualTo(rows);
        assertThat(count("select count(*) from audit.entry where act = 'history.act.imported' and object = '" + id
                        + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from indicator.history_part")).isZero();
    }

    @Test
    void a_second_click_imports_nothing_more() throws IOException {
        var id = file(HEADING + LECTURE).id();
        var first = history.takeOver(scope, id);
        assertThat(history.takeOver(scope, id)).isEqualTo(first);
        assertThat(count("select count(*) from audit.entry where act = 'history.act.imported' and object = '" + id
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_fact_opens_the_line_it_came_from_for_those_within_reach() {
        takenOver(HEADING + LECTURE);
        var reader = GivenPlans.may(Right.READ_FIGURES);
        assertThat(origin.address(reader, "150000:1")).contains("/desk/facts/import/lines?id=150000%3A1");
        assertThat(clerk().get("/desk/facts/import/lines?id=150000%3A1").body()).contains("facts.csv", "春季讲座");
        var neighbour = GivenPlans.may(GivenPlans.CLERK, Right.READ_FIGURES, new RegionCode("152500"));
        assertThat(origin.address(neighbour, "150000:1")).isEmpty();
    }

    @Test
    void a_clerk_hands_in_reads_the_report_and_imports() {
        var clerk = clerk();
        assertThat(clerk.get("/desk/facts/import").body()).contains("导入历史数据", "150000");
        var handed = clerk.attach(
                "/desk/facts/import?numbering=150000",
                "file",
                new Attachment("讲座.csv", (HEADING + LECTURE + LECTURE.replace("科普讲座", "巫术")).getBytes(UTF_8)));
        assertThat(handed.status()).isEqualTo(302);
        assertThat(clerk.get(handed.location()).body()).contains("试读结果", "没有“巫术”这个种类", "导入 1 行");
        for (int click = 0; click < 2; click++) {
            assertThat(clerk.post(handed.location()).location()).isEqualTo(handed.location());
            assertThat(clerk.get(handed.location()).body()).contains("导入结果").doesNotContain(">导入 1 行");
        }
        assertThat(signedIn(accounts.with(Role.COMMUNITY_CLERK, new RegionCode("152500")))
                        .get(handed.location())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_table_is_said_at_the_form() {
        var clerk = clerk();
        clerk.get("/desk/facts/import");
        for (var text : List.of("", "a,b\n1,2\n", "PK\3\4")) {
            var answer = clerk.attach(
                    "/desk/facts/import?numbering=150000", "file", new Attachment("x.csv", text.getBytes(UTF_8)));
            assertThat(answer.status()).isEqualTo(422);
        }
        assertThat(clerk.attach(
                                "/desk/facts/import?numbering=abc",
                                "file",
                                new Attachment("x.csv", (HEADING + LECTURE).getBytes(UTF_8)))
                        .body())
                .contains("没有这个地区代码");
    }

    @Test
    void the_template_is_a_table_that_can_be_handed_in() throws IOException {
        assertThat(clerk().get("/desk/facts/import/template.xlsx").status()).isEqualTo(200);
        var bytes = new ByteArrayOutputStream();
        context.getBean(Template.class).write(bytes, key -> key);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read().getFirst().stream()
                            .map(cell -> cell.getText())
                            .toList())
                    .isEqualTo(Columns.headings());
            assertThat(workbook.getSheets().count()).isEqualTo(3);
        }
        assertThat(takenOver(bytes.toByteArray()).read()).isZero();
    }

    /** So many lectures of three people each; the power goes before row {@code cut}. */
    private static Sheet lectures(int rows, int cut) {
        return reader -> {
            reader.row(1, List.of(HEADING.strip().split(",")));
            for (int i = 0; i < rows; i++) {
                if (i == cut) {
                    throw new IllegalStateException("power cut");
                }
                reader.row(
                        i + 2,
                        List.of(
                                String.valueOf(i),
                                "LECTURE",
                                "2022-05-06",
                                "150203001001",
                                "",
                                "",
                                "",
                                "",
                                "3",
                                "",
                                "",
                                "",
                                "",
                                "讲座",
                                ""));
            }
        };
    }

    private static byte[] excel(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("事实");
            var lines = new ArrayList<>(text.lines().toList());
            for (int line = 0; line < lines.size(); line++) {
                var cells = lines.get(line).split(",", -1);
                for (int i = 0; i < cells.length; i++) {
                    sheet.value(line, i, cells[i]);
                }
            }
        }
        return bytes.toByteArray();
    }

    private ImportReport takenOver(String text) {
        return takenOver(text.getBytes(UTF_8));
    }

    private ImportReport takenOver(byte[] content) {
        try {
            var file = file(content, TOP);
            var taken = history.takeOver(scope, file.id()).orElseThrow();
            return taken.report();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ImportReport report(String text, RegionCode numbering) {
        return file(text.getBytes(UTF_8), numbering).checked();
    }

    private HistoryFile file(String text) {
        return file(text.getBytes(UTF_8), TOP);
    }

    private HistoryFile file(byte[] content, RegionCode numbering) {
        return history.find(scope, ((History.Receipt.Checked) receipt(content, numbering)).id())
                .orElseThrow();
    }

    private History.Receipt receipt(String text, RegionCode numbering) {
        return receipt(text.getBytes(UTF_8), numbering);
    }

    private History.Receipt receipt(byte[] content, RegionCode numbering) {
        try {
            var path = Files.write(folder.resolve(UUID.randomUUID().toString()), content);
            return history.receive(scope, "facts.csv", path, numbering);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String told(RowError error) {
        return error.line() + " " + error.column() + " " + error.reason();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).optional().orElse(0L);
    }
}
