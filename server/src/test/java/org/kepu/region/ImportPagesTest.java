package org.kepu.region;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Answer;
import org.kepu.page.Visitor.Attachment;
import org.kepu.region.sheet.Sheet;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

class ImportPagesTest extends RunningSite {

    private static final String FILE = "代码,名称,上级代码\n150203001,少先路街道,150203\n150299001,没有上级,150299\n";

    /** A program of either kind of system, two pictures, two archives, and text with a sign that no text has. */
    private static final List<String> NO_TABLES = List.of(
            "MZ\220\0\3\0",
            "\177ELF\2\1\1\0",
            "GIF89a\0\0",
            "\211PNG\r\n\32\n\0\0",
            "Rar!\32\7\0",
            "PK\3\4",
            "text with a \0 in it");

    @Autowired
    Regions regions;

    @Autowired
    InitialTree initialTree;

    @Autowired
    JdbcClient jdbc;

    private Visitor clerk;

    @BeforeEach
    void plant() {
        new Ground(jdbc).clear();
        initialTree.afterSingletonsInstantiated();
        clerk = clerk();
        clerk.get("/desk/regions/import");
    }

    @Test
    void the_tree_is_browsed_and_searched() {
        assertThat(page("/desk/regions").body()).contains("锡林郭勒盟", "/desk/regions/152500");
        assertThat(page("/desk/regions/152500").body()).contains("二连浩特市", "边境").doesNotContain("昆都仑区");
        assertThat(page("/desk/regions?q=" + URLEncoder.encode("昆都仑", UTF_8)).body())
                .contains("/desk/regions/150203", "包头市");
        assertThat(page("/desk/regions?q=" + URLEncoder.encode("不存在", UTF_8)).body())
                .contains("没有找到“不存在”");
        assertThat(page("/desk/regions/999999").status()).isEqualTo(404);
        assertThat(page("/desk/regions/abc").status()).isEqualTo(404);
    }

    @Test
    void a_list_is_checked_shown_and_then_imported_once() {
        var checked = handIn(FILE.getBytes(UTF_8), "2021-01-01", "名录");
        assertThat(checked.status()).isEqualTo(302);
        var report = checked.location();
        assertThat(page(report).body()).contains("检查结果", "上级 150299 不在区划中", "导入 1 行");
        assertThat(regions.withinLevel(RegionLevel.SUMU)).isEmpty();
        for (int click = 0; click < 2; click++) {
            assertThat(clerk.post(report).location()).isEqualTo(report);
            assertThat(page(report).body()).contains("导入结果").doesNotContain("导入 1 行");
        }
        assertThat(regions.withinLevel(RegionLevel.SUMU))
                .extracting(Region::name)
                .containsExactly("少先路街道");
        assertThat(jdbc.sql("select imported ->> 'written' from region.upload")
                        .query(String.class)
                        .list())
                .containsExactly("1");
    }

    @Test
    void what_is_missing_or_unreadable_is_said_at_its_field() {
        var empty = handIn(new byte[0], "", " ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("请选择一个有内容的文件", "请填写起始日期", "请填写依据");
        var old = handIn(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "2021-01-01", "名录");
        assertThat(old.status()).isEqualTo(422);
        assertThat(old.body()).contains("请另存为 .xlsx");
    }

    @Test
    void files_are_known_by_their_content_whatever_they_are_called() {
        for (var content : NO_TABLES) {
            var answer = handIn(content.getBytes(ISO_8859_1), "2021-01-01", "名录");
            assertThat(answer.status()).as(content).isEqualTo(422);
        }
        assertThat(handIn(new byte[Sheet.MOST_BYTES + 1], "2021-01-01", "名录").body())
                .contains("最多 10 MB");
        assertThat(jdbc.sql("select count(*) from region.upload")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_decision_of_an_authority_is_entered_and_what_is_wrong_is_said_at_its_field() {
        var changes = "/desk/regions/152524/changes";
        assertThat(page("/desk/regions/152524").body()).contains("href=\"" + changes + "\"");
        assertThat(page("/desk/regions/150000").body()).doesNotContain("/changes");
        assertThat(page("/desk/regions/150000/changes").status()).isEqualTo(404);
        var wrong = clerk.post(changes + "/RENAME", "name", " ", "since", "2021-01-01", "basis", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("名称为 1 至 60 个字", "应晚于现有记录的起始日期", "请填写依据");
        var done = clerk.post(changes + "/RENAME", "name", "苏右旗", "since", "2024-07-01", "basis", "民发〔2024〕1号");
        assertThat(done.location()).isEqualTo("/desk/regions/152524");
        assertThat(page("/desk/regions/152524").body()).contains("<h1>苏右旗</h1>", "苏尼特右旗", "已登记");
        assertThat(clerk.post(changes + "/MERGE", "target", "150203", "since", "2024-08-01", "basis", "民发")
                        .body())
                .contains("请从列表中选择");
        assertThat(page(changes + "?kind=MERGE").body()).contains("苏尼特左旗").doesNotContain("昆都仑区");
        assertThat(page(changes + "?kind=MOVE").body()).contains("包头市").doesNotContain("value=\"152500\"");
        clerk.post(changes + "/MOVE", "target", "150200", "since", "2024-08-01", "basis", "民发〔2024〕2号");
        assertThat(regions.pathTo(new RegionCode("152524")))
                .extracting(Region::name)
                .endsWith("包头市", "苏右旗");
        var street = "/desk/regions/150203001/changes";
        handIn(FILE.getBytes(UTF_8), "2021-01-01", "名录");
        jdbc.sql("insert into region.region (code) values ('150203001'), ('150203001001')")
                .update();
        jdbc.sql(
                        "insert into region.state (code, name, parent, during) values ('150203001', '少先路街道', '150203', '[2021-01-01,)'), ('150203001001', '青松社区', '150203001', '[2021-01-01,)')")
                .update();
        assertThat(clerk.post(
                                street + "/SPLIT",
                                "part",
                                "150203001",
                                "name",
                                "新街道",
                                "since",
                                "2024-08-01",
                                "basis",
                                "民发")
                        .body())
                .contains("应为没有用过的同级区划代码", "请至少选择一个下级");
        clerk.post(
                street + "/SPLIT",
                "part",
                "150203009",
                "name",
                "新街道",
                "going",
                "150203001001",
                "since",
                "2024-08-01",
                "basis",
                "民发");
        assertThat(regions.pathTo(new RegionCode("150203001001")))
                .extracting(Region::name)
                .endsWith("昆都仑区", "新街道", "青松社区");
    }

    private Answer handIn(byte[] file, String since, String basis) {
        var address = UriComponentsBuilder.fromPath("/desk/regions/import")
                .queryParam("since", since)
                .queryParam("basis", basis)
                .encode()
                .toUriString();
        return clerk.attach(address, "file", new Attachment("名录.csv", file));
    }

    private Answer page(String address) {
        return clerk.get(address);
    }
}
