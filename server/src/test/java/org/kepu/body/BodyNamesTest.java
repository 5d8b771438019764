package org.kepu.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.body.Resolution.Decided;
import org.kepu.body.Resolution.Group;
import org.kepu.body.Resolution.Proposed;
import org.kepu.body.Resolution.Unknown;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.Ground;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class BodyNamesTest {

    private static final Scope KEEP = GivenPlans.may(Right.KEEP_BODIES);
    private static final RegionCode TOP = new RegionCode("150000");
    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final RegionCode KUNDULUN = new RegionCode("150203");
    private static final RegionCode ERENHOT = new RegionCode("152501");

    private final UUID document = UUID.randomUUID();

    @Autowired
    BodyNames names;

    @Autowired
    Bodies bodies;

    @Autowired
    KeepingBodies keeping;

    @Autowired
    @Qualifier("initialTree")
    SmartInitializingSingleton initialTree;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void plant() {
        new Ground(jdbc).clear();
        initialTree.afterSingletonsInstantiated();
    }

    @ParameterizedTest
    @CsvSource({
        "区科协, 昆都仑区科学技术协会",
        "区卫健委, 昆都仑区卫生健康委员会",
        "卫生健康委, 区卫健委",
        "区人社局, 区人力资源和社会保障局",
        "区发改委, 昆都仑区发展和改革委员会",
        "区工信局, 区工业和信息化局",
        "区市场监管局, 昆都仑区市场监督管理局",
        "区文体旅游广电局, 区文化体育旅游广电局",
        "区委宣传部, 党委宣传部",
        "党委宣传部, 中共昆都仑区委宣传部",
        "区委网信办, 区委网络安全和信息化委员会办公室",
        "区委老干局, 党委老干部局",
        "团区委, 共青团昆都仑区委员会",
        "团委, 团区委",
        "区妇联, 昆都仑区妇女联合会",
        "区总工会, 工会",
        "区应急局, 应急管理局",
        "区公安分局, 昆都仑区公安局",
        "区融媒体中心, 昆都仑区融媒体中心",
        "昆都仑区教育局, 区教育局",
        "包头市昆都仑区教育局, 区教育局",
        "区疾控中心, 区疾病预防控制中心",
        "区退役军人局, 区退役军人事务局",
    })
    void another_spelling_of_a_registered_body_is_proposed(String written, String registered) {
        var meant = body(KUNDULUN, registered);
        body(KUNDULUN, "区司法局");
        body(KUNDULUN, "区科技馆");
        body(BAOTOU, registered);
        assertThat(one(KUNDULUN, written)).isEqualTo(new Proposed(List.of(meant), Set.of()));
    }

    @Test
    void even_the_exact_name_is_only_proposed_until_a_person_has_decided() {
        var office = body(KUNDULUN, "区教育局");
        assertThat(one(KUNDULUN, "区教育局")).isEqualTo(new Proposed(List.of(office), Set.of()));
        names.remember(document, "区教育局", office.id());
        assertThat(one(KUNDULUN, "区教育局")).isEqualTo(new Decided(office));
    }

    @Test
    void a_decision_holds_for_its_document_alone_and_can_be_taken_back() {
        var science = body(ERENHOT, "教科局");
        body(ERENHOT, "科技馆");
        names.remember(document, "民社局", science.id());
        assertThat(one(ERENHOT, "民社局")).isEqualTo(new Decided(science));
        assertThat(names.resolve(ERENHOT, UUID.randomUUID(), List.of("民社局")))
                .containsExactly(Map.entry("民社局", new Unknown()));
        names.forget(document, "民社局");
        assertThat(one(ERENHOT, "民社局")).isEqualTo(new Unknown());
    }

    @Test
    void the_last_word_on_a_name_counts() {
        var first = body(KUNDULUN, "区教育局");
        var second = body(KUNDULUN, "区科技局");
        names.remember(document, "教科局", first.id());
        names.remember(document, "教科局", second.id());
        assertThat(one(KUNDULUN, "教科局")).isEqualTo(new Decided(second));
    }

    @Test
    void minshe_is_neither_civil_affairs_nor_human_resources() {
        body(ERENHOT, "民政局");
        body(ERENHOT, "人社局");
        body(ERENHOT, "人力资源和社会保障局");
        assertThat(one(ERENHOT, "民社局")).isEqualTo(new Unknown());
    }

    @Test
    void a_merged_office_is_proposed_for_its_parts_and_flagged() {
        var merged = body(ERENHOT, "教科局");
        for (var part : List.of("教育局", "科技局", "市教育局", "二连浩特市科学技术局")) {
            assertThat(one(ERENHOT, part)).isEqualTo(new Proposed(List.of(merged), Set.of(merged.id())));
        }
    }

    @Test
    void the_parts_are_proposed_for_a_merged_name_and_flagged() {
        var farming = body(ERENHOT, "农牧局");
        var water = body(ERENHOT, "水利局");
        body(ERENHOT, "市教育局");
        assertThat(one(ERENHOT, "农牧和水务局"))
                .isEqualTo(new Proposed(List.of(farming, water), Set.of(farming.id(), water.id())));
    }

    @Test
    void the_same_office_comes_before_a_merged_one() {
        var merged = body(ERENHOT, "文体旅游广电局");
        var sport = body(ERENHOT, "体育局");
        assertThat(one(ERENHOT, "市体育局")).isEqualTo(new Proposed(List.of(sport, merged), Set.of(merged.id())));
    }

    @Test
    void an_office_of_a_level_above_is_found_by_its_word() {
        var regional = body(TOP, "科协");
        var city = body(BAOTOU, "市科协");
        var district = body(KUNDULUN, "区科协");
        assertThat(one(KUNDULUN, "自治区科协")).isEqualTo(new Proposed(List.of(regional), Set.of()));
        assertThat(one(KUNDULUN, "市科协")).isEqualTo(new Proposed(List.of(city), Set.of()));
        assertThat(one(KUNDULUN, "包头市科协")).isEqualTo(new Proposed(List.of(city), Set.of()));
        assertThat(one(KUNDULUN, "科协")).isEqualTo(new Proposed(List.of(district), Set.of()));
    }

    @Test
    void a_neighbour_with_the_same_office_is_not_proposed() {
        body(new RegionCode("150204"), "区科协");
        assertThat(one(KUNDULUN, "区科协")).isEqualTo(new Unknown());
    }

    @Test
    void offices_run_from_the_centre_are_those_of_the_region() {
        var weather = body(TOP, "内蒙古气象局");
        assertThat(one(TOP, "内蒙古气象局")).isEqualTo(new Proposed(List.of(weather), Set.of()));
        assertThat(one(TOP, "气象局")).isEqualTo(new Proposed(List.of(weather), Set.of()));
    }

    @Test
    void a_former_name_leads_to_the_body_that_bore_it() {
        var office = body(KUNDULUN, "区广播电视台");
        assertThat(keeping.rename(KEEP, office.id(), "区新闻传播中心", BodyKind.MEDIA)).isTrue();
        assertThat(one(KUNDULUN, "区广播电视台"))
                .isEqualTo(new Proposed(List.of(new Body(office.id(), KUNDULUN, "区新闻传播中心", BodyKind.MEDIA)), Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "区全民科学素质工作领导小组各成员单位, LEADING_GROUP_MEMBERS",
        "各成员单位, LEADING_GROUP_MEMBERS",
        "各街道办事处、镇, SUMU_GOVERNMENTS",
        "各苏木乡镇, SUMU_GOVERNMENTS",
        "各镇、街道, SUMU_GOVERNMENTS",
        "各旗县区人民政府, BANNER_GOVERNMENTS",
        "各旗县（市、区）人民政府, BANNER_GOVERNMENTS",
        "各盟行政公署、市人民政府, LEAGUE_GOVERNMENTS",
        "各盟市, LEAGUE_GOVERNMENTS",
        "各嘎查村、社区, GACHA_COMMITTEES",
        "各有关部门, OPEN",
        "各相关单位, OPEN",
    })
    void words_for_many_bodies_stay_a_group(String written, BodyGroup group) {
        body(KUNDULUN, "区科协");
        assertThat(one(KUNDULUN, written)).isEqualTo(new Group(group));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "区", "局", "区粮食局", "科学", "某某学会"})
    void what_fits_no_registered_body_stays_unknown(String written) {
        body(KUNDULUN, "区科协");
        body(KUNDULUN, "区科技局");
        body(KUNDULUN, "区委宣传部");
        assertThat(one(KUNDULUN, written)).isEqualTo(new Unknown());
    }

    @Test
    void the_names_of_a_whole_plan_among_hundreds_of_bodies_are_resolved_in_a_moment() {
        for (int i = 0; i < 600; i++) {
            body(KUNDULUN, "昆都仑区第" + i + "中学");
        }
        var written = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            body(KUNDULUN, "区第" + i + "办公室");
            written.add("昆都仑区第" + i + "办公室");
        }
        names.resolve(KUNDULUN, document, written);
        var began = System.nanoTime();
        var resolved = names.resolve(KUNDULUN, document, written);
        var took = (System.nanoTime() - began) / 1_000_000;
        System.out.println("resolution of 60 names among 660 bodies: " + took + " ms");
        assertThat(resolved)
                .hasSize(60)
                .allSatisfy((name, resolution) -> assertThat(resolution).isInstanceOf(Proposed.class));
        assertThat(took).isLessThan(1_000);
    }

    private Body body(RegionCode region, String name) {
        return keeping.register(KEEP, region, name, BodyKind.guess(name));
    }

    private Resolution one(RegionCode region, String written) {
        return names.resolve(region, document, List.of(written)).get(written);
    }
}
