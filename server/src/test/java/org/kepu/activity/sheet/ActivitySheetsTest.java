package org.kepu.activity.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.clerkOf;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.TOP;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.activity.GivenActivities;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Activities from tables: what is right is taken once, what is not is told by row and column, and nothing is half done. */
@OnPostgres
class ActivitySheetsTest {

    private static final String HEADING = "编号,名称,种类,面向,区划代码,地点,日期,开始,结束,最后一天,名额,每人名额,候补,主办单位,场所类型,咨询电话,纬度,经度\n";
    private static final String ROW =
            "1,冬季用煤安全,科普讲座,老年人,150203,青松社区一楼,2027-03-05,09:30,10:30,,30,2,是,,,0472-1234567,,\n";

    @Autowired
    ApplicationContext context;

    @Autowired
    ActivitySheets sheets;

    @Autowired
    ExportingActivities exporting;

    @Autowired
    FormSheet formSheet;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private UUID handedIn(Scope scope, byte[] content, RegionCode numbering) {
        try {
            var file = Files.write(folder.resolve(UUID.randomUUID().toString()), content);
            return ((ActivitySheets.Receipt.Checked) sheets.receive(scope, "活动.csv", file, numbering)).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportReport trial(String text) {
        return sheets.find(clerk(), handedIn(clerk(), text.getBytes(UTF_8), TOP))
                .orElseThrow()
                .checked();
    }

    private ImportReport taken(String text) {
        return taken(text.getBytes(UTF_8));
    }

    private ImportReport taken(byte[] content) {
        return sheets.takeOver(clerk(), handedIn(clerk(), content, TOP)).report();
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private static String told(RowError error) {
        return error.line() + " " + error.column() + " " + error.reason();
    }

    @Test
    void a_row_becomes_a_draft_with_a_session() {
        var school = given.body(KUNDULUN, "区教育局");
        assertThat(taken(HEADING + ROW.replace("是,,,", "是,区教育局,社区,")))
                .isEqualTo(new ImportReport(1, 1, 0, 0, List.of()));
        assertThat(database.sql("""
                        select concat_ws('|', title, kind, audiences::text, region, place, place_kind, state, body,
                                         to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'),
                                         to_char(ends_at at time zone 'Asia/Shanghai', 'HH24:MI'), capacity, per_person, waits)
                        from activity.activity join activity.session on session.activity = activity.id
                             join activity.organiser on organiser.activity = activity.id
                        """).query(String.class).single())
                .isEqualTo("冬季用煤安全|LECTURE|{ELDERS}|150203|青松社区一楼|COMMUNITY|DRAFT|" + school
                        + "|2027-03-05 09:30|10:30|30|2|t");
        assertThat(count("select count(*) from activity.writer")).isEqualTo(1);
    }

    @Test
    void rows_of_one_number_are_sessions_of_one_activity() {
        var report = taken(HEADING + ROW + "1,,,,,,2027-03-12,09:30,10:30\n1,,,,,,2027-03-19,09:30,10:30\n"
                + ROW.replace("1,冬", "2,冬"));
        assertThat(report).isEqualTo(new ImportReport(4, 4, 0, 0, List.of()));
        assertThat(count("select count(*) from activity.activity")).isEqualTo(2);
        assertThat(count("select count(*) from activity.session")).isEqualTo(4);
    }

    @Test
    void a_trial_changes_nothing_and_says_what_the_import_then_does() {
        var text = HEADING + ROW + ROW.replace("1,冬", "2,冬").replace("科普讲座", "巫术");
        var tried = trial(text);
        assertThat(count("select count(*) from activity.activity")).isZero();
        assertThat(count("select count(*) from activity.sheet_activity")).isZero();
        assertThat(taken(text)).isEqualTo(tried);
        assertThat(tried.errors()).extracting(ActivitySheetsTest::told).containsExactly("3 种类 sheet.row.kind");
    }

    @Test
    void each_row_that_is_not_taken_is_told_all_that_is_wrong_with_it() {
        var report = trial(HEADING
                + ROW
                + ",,巫术,幽灵,999,,2027-02-30,25:00,8:00,,-3,99,也许,没有这个单位,月球,abc,95,1\n"
                + ROW.replace("1,冬", "3,冬").replace("10:30", "09:00")
                + ROW.replace("1,冬", "4,冬").replace("150203", "150299")
                + ROW.replace("2027-03-05", "2027-03-06").replace("冬季", "夏季"));
        assertThat(report.read()).isEqualTo(5);
        assertThat(report.written()).isEqualTo(1);
        assertThat(report.errors())
                .extracting(ActivitySheetsTest::told)
                .containsExactlyInAnyOrder(
                        "3 编号 sheet.row.blank",
                        "3 名称 sheet.row.blank",
                        "3 种类 sheet.row.kind",
                        "3 面向 sheet.row.audience",
                        "3 区划代码 activity.wrong.region",
                        "3 地点 sheet.row.blank",
                        "3 日期 sheet.row.day",
                        "3 开始 sheet.row.time",
                        "3 名额 activity.wrong.capacity",
                        "3 每人名额 activity.wrong.per-person",
                        "3 候补 sheet.row.yes-no",
                        "3 主办单位 sheet.row.body",
                        "3 场所类型 sheet.row.place-kind",
                        "3 咨询电话 activity.wrong.telephone",
                        "3 纬度 activity.wrong.point",
                        "4 结束 activity.wrong.ends",
                        "5 区划代码 activity.wrong.region",
                        "6 编号 sheet.row.told-otherwise");
    }

    @Test
    void of_ten_thousand_rows_37_are_bad_and_the_rest_is_taken_once() throws IOException {
        var bad = List.of(
                ROW.replace("科普讲座", "巫术"),
                ROW.replace("老年人", "幽灵"),
                ROW.replace("2027-03-05", "2027-02-29"),
                ROW.replace("09:30", "9点半"),
                ROW.replace("10:30", "09:30"),
                ROW.replace("150203", "150299"),
                ROW.replace("冬季用煤安全", ""),
                ROW.replace(",30,", ",三十,"),
                ROW.replace("0472-1234567", "电话"),
                ROW.replace("是,", "是,没有这个单位"));
        var columns = List.of("种类", "面向", "日期", "开始", "结束", "区划代码", "名称", "名额", "咨询电话", "主办单位");
        var text = new StringBuilder(HEADING);
        var expected = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            var wrong = i % 270 == 0 && expected.size() < 37;
            var kind = expected.size() % bad.size();
            text.append((wrong ? bad.get(kind) : ROW).replaceFirst("1", String.valueOf(i)));
            if (wrong) {
                expected.add((i + 2) + " " + columns.get(kind));
            }
        }
        var file = excel(text.toString());
        long began = System.nanoTime();
        var first = taken(file);
        long took = (System.nanoTime() - began) / 1_000_000;
        assertThat(first.errors())
                .extracting(error -> error.line() + " " + error.column())
                .isEqualTo(expected);
        assertThat(first.read()).isEqualTo(10_000);
        assertThat(first.written()).isEqualTo(9_963);
        assertThat(first.rejected()).isEqualTo(37);
        System.out.printf("trial and import of 10,000 rows: %d ms%n", took);
        var again = taken(file);
        assertThat(again.written()).isZero();
        assertThat(again.unchanged()).isEqualTo(9_963);
        assertThat(again.rejected()).isEqualTo(37);
        assertThat(count("select count(*) from activity.session")).isEqualTo(9_963);
        assertThat(count("select count(*) from activity.activity")).isEqualTo(9_963);
    }

    @Test
    void what_was_taken_is_not_taken_again_though_it_was_changed_since() {
        taken(HEADING + ROW);
        database.sql(
                        "update activity.session set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'")
                .update();
        assertThat(taken(HEADING + ROW)).isEqualTo(new ImportReport(1, 0, 1, 0, List.of()));
        assertThat(taken(HEADING + ROW + "1,,,,,,2027-03-12,09:30,10:30\n"))
                .isEqualTo(new ImportReport(2, 1, 1, 0, List.of()));
        assertThat(count("select count(*) from activity.activity")).isEqualTo(1);
    }

    @Test
    void clicked_many_times_at_once_it_is_taken_over_once() {
        var id = handedIn(clerk(), (HEADING + ROW).getBytes(UTF_8), TOP);
        together(5, click -> sheets.takeOver(clerk(), id));
        assertThat(count("select count(*) from activity.activity")).isEqualTo(1);
        assertThat(count("select count(*) from audit.entry where act = 'sheet.act.imported' and object = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_table_handed_in_by_several_at_once_adds_nothing_twice() {
        var ids = List.of(1, 2, 3).stream()
                .map(i -> handedIn(clerk(), (HEADING + ROW).getBytes(UTF_8), TOP))
                .toList();
        var reports = together(3, i -> sheets.takeOver(clerk(), ids.get(i)).report());
        assertThat(reports.stream().mapToInt(ImportReport::written).sum()).isEqualTo(1);
    }

    @Test
    void nobody_takes_over_what_a_neighbour_handed_in_nor_counts_by_his_numbers() {
        var id = handedIn(clerk(), (HEADING + ROW).getBytes(UTF_8), TOP);
        var neighbour = clerkOf(QINGSHAN);
        var stranger = new Scope(
                GivenPlans.OTHER,
                neighbour.right(),
                neighbour.day(),
                neighbour.regions(),
                neighbour.bodies(),
                neighbour.plans());
        assertThat(sheets.find(stranger, id)).isEmpty();
        assertThatThrownBy(() -> sheets.takeOver(stranger, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> handedIn(stranger, (HEADING + ROW).getBytes(UTF_8), TOP))
                .isInstanceOf(NotFound.class);
        var own = handedIn(stranger, (HEADING + ROW).getBytes(UTF_8), QINGSHAN);
        assertThat(sheets.takeOver(stranger, own).report().errors())
                .extracting(ActivitySheetsTest::told)
                .containsExactly("2 区划代码 activity.wrong.region");
    }

    @Test
    void what_is_exported_can_be_handed_in_and_adds_nothing() throws IOException {
        taken(HEADING + ROW + "1,,,,,,2027-03-12,09:30,10:30\n");
        given.draft(GivenActivities.talk(), GivenActivities.on("2027-04-01", "15:00", 60));
        var out = new ByteArrayOutputStream();
        exporting.write(clerk(), "", null, out, key -> key);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read())
                    .extracting(row -> row.getCellText(0).length() > 30 ? "id" : row.getCellText(0))
                    .containsExactly("编号", "1", "1", "id");
        }
        var report = taken(out.toByteArray());
        assertThat(report.written()).isZero();
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(report.errors()).extracting(ActivitySheetsTest::told).containsExactly("4 编号 sheet.row.existing");
    }

    @Test
    void the_export_keeps_the_filters_and_the_reach() throws IOException {
        taken(HEADING + ROW + ROW.replace("1,冬季", "2,夏季"));
        assertThat(exported(clerk(), "夏季")).containsExactly("编号", "2");
        assertThat(exported(clerkOf(KUNDULUN), "")).containsExactlyInAnyOrder("编号", "1", "2");
        assertThat(exported(clerkOf(QINGSHAN), "")).containsExactly("编号");
    }

    private List<String> exported(Scope scope, String words) throws IOException {
        var out = new ByteArrayOutputStream();
        exporting.write(scope, words, null, out, key -> key);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.getCellText(0))
                    .toList();
        }
    }

    @Test
    void the_form_sheet_is_a_table_that_can_be_handed_in() throws IOException {
        var out = new ByteArrayOutputStream();
        formSheet.write(out, key -> key);
        assertThat(taken(out.toByteArray()).read()).isZero();
    }

    private static byte[] excel(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("活动");
            var lines = text.lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                var cells = lines.get(line).split(",", -1);
                for (int i = 0; i < cells.length; i++) {
                    sheet.value(line, i, cells[i]);
                }
            }
        }
        return bytes.toByteArray();
    }
}
