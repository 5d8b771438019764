package org.kepu.region;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.sheet.Sheet;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class RegionImportTest {

    private static final Scope KEEP = GivenPlans.may(Right.KEEP_REGIONS);
    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final String BASIS = "自治区民政厅名录";
    private static final String STREETS = """
            代码,名称,上级代码,城乡,类型
            150203001,少先路街道,150203,城,街道
            150203002,沼潭街道,150203,城,街道
            150203002001,青松社区,150203002,城,社区
            """;

    @Autowired
    RegionImport imports;

    @Autowired
    Regions regions;

    @Autowired
    InitialTree initialTree;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void plant() {
        new Ground(jdbc).clear();
        initialTree.afterSingletonsInstantiated();
    }

    @Test
    void streets_and_communities_enter_the_tree() {
        assertThat(run(STREETS)).isEqualTo(new ImportReport(3, 3, 0, 0, List.of()));
        assertThat(regions.childrenOf(code("150203"))).extracting(Region::name).containsExactly("少先路街道", "沼潭街道");
        assertThat(regions.pathTo(code("150203002001")))
                .extracting(Region::name)
                .containsExactly("内蒙古自治区", "包头市", "昆都仑区", "沼潭街道", "青松社区");
        assertThat(regions.get(code("150203002001")).traits()).containsExactly(RegionTrait.URBAN);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        run(STREETS);
        var before = tree();
        assertThat(run(STREETS)).isEqualTo(new ImportReport(3, 0, 3, 0, List.of()));
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void a_check_says_what_the_import_would_do_and_does_nothing() {
        var before = tree();
        assertThat(imports.check(KEEP, Sheet.of(STREETS.getBytes(UTF_8)), START, BASIS))
                .isEqualTo(new ImportReport(3, 3, 0, 0, List.of()));
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void each_bad_row_is_told_with_its_line_column_and_reason_and_the_good_ones_are_taken() {
        var report = run("""
                代码,名称,上级代码,城乡,类型
                150203001,少先路街道,150203,城,街道
                15020x,坏代码,150203,,
                150203003,,150203,,
                150203004,没有上级,150299,,
                150203005,倒挂,150203005001,,
                150203001,重复,150203,,
                150203006,不明城乡,150203,郊,
                150203007,不明类型,150203,,星球
                150203008,级别不符,150203,,嘎查
                150203004001,上级被退回,150203004,,
                150203009,%s,150203,,
                150203,改名区,150200,,
                150203,昆都仑区,150200,,
                """.formatted("长".repeat(61)));
        assertThat(report.errors())
                .containsExactly(
                        RowError.of(3, "代码", "region.import.badCode", "15020x"),
                        RowError.of(4, "名称", "region.import.blank"),
                        RowError.of(5, "上级代码", "region.import.unknownParent", "150299"),
                        RowError.of(6, "上级代码", "region.import.levelDoesNotFit", "150203005001", "150203005"),
                        RowError.of(7, "代码", "region.import.doubled", "150203001", "2"),
                        RowError.of(8, "城乡", "region.import.badSettlement", "郊"),
                        RowError.of(9, "类型", "region.import.badKind", "星球"),
                        RowError.of(10, "类型", "region.import.kindDoesNotFit", "嘎查", "150203008"),
                        RowError.of(11, "上级代码", "region.import.unknownParent", "150203004"),
                        RowError.of(12, "名称", "region.import.nameTooLong", "61", "60"),
                        RowError.of(13, "代码", "region.import.aboveSumu", "150203"),
                        RowError.of(14, "代码", "region.import.doubled", "150203", "13"));
        assertThat(report).isEqualTo(new ImportReport(13, 1, 0, 12, report.errors()));
        assertThat(regions.childrenOf(code("150203"))).extracting(Region::name).containsExactly("少先路街道");
        assertThat(regions.get(code("150203")).name()).isEqualTo("昆都仑区");
    }

    @Test
    void a_child_may_stand_before_its_parent_in_the_file() {
        assertThat(run("code,name,parent\n150203002001,青松社区,150203002\n150203002,沼潭街道,150203\n")
                        .written())
                .isEqualTo(2);
    }

    @Test
    void a_rename_from_a_later_day_keeps_what_was_before() {
        run(STREETS);
        var later = LocalDate.of(2024, 7, 1);
        var renamed = STREETS.replace("沼潭街道", "沼潭新街道");
        assertThat(imports.run(KEEP, Sheet.of(renamed.getBytes(UTF_8)), later, "昆府发〔2024〕1号"))
                .isEqualTo(new ImportReport(3, 1, 2, 0, List.of()));
        assertThat(states("150203002")).containsExactly("沼潭街道 [2021-01-01,2024-07-01)", "沼潭新街道 [2024-07-01,)");
        assertThat(regions.pathTo(code("150203002001")))
                .extracting(Region::name)
                .endsWith("沼潭新街道", "青松社区");
        assertThat(regions.editionOn(LocalDate.of(2024, 12, 31))).contains(new Edition(later, "昆府发〔2024〕1号"));
        assertThat(regions.editionOn(LocalDate.of(2024, 6, 30))).contains(new Edition(START, "GB/T 2260"));
    }

    @Test
    void a_list_of_an_earlier_day_does_not_overwrite_what_came_later() {
        imports.run(KEEP, Sheet.of(STREETS.getBytes(UTF_8)), LocalDate.of(2024, 7, 1), BASIS);
        var before = tree();
        var report = run("代码,名称,上级代码\n150203001,旧名街道,150203\n");
        assertThat(report.errors())
                .containsExactly(RowError.of(2, "代码", "region.import.olderThanRecorded", "150203001", "2024-07-01"));
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void a_correction_of_the_same_day_leaves_no_second_state() {
        run(STREETS);
        assertThat(run(STREETS.replace("少先路街道", "少先路街道办")).written()).isEqualTo(1);
        assertThat(states("150203001")).containsExactly("少先路街道办 [2021-01-01,)");
    }

    @Test
    void a_file_that_does_not_speak_of_town_and_country_leaves_them_as_known() {
        run(STREETS);
        assertThat(run("代码,名称,上级代码\n150203001,少先路街道,150203\n").unchanged()).isEqualTo(1);
        assertThat(regions.get(code("150203001")).traits()).containsExactly(RegionTrait.URBAN);
        assertThat(run("代码,名称,上级代码,类型\n150203001,少先路街道,150203,牧区、边境\n").written())
                .isEqualTo(1);
        assertThat(regions.get(code("150203001")).traits())
                .containsExactlyInAnyOrder(RegionTrait.URBAN, RegionTrait.PASTORAL, RegionTrait.BORDER);
    }

    @Test
    void chinese_excel_and_its_two_encodings_are_read_alike() throws IOException {
        var expected = new ImportReport(3, 3, 0, 0, List.of());
        for (var file : List.of(
                STREETS.getBytes(UTF_8),
                ("\uFEFF" + STREETS).getBytes(UTF_8),
                STREETS.replace("\n", "\r\n").getBytes(Charset.forName("GB18030")),
                STREETS.replace(',', '\t').getBytes(UTF_8),
                excel())) {
            assertThat(imports.check(KEEP, Sheet.of(file), START, BASIS)).isEqualTo(expected);
        }
    }

    @Test
    void a_quoted_cell_may_hold_commas_quotes_and_line_ends() {
        var report = run("代码,名称,上级代码\n\"150203001\",\"甲,\"\"乙\"\"街道\",150203\n150203002,\"两\n行\",150203\n15,错,\n");
        assertThat(regions.get(code("150203001")).name()).isEqualTo("甲,\"乙\"街道");
        assertThat(report.errors())
                .containsExactly(
                        RowError.of(3, "名称", "region.import.nameBroken", "两\n行"),
                        RowError.of(5, "代码", "region.import.aboveSumu", "150000"));
    }

    @Test
    void what_is_no_table_is_refused_as_a_whole() {
        assertThatThrownBy(() -> run("甲,乙\n1,2\n"))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessage("region.sheet.heading");
        assertThatThrownBy(() -> Sheet.of(new byte[0])).hasMessage("region.sheet.empty");
        assertThatThrownBy(() -> Sheet.of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .hasMessage("region.sheet.oldExcel");
        assertThatThrownBy(() -> imports.run(KEEP, Sheet.of(new byte[] {0, 1, 2, (byte) 0xFF}), START, BASIS))
                .hasMessage("region.sheet.encoding");
        assertThatThrownBy(() -> imports.run(KEEP, Sheet.of(new byte[] {'P', 'K', 3, 4, 9}), START, BASIS))
                .hasMessage("region.sheet.brokenExcel");
    }

    @Test
    void six_imports_of_one_file_at_once_write_it_once() throws Exception {
        try (var hands = Executors.newFixedThreadPool(6)) {
            Callable<ImportReport> one = () -> run(STREETS);
            var reports = hands.invokeAll(List.of(one, one, one, one, one, one)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(reports.stream().mapToInt(ImportReport::written).sum()).isEqualTo(3);
            assertThat(reports.stream().mapToInt(ImportReport::unchanged).sum()).isEqualTo(15);
        }
        assertThat(regions.withinLevel(RegionLevel.SUMU)).hasSize(2);
    }

    @Test
    void the_public_list_of_streets_is_taken_whole_but_for_the_zones() throws IOException {
        var list = Path.of("../../shared/data/regions-15.csv");
        assumeTrue(Files.exists(list), "the list of divisions is not beside the repository; nothing to import");
        var report = imports.run(KEEP, Sheet.of(Files.readAllBytes(list)), START, BASIS);
        assertThat(report.read()).isEqualTo(1346);
        assertThat(report.unchanged()).isEqualTo(116);
        assertThat(report.errors())
                .extracting(RowError::reason)
                .containsOnly("region.import.aboveSumu", "region.import.unknownParent");
        assertThat(report.errors().stream().filter(error -> error.reason().equals("region.import.aboveSumu")))
                .hasSize(5);
        assertThat(regions.withinLevel(RegionLevel.SUMU)).hasSize(report.written());
        assertThat(imports.run(KEEP, Sheet.of(Files.readAllBytes(list)), START, BASIS)
                        .written())
                .isZero();
    }

    @Test
    void the_villages_of_the_whole_region_are_taken_in_a_few_seconds() {
        var file = new StringBuilder("代码,名称,上级代码,城乡\n");
        int rows = 0;
        for (var banner : regions.withinLevel(RegionLevel.BANNER)) {
            for (int street = 1; street <= 10; street++) {
                var code = banner.code() + "%03d".formatted(street);
                file.append(code)
                        .append(",第")
                        .append(street)
                        .append("街道,")
                        .append(banner.code())
                        .append(",城\n");
                for (int village = 1; village <= 14; village++) {
                    file.append(code)
                            .append("%03d".formatted(village))
                            .append(",第")
                            .append(village)
                            .append("社区,");
                    file.append(code).append(",城\n");
                    rows++;
                }
                rows++;
            }
        }
        var began = System.nanoTime();
        assertThat(run(file.toString())).isEqualTo(new ImportReport(rows, rows, 0, 0, List.of()));
        var first = System.nanoTime();
        assertThat(run(file.toString())).isEqualTo(new ImportReport(rows, 0, rows, 0, List.of()));
        var second = System.nanoTime();
        System.out.printf(
                "import of %d rows: %d ms, again: %d ms%n",
                rows, (first - began) / 1_000_000, (second - first) / 1_000_000);
        assertThat((first - began) / 1_000_000_000).isLessThan(90);
    }

    private byte[] excel() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("名录");
            var lines = STREETS.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                var cells = lines.get(row).split(",");
                for (int column = 0; column < cells.length; column++) {
                    if (row > 0 && (column == 0 || column == 2)) {
                        sheet.value(row, column, Long.parseLong(cells[column]));
                    } else {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private ImportReport run(String file) {
        return imports.run(KEEP, Sheet.of(file.getBytes(UTF_8)), START, BASIS);
    }

    private List<String> tree() {
        return jdbc.sql("""
                        select concat_ws(' ', code, name, parent, traits::text, during::text) from region.state
                        union all select code from region.region
                        union all select concat_ws(' ', since, basis) from region.edition
                        order by 1
                        """).query(String.class).list();
    }

    private List<String> states(String code) {
        return jdbc.sql("select name || ' ' || during from region.state where code = :code order by during")
                .param("code", code)
                .query(String.class)
                .list();
    }

    private static RegionCode code(String value) {
        return new RegionCode(value);
    }
}
