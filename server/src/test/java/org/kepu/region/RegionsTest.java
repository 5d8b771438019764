package org.kepu.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class RegionsTest {

    /** Not divisions of their own, though lists of codes often carry them. */
    private static final Set<String> ZONES = Set.of("150172", "150271", "150571", "152571", "152971");

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
    void the_region_has_twelve_leagues_and_103_banners() {
        assertThat(regions.withinLevel(RegionLevel.AUTONOMOUS_REGION))
                .extracting(Region::name)
                .containsExactly("内蒙古自治区");
        assertThat(regions.withinLevel(RegionLevel.LEAGUE)).hasSize(12);
        assertThat(regions.withinLevel(RegionLevel.BANNER)).hasSize(103);
        assertThat(regions.childrenOf(code("150300"))).extracting(Region::name).containsExactly("海勃湾区", "海南区", "乌达区");
    }

    @Test
    void nineteen_banners_lie_on_the_border_and_33_are_pastoral() {
        var banners = regions.withinLevel(RegionLevel.BANNER);
        assertThat(banners.stream().filter(Region::border)).hasSize(19);
        assertThat(banners.stream().filter(Region::pastoral)).hasSize(33);
        assertThat(regions.get(code("152501")).border()).isTrue();
        assertThat(regions.get(code("150203")).traits()).isEmpty();
    }

    @Test
    void the_shipped_divisions_are_those_of_the_public_list_without_its_zones() throws IOException {
        var list = Path.of("../../shared/data/regions-15.csv");
        assumeTrue(Files.exists(list), "the list of divisions is not beside the repository; nothing to check against");
        var published = new TreeSet<String>();
        for (var line : Files.readAllLines(list)) {
            var cells = line.split(",", -1);
            if (Set.of("1", "2", "3").contains(cells[2]) && !ZONES.contains(cells[0])) {
                published.add(filled(cells[0]) + " " + cells[1] + " " + filled(cells[3]));
            }
        }
        var shipped = new TreeSet<String>();
        InitialTree.divisions().forEach(cells -> shipped.add(cells[0] + " " + cells[1] + " " + cells[2]));
        assertThat(shipped).isEqualTo(published).hasSize(116);
    }

    @Test
    void planting_again_changes_nothing_that_a_person_has_changed() {
        jdbc.sql("update region.state set name = '昆区' where code = '150203'").update();
        initialTree.afterSingletonsInstantiated();
        assertThat(regions.get(code("150203")).name()).isEqualTo("昆区");
        assertThat(regions.withinLevel(RegionLevel.BANNER)).hasSize(103);
    }

    @Test
    void the_path_leads_from_the_top_to_the_division() {
        assertThat(regions.pathTo(code("152501"))).extracting(Region::name).containsExactly("内蒙古自治区", "锡林郭勒盟", "二连浩特市");
        assertThat(regions.pathTo(code("999999"))).isEmpty();
    }

    @Test
    void ancestry_is_read_from_the_tree_and_not_from_the_digits() {
        jdbc.sql("insert into region.region (code) values ('150203999')").update();
        jdbc.sql(
                        "insert into region.state (code, name, parent, during) values ('150203999', '飞地镇', '150207', '[2021-01-01,)')")
                .update();
        assertThat(regions.covers(code("150207"), code("150203999"))).isTrue();
        assertThat(regions.covers(code("150203"), code("150203999"))).isFalse();
        assertThat(regions.covers(code("150000"), code("150203999"))).isTrue();
        assertThat(regions.covers(code("150207"), code("150207"))).isTrue();
        assertThat(regions.covers(code("150207"), code("150200"))).isFalse();
        assertThat(regions.covers(code("150000"), code("999999"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "内蒙古自治区人民政府, 150000",
        "内蒙古自治区人民政府办公厅, 150000",
        "内蒙古, 150000",
        "昆都仑区人民政府, 150203",
        "昆 都 仑 区人民 政府, 150203",
        "包头市昆都仑区人民政府, 150203",
        "内蒙古自治区包头市昆都仑区, 150203",
        "内蒙古包头昆都仑区人民政府办公室, 150203",
        "锡林郭勒盟行政公署, 152500",
        "锡林郭勒盟, 152500",
        "锡林郭勒行署, 152500",
        "二连浩特市人民政府, 152501",
        "二连浩特, 152501",
        "中共二连浩特市委员会, 152501",
        "中共昆都仑区委, 150203",
        "杭锦旗人民政府, 150625",
        "杭锦后旗人民政府, 150826",
        "海南区人民政府, 150303",
        "昆都仑区科学技术协会, 150203",
        "巴彦淖尔, 150800",
    })
    void a_written_issuer_is_read(String written, String expected) {
        assertThat(regions.namedBy(written)).map(Region::code).contains(code(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "海南省人民政府", "人民政府", "北京市人民政府", "青海省海南藏族自治州", "乌拉特", "包头市新城区人民政府", "本区"})
    void what_names_no_division_or_contradicts_the_tree_is_not_guessed(String written) {
        assertThat(regions.namedBy(written)).isEmpty();
    }

    @Test
    void a_name_that_two_divisions_bear_is_read_only_with_its_way() {
        jdbc.sql("insert into region.region (code) values ('150121100'), ('150222100')")
                .update();
        jdbc.sql("""
                        insert into region.state (code, name, parent, during) values
                            ('150121100', '东园镇', '150121', '[2021-01-01,)'), ('150222100', '东园镇', '150222', '[2021-01-01,)')
                        """).update();
        assertThat(regions.namedBy("东园镇人民政府")).isEmpty();
        assertThat(regions.namedBy("固阳县东园镇人民政府")).map(Region::code).contains(code("150222100"));
    }

    private static String filled(String code) {
        return code.isEmpty() ? "" : (code + "0000").substring(0, 6);
    }

    private static RegionCode code(String value) {
        return new RegionCode(value);
    }
}
