package org.kepu.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class RegionChangesTest {

    private static final Scope KEEP = GivenPlans.may(Right.KEEP_REGIONS);
    private static final Edition START = new Edition(LocalDate.of(2021, 1, 1), "GB/T 2260");
    private static final Edition NEXT = new Edition(LocalDate.of(2024, 7, 1), "内政字〔2024〕1号");
    private static final LocalDate BEFORE = NEXT.since().minusDays(1);
    private static final RegionCode KUNDULUN = code("150203");
    private static final RegionCode QINGSHAN = code("150204");
    private static final RegionCode NORTH = code("150203001");
    private static final RegionCode SOUTH = code("150203002");
    private static final RegionCode PINE = code("150203002001");

    @Autowired
    RegionChanges changes;

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
        changes.establish(KEEP, NORTH, "昆北街道", KUNDULUN, Set.of(RegionTrait.URBAN), START);
        changes.establish(KEEP, SOUTH, "沼潭街道", KUNDULUN, Set.of(RegionTrait.URBAN), START);
        changes.establish(KEEP, PINE, "青松社区", SOUTH, Set.of(), START);
    }

    @Test
    void a_new_name_holds_from_its_day_and_the_old_one_until_then() {
        changes.rename(KEEP, SOUTH, "沼园街道", NEXT);
        assertThat(states(SOUTH)).containsExactly("沼潭街道 150203 [2021-01-01,2024-07-01)", "沼园街道 150203 [2024-07-01,)");
        assertThat(regions.get(SOUTH).traits()).containsExactly(RegionTrait.URBAN);
        assertThat(regions.editionOn(NEXT.since())).contains(NEXT);
        assertThat(regions.editionOn(BEFORE)).contains(START);
    }

    @Test
    void a_merger_moves_what_lay_below_and_keeps_the_old_code_readable() {
        changes.merge(KEEP, SOUTH, NORTH, NEXT);
        assertThat(regions.childrenOf(KUNDULUN)).extracting(Region::code).containsExactly(NORTH);
        assertThat(regions.childrenOf(NORTH)).extracting(Region::code).containsExactly(PINE);
        assertThat(regions.find(SOUTH)).map(Region::until).contains(NEXT.since());
        assertThat(regions.covers(KUNDULUN, SOUTH)).isTrue();
        assertThat(regions.within(KUNDULUN, RegionLevel.SUMU, BEFORE))
                .extracting(Region::code)
                .containsExactly(NORTH, SOUTH);
        assertThat(regions.within(KUNDULUN, RegionLevel.SUMU, NEXT.since()))
                .extracting(Region::code)
                .containsExactly(NORTH);
        assertThat(jdbc.sql("select predecessor || ' ' || successor || ' ' || kind from region.succession")
                        .query(String.class)
                        .list())
                .containsExactly("150203002 150203001 MERGED");
    }

    @Test
    void a_move_takes_what_lies_below_with_it() {
        changes.move(KEEP, SOUTH, QINGSHAN, NEXT);
        assertThat(regions.covers(QINGSHAN, PINE)).isTrue();
        assertThat(regions.covers(KUNDULUN, PINE)).isFalse();
        assertThat(states(PINE)).containsExactly("青松社区 150203002 [2021-01-01,)");
    }

    @Test
    void a_split_gives_a_part_to_a_new_division() {
        var part = code("150203003");
        changes.establish(KEEP, part, "青松街道", KUNDULUN, Set.of(RegionTrait.URBAN), NEXT);
        changes.split(KEEP, SOUTH, part, List.of(PINE), NEXT);
        assertThat(regions.pathTo(PINE)).extracting(Region::name).endsWith("昆都仑区", "青松街道", "青松社区");
        assertThat(states(PINE))
                .containsExactly("青松社区 150203002 [2021-01-01,2024-07-01)", "青松社区 150203003 [2024-07-01,)");
    }

    @Test
    void what_never_was_cannot_change() {
        assertThatThrownBy(() -> changes.rename(KEEP, code("150299"), "无", NEXT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> changes.merge(KEEP, code("150299"), NORTH, NEXT))
                .isInstanceOf(NotFound.class);
        assertThat(regions.editionOn(NEXT.since())).contains(START);
    }

    @Test
    void the_database_refuses_what_the_program_should_never_ask() {
        refused(
                "insert into region.state (code, name, parent, during) values ('150203002', '又一个', '150203', '[2022-01-01,)')");
        refused("insert into region.region (code) values ('150001')");
        refused("insert into region.region (code) values ('150203002000')");
        refused("update region.state set parent = '150299' where code = '150203002'");
        refused("update region.state set during = '[2021-01-01,2024-07-01)' where code = '150203002'");
        refused("update region.state set name = ' ' where code = '150203002'");
        refused("update region.state set traits = '{URBAN,RURAL}' where code = '150203002'");
        refused("delete from region.state where code = '150203'");
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private List<String> states(RegionCode code) {
        return jdbc.sql(
                        "select name || ' ' || parent || ' ' || during from region.state where code = :code order by during")
                .param("code", code.value())
                .query(String.class)
                .list();
    }

    private static RegionCode code(String value) {
        return new RegionCode(value);
    }
}
