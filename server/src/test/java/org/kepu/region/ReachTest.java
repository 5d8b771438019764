package org.kepu.region;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.page.NotFound;
import org.kepu.region.sheet.Sheet;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a scope reaches in the tree, and that nobody changes the tree beyond it. */
@OnPostgres
class ReachTest {

    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final Edition FIRST = new Edition(START, "GB/T 2260");
    private static final Edition CHANGED = new Edition(LocalDate.of(2024, 7, 1), "内政字〔2024〕1号");
    private static final RegionCode BAOTOU = code("150200");
    private static final RegionCode KUNDULUN = code("150203");
    private static final RegionCode QINGSHAN = code("150204");
    private static final RegionCode SOUTH = code("150203002");
    private static final RegionCode PINE = code("150203002001");
    private static final RegionCode NEXT_DOOR = code("150204001");
    private static final Scope ALL = may(Right.KEEP_REGIONS);
    private static final Scope OURS = may(CLERK, Right.KEEP_REGIONS, KUNDULUN);

    @Autowired
    RegionChanges changes;

    @Autowired
    RegionImport imports;

    @Autowired
    Uploads uploads;

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
        changes.establish(ALL, SOUTH, "沼潭街道", KUNDULUN, Set.of(), FIRST);
        changes.establish(ALL, PINE, "青松社区", SOUTH, Set.of(), FIRST);
        changes.establish(ALL, NEXT_DOOR, "先锋道街道", QINGSHAN, Set.of(), FIRST);
    }

    @Test
    void a_scope_reaches_its_divisions_and_what_lies_below() {
        assertThat(reach(KUNDULUN)).containsExactly(KUNDULUN, SOUTH, PINE);
        assertThat(reach(QINGSHAN)).containsExactly(QINGSHAN, NEXT_DOOR);
        assertThat(regions.reached(Scope.nothing(CLERK, Right.KEEP_REGIONS), List.of(KUNDULUN, SOUTH)))
                .isEmpty();
    }

    @Test
    void what_moves_leaves_one_reach_and_enters_the_other() {
        changes.move(ALL, SOUTH, QINGSHAN, CHANGED);
        assertThat(reach(KUNDULUN)).containsExactly(KUNDULUN);
        assertThat(reach(QINGSHAN)).containsExactly(SOUTH, PINE, QINGSHAN, NEXT_DOOR);
    }

    @Test
    void what_was_merged_away_stays_with_those_who_had_it_and_its_parts_go_over() {
        changes.merge(ALL, SOUTH, NEXT_DOOR, CHANGED);
        assertThat(reach(KUNDULUN)).containsExactly(KUNDULUN, SOUTH);
        assertThat(reach(QINGSHAN)).containsExactly(PINE, QINGSHAN, NEXT_DOOR);
    }

    @Test
    void what_splits_off_stays_below_the_same() {
        var part = code("150203009");
        changes.splitOff(ALL, SOUTH, part, "青松街道", List.of(PINE), CHANGED);
        assertThat(reach(KUNDULUN)).containsExactly(KUNDULUN, SOUTH, PINE, part);
        assertThat(reach(part)).containsExactly(PINE, part);
        assertThat(reach(SOUTH)).containsExactly(SOUTH);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_lineage_is_what_the_states_say_however_the_tree_has_changed(long seed) {
        var chance = new Random(seed);
        var codes = new ArrayList<>(List.of(code("150203"), code("150204"), code("150205"), SOUTH, PINE, NEXT_DOOR));
        for (int i = 0; i < 60; i++) {
            var since = START.plusDays(chance.nextInt(1500));
            var one = codes.get(chance.nextInt(codes.size()));
            var two = codes.get(chance.nextInt(codes.size()));
            if (one.level() == RegionLevel.GACHA) {
                continue; // nothing lies below a village
            }
            var fresh = code(one.value() + (100 + i));
            try {
                switch (chance.nextInt(4)) {
                    case 0 -> changes.move(ALL, one, two, new Edition(since, "移"));
                    case 1 -> changes.merge(ALL, one, two, new Edition(since, "并"));
                    default -> {
                        changes.establish(ALL, fresh, "新", one, Set.of(), new Edition(since, "设"));
                        codes.add(fresh);
                    }
                }
            } catch (DataAccessException | NotFound | UnknownRegion refused) {
                assertThat(refused).isNotNull(); // what contradicts the tree is refused whole; the rest goes on
            }
        }
        assertThat(codes).hasSizeGreaterThan(15);
        var states = states();
        for (int day = 0; day < 2000; day += 83) {
            var on = START.plusDays(day);
            assertThat(lineage(on)).as("seed %d on %s", seed, on).isEqualTo(byHand(states, on));
        }
    }

    @Test
    void nobody_changes_what_lies_beyond_the_own_reach() {
        var before = tree();
        refused(() -> changes.rename(OURS, NEXT_DOOR, "我们的街道", CHANGED));
        refused(() -> changes.rename(OURS, BAOTOU, "我们的市", CHANGED));
        refused(() -> changes.move(OURS, NEXT_DOOR, KUNDULUN, CHANGED));
        refused(() -> changes.move(OURS, SOUTH, QINGSHAN, CHANGED));
        refused(() -> changes.merge(OURS, SOUTH, NEXT_DOOR, CHANGED));
        refused(() -> changes.merge(OURS, NEXT_DOOR, SOUTH, CHANGED));
        refused(() -> changes.establish(OURS, code("150204002"), "新街道", QINGSHAN, Set.of(), CHANGED));
        refused(() -> changes.splitOff(OURS, NEXT_DOOR, code("150204002"), "新街道", List.of(), CHANGED));
        refused(() -> changes.rename(Scope.nothing(CLERK, Right.KEEP_REGIONS), SOUTH, "无", CHANGED));
        assertThat(tree()).isEqualTo(before);
        assertThatThrownBy(() -> changes.rename(may(Right.DESK), SOUTH, "无", CHANGED))
                .isInstanceOf(IllegalArgumentException.class);
        changes.rename(OURS, SOUTH, "沼园街道", CHANGED);
        assertThat(regions.get(SOUTH).name()).isEqualTo("沼园街道");
        assertThat(told("region.act.renamed")).containsExactly("150203002 沼潭街道 150203002 内政字〔2024〕1号");
    }

    @Test
    void rows_beyond_reach_are_rejected_one_by_one_and_the_others_taken() {
        var before = tree();
        var report = imports.run(OURS, Sheet.of("""
                代码,名称,上级代码
                150203003,友谊街道,150203
                150203003001,友谊社区,150203003
                150204001,改名街道,150204
                150204003,别人的街道,150204
                150204003001,别人的社区,150204003
                150203002,沼潭街道,150204
                150203002001,青松社区,150203002
                """.getBytes(UTF_8)), START, "名录");
        assertThat(report.errors())
                .extracting(RowError::line, RowError::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, "region.import.outOfReach"),
                        org.assertj.core.groups.Tuple.tuple(5, "region.import.outOfReach"),
                        org.assertj.core.groups.Tuple.tuple(6, "region.import.unknownParent"),
                        org.assertj.core.groups.Tuple.tuple(7, "region.import.outOfReach"));
        assertThat(report.written()).isEqualTo(2);
        assertThat(tree().stream().filter(line -> !before.contains(line)))
                .containsExactly("150203003 友谊街道 150203", "150203003001 友谊社区 150203003");
        assertThat(imports.run(Scope.nothing(CLERK, Right.KEEP_REGIONS), Sheet.of("""
                代码,名称,上级代码
                150203004,林荫街道,150203
                """.getBytes(UTF_8)), START, "名录")
                        .written())
                .isZero();
    }

    @Test
    void a_file_on_its_way_belongs_to_who_handed_it_in() {
        var file = "代码,名称,上级代码\n150203003,友谊街道,150203\n".getBytes(UTF_8);
        var receipt = (Uploads.Receipt.Checked) uploads.receive(OURS, "名录.csv", file, START, "名录");
        var colleague = may(OTHER, Right.KEEP_REGIONS, KUNDULUN);
        assertThat(uploads.find(colleague, receipt.id())).isEmpty();
        assertThat(uploads.carryOut(colleague, receipt.id())).isEmpty();
        assertThat(regions.find(code("150203003"))).isEmpty();
        assertThat(uploads.carryOut(OURS, receipt.id())).isPresent();
        assertThat(regions.find(code("150203003"))).isPresent();
        assertThat(told("region.act.imported")).containsExactly(receipt.id() + " 名录.csv null 名录");
    }

    private Set<RegionCode> reach(RegionCode root) {
        return regions
                .reached(
                        may(CLERK, Right.DESK, root),
                        List.of(KUNDULUN, QINGSHAN, SOUTH, PINE, NEXT_DOOR, code("150203009")))
                .stream()
                .collect(toCollection(TreeSet::new));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(NotFound.class);
    }

    private record State(String parent, LocalDate first, LocalDate last) {}

    private Map<String, List<State>> states() {
        var states = new HashMap<String, List<State>>();
        jdbc.sql(
                        "select code, parent, lower(during) as first, upper(during) as last from region.state order by lower(during)")
                .query(row -> {
                    states.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                            .add(new State(
                                    row.getString("parent"),
                                    row.getObject("first", LocalDate.class),
                                    row.getObject("last", LocalDate.class)));
                });
        return states;
    }

    private Set<String> lineage(LocalDate day) {
        return new TreeSet<>(jdbc.sql("select code || ' ' || ancestor from region.lineage where during @> :day")
                .param("day", day)
                .query(String.class)
                .list());
    }

    private static Set<String> byHand(Map<String, List<State>> states, LocalDate day) {
        var pairs = new TreeSet<String>();
        for (var code : states.keySet()) {
            var above = code;
            while (above != null) {
                var state = on(states.get(above), day);
                if (state == null) {
                    break;
                }
                pairs.add(code + " " + above);
                above = state.parent();
            }
        }
        return pairs;
    }

    /** The state of the day; of what has ended for good, the last. */
    private static State on(List<State> states, LocalDate day) {
        for (var state : states) {
            if (!day.isBefore(state.first()) && (state.last() == null || day.isBefore(state.last()))) {
                return state;
            }
        }
        var last = states.getLast();
        return last.last() != null && !day.isBefore(last.last()) ? last : null;
    }

    private List<String> tree() {
        return jdbc.sql(
                        "select code || ' ' || name || ' ' || parent from region.state where parent is not null order by code, during")
                .query(String.class)
                .list();
    }

    private List<String> told(String act) {
        return jdbc.sql(
                        "select concat_ws(' ', object, label, coalesce(region, 'null'), reason) from audit.entry where act = :act and at >= now() - interval '1 hour' order by at desc limit 1")
                .param("act", act)
                .query(String.class)
                .list();
    }

    private static RegionCode code(String value) {
        return new RegionCode(value);
    }
}
