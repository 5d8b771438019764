package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.ledger.round.GivenRounds.LEAGUE;
import static org.kepu.ledger.round.GivenRounds.NEIGHBOUR;
import static org.kepu.ledger.round.GivenRounds.PLAN;
import static org.kepu.ledger.round.GivenRounds.TOP;
import static org.kepu.ledger.round.GivenRounds.quarter;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.Plan;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

class OpeningRoundsTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenRounds given;
    private PlanId plan;

    @BeforeEach
    void plant() {
        given = new GivenRounds(context);
        plan = given.plan();
    }

    @Test
    void each_body_is_asked_on_one_sheet_about_its_tasks_of_the_year() {
        given.plans.inForce(given.plans.uploaded(PLAN.replace("苏尼特右旗", "昆都仑区")), 2026);
        var round = given.opened(BANNER, quarter(), plan);
        assertThat(sheets()).containsExactly("旗教育局 2", "旗气象局 1", "旗科协 3");
        assertThat(given.read(round, "旗科协").lines())
                .extracting(Line::title, line -> line.role().name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("办好讲座", "LEAD"),
                        org.assertj.core.groups.Tuple.tuple("办好展览", "PARTICIPANT"),
                        org.assertj.core.groups.Tuple.tuple("办好竞赛", "LEAD"));
        assertThat(given.rounds
                        .find(may(Right.READ_LEDGER), round)
                        .orElseThrow()
                        .openedAt())
                .isNotNull();
    }

    @Test
    void a_round_opened_twice_is_one_round() {
        var first = given.opened(BANNER, quarter(), plan);
        assertThat(given.open(BANNER, quarter(), plan)).isEqualTo(new Opened.Already(first));
        given.asking.run();
        assertThat(sheets()).containsExactly("旗教育局 2", "旗气象局 1", "旗科协 3");
        assertThat(given.open(BANNER, quarter(2), plan)).isInstanceOf(Opened.Begun.class);
    }

    @Test
    void of_many_who_open_the_same_round_at_once_one_opens_it_and_all_are_led_to_it() {
        var opened = together(8, one -> given.open(BANNER, quarter(), plan));
        assertThat(opened).filteredOn(Opened.Begun.class::isInstance).hasSize(1);
        assertThat(opened.stream()
                        .map(one -> one instanceof Opened.Begun begun ? begun.id() : ((Opened.Already) one).id())
                        .distinct())
                .hasSize(1);
        together(4, one -> {
            given.asking().run();
            return one;
        });
        assertThat(sheets()).containsExactly("旗教育局 2", "旗气象局 1", "旗科协 3");
        assertThat(
                        given.strings(
                                "select act from audit.entry where act = 'round.act.opened' and object = (select id::text from ledger.round)"))
                .hasSize(1);
    }

    @Test
    void a_round_that_comes_but_once_is_told_apart_by_its_name() {
        var from = LocalDate.of(2026, 7, 1);
        var to = LocalDate.of(2026, 8, 31);
        var one = new Terms("中期摸底", Period.ONCE, from, to, to, 0, 3, List.of(), List.of());
        var other = new Terms("补充摸底", Period.ONCE, from, to, to, 0, 3, List.of(), List.of());
        given.opened(BANNER, one, plan);
        assertThat(given.open(BANNER, one, plan)).isInstanceOf(Opened.Already.class);
        assertThat(given.open(BANNER, other, plan)).isInstanceOf(Opened.Begun.class);
    }

    @Test
    void what_was_cut_off_in_the_middle_goes_on_with_the_next_plan() {
        var others = List.of(
                given.plans.inForce(given.plans.uploaded(PLAN.replace("苏尼特右旗", "苏尼特左旗")), 2026),
                given.plans.inForce(given.plans.uploaded(PLAN.replace("苏尼特右旗", "昆都仑区")), 2026));
        var begun = (Opened.Begun) given.open(TOP, quarter(), plan, others.get(0), others.get(1));
        assertThat(given.asking.next()).isTrue();
        // killed while the second plan was being asked: nothing of it stays
        context.getBean(TransactionTemplate.class).executeWithoutResult(killed -> {
            given.asking.next();
            killed.setRollbackOnly();
        });
        assertThat(given.rounds.progress(may(Right.READ_LEDGER), begun.id())).isEqualTo(new Progress(1, 3));
        assertThat(given.rounds
                        .find(may(Right.READ_LEDGER), begun.id())
                        .orElseThrow()
                        .openedAt())
                .isNull();
        assertThat(given.plans.rows("ledger.sheet")).isEqualTo(3);

        given.asking().run();
        assertThat(given.rounds.progress(may(Right.READ_LEDGER), begun.id())).isEqualTo(new Progress(3, 3));
        assertThat(given.rounds
                        .find(may(Right.READ_LEDGER), begun.id())
                        .orElseThrow()
                        .openedAt())
                .isNotNull();
        assertThat(given.plans.rows("ledger.sheet")).isEqualTo(9);
        assertThat(given.plans.rows("ledger.line")).isEqualTo(18);
    }

    @Test
    void of_two_nodes_that_ask_the_last_two_plans_at_once_the_later_says_that_the_round_is_open() throws Exception {
        var other = given.plans.inForce(given.plans.uploaded(PLAN.replace("苏尼特右旗", "昆都仑区")), 2026);
        var begun = (Opened.Begun) given.open(TOP, quarter(), plan, other);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var later = given.within(() -> {
                given.asking.next();
                var running = nodes.submit(() -> given.asking().next());
                while (!running.isDone() && !somebodyWaits()) {
                    Thread.onSpinWait();
                }
                return running;
            });
            assertThat(later.get()).isTrue();
        }
        assertThat(given.rounds.get(begun.id()).openedAt()).isNotNull();
    }

    private boolean somebodyWaits() {
        return given.database()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_banners_accepted_sheet_counts_in_the_leagues_round_without_being_asked_again() {
        var banner = given.opened(BANNER, quarter(), plan);
        given.submit(banner, "旗科协", Answer.PROGRESS, "办了三场");
        given.accept(banner, "旗科协", BANNER);

        var league = given.opened(LEAGUE, quarter(), plan);
        assertThat(sheets()).containsExactly("旗教育局 2", "旗气象局 1", "旗科协 3");
        var round = given.rounds
                .find(may(GivenPlans.OTHER, Right.READ_LEDGER, LEAGUE), league)
                .orElseThrow();
        var summary = given.summaries.of(may(GivenPlans.OTHER, Right.READ_LEDGER, LEAGUE), round, LEAGUE, null);
        assertThat(summary.whole()).isEqualTo(new Tally(3, 1, 0, 2, 0));
        assertThat(summary.below())
                .extracting(below -> below.region().code(), Summary.Below::tally)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(BANNER, new Tally(3, 1, 0, 2, 0)));
        assertThat(given.reading
                        .find(may(GivenPlans.OTHER, Right.READ_LEDGER, LEAGUE), league, given.sheet("旗科协"))
                        .orElseThrow()
                        .lines())
                .extracting(Line::text)
                .containsOnly("办了三场");
        var region = given.opened(TOP, quarter(), plan);
        var top = given.rounds.find(may(Right.READ_LEDGER), region).orElseThrow();
        assertThat(given.summaries.of(may(Right.READ_LEDGER), top, null, null).below())
                .extracting(below -> below.region().code(), Summary.Below::tally)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(LEAGUE, new Tally(3, 1, 0, 2, 0)));
    }

    @Test
    void an_office_chooses_among_the_plans_in_force_of_its_division_and_below() {
        var neighbours = given.plans.inForce(given.plans.uploaded(PLAN.replace("苏尼特右旗", "昆都仑区")), 2026);
        var league = may(GivenPlans.OTHER, Right.RUN_LEDGER, LEAGUE);
        assertThat(given.opening.choices(league, LEAGUE, 2026))
                .extracting(Plan::id)
                .containsExactly(plan);
        assertThat(given.opening.choices(league, LEAGUE, 2019)).isEmpty();
        assertThat(given.opening.choices(may(Right.RUN_LEDGER), TOP, 2026))
                .extracting(Plan::id)
                .containsExactly(neighbours, plan);
        assertThat(given.within(() -> given.opening.open(league, LEAGUE, quarter(), Set.of(neighbours))))
                .isEqualTo(new Opened.NothingToAsk());
        assertThatThrownBy(
                        () -> given.within(() -> given.opening.open(league, NEIGHBOUR, quarter(), Set.of(neighbours))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given.within(() -> given.opening.open(
                        Scope.nothing(GivenPlans.OTHER, Right.RUN_LEDGER), BANNER, quarter(), Set.of(plan))))
                .isInstanceOf(NotFound.class);
        assertThat(given.plans.rows("ledger.round")).isZero();
    }

    @Test
    void tasks_for_which_no_body_is_decided_are_told_of_and_not_asked() {
        given.database()
                .sql("update ledger.task set body_id = null where written = '旗气象局'")
                .update();
        var id = given.opened(BANNER, quarter(), plan);
        var round = given.rounds.find(may(Right.READ_LEDGER), id).orElseThrow();
        assertThat(given.summaries.of(may(Right.READ_LEDGER), round, null, null).undecided())
                .isEqualTo(1);
        assertThat(sheets()).containsExactly("旗教育局 2", "旗科协 3");
    }

    @Test
    void what_is_done_is_not_asked_and_whoever_has_done_everything_gets_no_sheet() {
        given.database()
                .sql("""
                        update ledger.task set state = 'DONE'
                        where written = '旗气象局' or written = '旗科协' and measure_id = :measure
                        """)
                .param("measure", given.plans.measure(plan, "办好竞赛").value())
                .update();
        given.opened(BANNER, quarter(), plan);
        assertThat(sheets()).containsExactly("旗教育局 2", "旗科协 2");
        assertThat(given.plans.rows("ledger.sheet")).isEqualTo(2);
    }

    @Test
    void a_body_whose_measures_the_plan_no_longer_has_gets_no_sheet_without_lines() {
        given.database()
                .sql("update ledger.task set measure_id = gen_random_uuid() where written = '旗气象局'")
                .update();
        given.opened(BANNER, quarter(), plan);
        assertThat(sheets()).containsExactly("旗教育局 2", "旗科协 3");
        assertThat(given.plans.rows("ledger.sheet")).isEqualTo(2);
    }

    private List<String> sheets() {
        return given.strings("""
                select written || ' ' || count(*) from ledger.sheet join ledger.line on line.sheet_id = sheet.id
                group by sheet.id, written order by written collate "C"
                """);
    }
}
