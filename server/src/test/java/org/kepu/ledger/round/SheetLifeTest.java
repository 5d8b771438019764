package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.ledger.round.GivenRounds.NEIGHBOUR;
import static org.kepu.ledger.round.GivenRounds.all;
import static org.kepu.ledger.round.GivenRounds.of;
import static org.kepu.ledger.round.GivenRounds.quarter;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Source;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A sheet from the first word on it to the office's last. */
class SheetLifeTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenRounds given;
    private PlanId plan;
    private RoundId round;

    @BeforeEach
    void plant() {
        given = new GivenRounds(context);
        plan = given.plan();
        round = given.opened(BANNER, quarter(), plan);
    }

    @Test
    void a_sheet_is_filled_in_submitted_sent_back_mended_and_accepted() {
        assertThat(given.submit(round, "旗科协", Answer.PROGRESS, "办了三场")).isEqualTo(new Filling.Submitted(true));
        assertThat(given.read(round, "旗科协").state()).isEqualTo(SheetState.SUBMITTED);
        assertThat(given.submit(round, "旗科协", Answer.PROGRESS, "办了四场"))
                .isEqualTo(new Filling.Closed(SheetState.SUBMITTED));

        var back = given.sendBack(round, "旗科协", "请写明场次");
        // three working days after the first of October, which is in the holidays: the 8th, the 9th and the 10th
        assertThat(back).isEqualTo(new JudgingSheets.Judged.SentBack(LocalDate.of(2026, 10, 10)));
        var mended = given.read(round, "旗科协");
        assertThat(mended.state()).isEqualTo(SheetState.SENT_BACK);
        assertThat(mended.dueOn()).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(mended.lines()).extracting(Line::reason).containsExactly("请写明场次", "", "");

        assertThat(given.submit(round, "旗科协", Answer.PROGRESS, "办了三场，共 120 人次")).isEqualTo(new Filling.Submitted(true));
        assertThat(given.accept(round, "旗科协", BANNER)).isEqualTo(new JudgingSheets.Judged.Accepted());
        assertThat(given.accept(round, "旗科协", BANNER)).isEqualTo(new JudgingSheets.Judged.Overtaken());
        assertThat(given.strings("select act from ledger.sheet_event order by id"))
                .containsExactly(
                        "round.act.SUBMIT", "round.act.SEND_BACK", "round.act.SUBMIT_AGAIN", "round.act.ACCEPT");
        assertThat(given.strings("select act from audit.entry where object = '" + given.sheet("旗科协") + "' order by at"))
                .containsExactlyInAnyOrder(
                        "round.act.SUBMIT", "round.act.SEND_BACK", "round.act.SUBMIT_AGAIN", "round.act.ACCEPT");
    }

    @Test
    void what_lacks_something_is_kept_as_a_draft_and_not_submitted() {
        var sheet = given.read(round, "旗科协");
        var lines = sheet.lines();
        var entries = List.of(
                new Entry(lines.get(0).id(), lines.get(0).mark(), Answer.PROGRESS, "办了三场"),
                new Entry(lines.get(1).id(), lines.get(1).mark(), Answer.NOT_APPLICABLE, "  "));
        var outcome =
                given.within(() -> given.filling.submit(of(sheet.body(), Right.DO_TASKS), round, sheet.id(), entries));
        assertThat(((Filling.Lacking) outcome).lines())
                .extracting(LineFault.Lacking::title, LineFault.Lacking::fault)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("办好展览", LineFault.NOT_APPLICABLE_WITHOUT_REASON),
                        org.assertj.core.groups.Tuple.tuple("办好竞赛", LineFault.UNANSWERED));
        var draft = given.read(round, "旗科协");
        assertThat(draft.state()).isEqualTo(SheetState.ASKED);
        assertThat(draft.lines()).extracting(Line::text).containsExactly("办了三场", "", "");
        assertThat(draft.lines().get(1).answer()).isEqualTo(Answer.NOT_APPLICABLE);
    }

    @Test
    void the_due_day_ends_at_midnight_in_shanghai() {
        given.watch.forward(Duration.between(GivenRounds.BEGIN, Instant.parse("2026-10-20T15:59:59.999Z")));
        assertThat(given.submit(round, "旗科协", Answer.NOTHING, "")).isEqualTo(new Filling.Submitted(true));
        given.watch.forward(Duration.ofMillis(1));
        assertThat(given.read(round, "旗气象局").isLate(Today.by(given.watch))).isTrue();
        assertThat(given.submit(round, "旗气象局", Answer.NOTHING, "")).isEqualTo(new Filling.Submitted(false));
        assertThat(given.read(round, "旗科协").cameInTime()).isTrue();
        assertThat(given.read(round, "旗气象局").cameInTime()).isFalse();
        assertThat(given.read(round, "旗科协").isLate(Today.by(given.watch))).isFalse();
    }

    @Test
    void what_came_in_time_stays_in_time_whatever_happens_after() {
        given.submit(round, "旗科协", Answer.NOTHING, "");
        given.watch.forward(Duration.ofDays(40));
        given.sendBack(round, "旗科协", "请补充");
        var back = given.read(round, "旗科协");
        assertThat(back.isLate(Today.by(given.watch))).as("it has a new day").isFalse();
        given.watch.forward(Duration.ofDays(10));
        assertThat(given.read(round, "旗科协").isLate(Today.by(given.watch))).isTrue();
        given.submit(round, "旗科协", Answer.PROGRESS, "补充");
        assertThat(given.read(round, "旗科协").cameInTime()).isTrue();
        assertThat(given.read(round, "旗科协").isLate(Today.by(given.watch))).isFalse();
    }

    @Test
    void a_sheet_is_withdrawn_until_its_day_is_over() {
        given.submit(round, "旗科协", Answer.NOTHING, "");
        var sheet = given.read(round, "旗科协");
        var own = of(sheet.body(), Right.DO_TASKS);
        assertThat(given.within(() -> given.filling.withdraw(own, round, sheet.id())))
                .isTrue();
        assertThat(given.read(round, "旗科协").state()).isEqualTo(SheetState.ASKED);
        assertThat(given.within(() -> given.filling.withdraw(own, round, sheet.id())))
                .isFalse();
        given.submit(round, "旗科协", Answer.NOTHING, "");
        given.watch.forward(Duration.ofDays(20));
        assertThat(given.within(() -> given.filling.withdraw(own, round, sheet.id())))
                .isFalse();
    }

    @Test
    void of_two_who_write_at_once_the_second_is_told_what_changed_and_loses_nothing() {
        var seen = given.read(round, "旗科协");
        var own = of(seen.body(), Right.DO_TASKS);
        var lines = seen.lines();
        given.within(() -> given.filling.keep(
                own,
                round,
                seen.id(),
                List.of(new Entry(lines.get(0).id(), lines.get(0).mark(), Answer.PROGRESS, "甲写的"))));

        // the second still sees the empty sheet and writes on the first and the second line
        var second = List.of(
                new Entry(lines.get(0).id(), lines.get(0).mark(), Answer.PROGRESS, "乙写的"),
                new Entry(lines.get(1).id(), lines.get(1).mark(), Answer.NOTHING, ""),
                new Entry(lines.get(2).id(), lines.get(2).mark(), null, ""));
        var outcome = given.within(() -> given.filling.submit(own, round, seen.id(), second));
        var clashing = ((Filling.Clash) outcome).lines();
        assertThat(clashing).hasSize(1);
        assertThat(clashing.getFirst().theirs().text()).isEqualTo("甲写的");
        assertThat(clashing.getFirst().mine().text()).isEqualTo("乙写的");
        var kept = given.read(round, "旗科协");
        assertThat(kept.lines()).extracting(Line::text).containsExactly("甲写的", "", "");
        assertThat(kept.lines()).extracting(Line::answer).containsExactly(Answer.PROGRESS, Answer.NOTHING, null);
        assertThat(kept.state()).isEqualTo(SheetState.ASKED);

        // now that both were seen, saving again replaces knowingly
        given.within(() -> given.filling.keep(
                own,
                round,
                seen.id(),
                List.of(new Entry(
                        lines.get(0).id(), clashing.getFirst().theirs().mark(), Answer.PROGRESS, "甲写的，乙补充"))));
        assertThat(given.read(round, "旗科协").lines().getFirst().text()).isEqualTo("甲写的，乙补充");
    }

    @Test
    void two_who_write_on_different_lines_at_the_same_moment_both_keep_theirs() {
        var seen = given.read(round, "旗科协");
        var own = of(seen.body(), Right.DO_TASKS);
        var outcomes = together(
                3,
                one -> given.within(() -> given.filling.keep(
                        own,
                        round,
                        seen.id(),
                        List.of(new Entry(
                                seen.lines().get(one).id(),
                                seen.lines().get(one).mark(),
                                Answer.PROGRESS,
                                "第" + one + "人")))));
        assertThat(outcomes).containsOnly(new Filling.Kept());
        assertThat(given.read(round, "旗科协").lines()).extracting(Line::text).containsExactly("第0人", "第1人", "第2人");
    }

    @Test
    void a_hundred_bodies_submit_at_the_same_moment_and_none_is_lost() {
        var bodies = given.moreBodies(plan, 100);
        var later = given.opened(BANNER, quarter(2), plan);
        var sheets = bodies.stream().map(name -> given.read(later, name)).toList();
        var outcomes = together(100, one -> {
            var sheet = sheets.get(one);
            return given.within(() -> given.filling.submit(
                    of(sheet.body(), Right.DO_TASKS), later, sheet.id(), all(sheet, Answer.PROGRESS, "本季度 " + one)));
        });
        assertThat(outcomes).containsOnly(new Filling.Submitted(true));
        assertThat(
                        given.strings(
                                "select line.text from ledger.line join ledger.sheet on sheet.id = sheet_id where written like '第%单位' and state = 'SUBMITTED'"))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void of_many_who_submit_one_sheet_at_once_one_does() {
        var sheet = given.read(round, "旗科协");
        var outcomes = together(
                10,
                one -> given.within(() -> given.filling.submit(
                        of(sheet.body(), Right.DO_TASKS), round, sheet.id(), all(sheet, Answer.NOTHING, ""))));
        assertThat(outcomes).filteredOn(Filling.Submitted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Filling.Closed.class::isInstance).hasSize(9);
        assertThat(given.plans.rows("ledger.sheet_event")).isEqualTo(1);
    }

    @Test
    void what_was_sent_back_is_not_withdrawn_though_its_new_day_is_the_old_one() {
        given.watch.forward(Duration.between(GivenRounds.BEGIN, Instant.parse("2026-10-15T03:00:00Z")));
        given.submit(round, "旗科协", Answer.NOTHING, "");
        assertThat(given.sendBack(round, "旗科协", "请补充")).isEqualTo(new JudgingSheets.Judged.SentBack(GivenRounds.DUE));
        given.submit(round, "旗科协", Answer.PROGRESS, "补充");
        var sheet = given.read(round, "旗科协");
        assertThat(given.within(() -> given.filling.withdraw(of(sheet.body(), Right.DO_TASKS), round, sheet.id())))
                .isFalse();
        assertThat(sheet.mayBeWithdrawn(Today.by(given.watch))).isFalse();
        assertThat(given.read(round, "旗科协").state()).isEqualTo(SheetState.SUBMITTED);
    }

    @Test
    void nobody_accepts_what_they_have_not_seen() {
        given.submit(round, "旗科协", Answer.NOTHING, "");
        var seen = given.read(round, "旗科协");
        given.within(() -> given.filling.withdraw(of(seen.body(), Right.DO_TASKS), round, seen.id()));
        given.submit(round, "旗科协", Answer.PROGRESS, "改过了");
        assertThat(given.within(() -> given.judging.accept(may(Right.RUN_LEDGER), round, seen.id(), seen.version())))
                .isEqualTo(new JudgingSheets.Judged.Overtaken());
        assertThat(given.within(() ->
                        given.judging.sendBack(may(Right.RUN_LEDGER), round, seen.id(), seen.version(), Map.of())))
                .isEqualTo(new JudgingSheets.Judged.WithoutReason());
    }

    @Test
    void a_sheet_is_answered_read_and_judged_within_reach_only() {
        var neighbour = given.plans.inForce(given.plans.uploaded(GivenRounds.PLAN.replace("苏尼特右旗", "昆都仑区")), 2026);
        var theirs = given.opened(NEIGHBOUR, quarter(), neighbour);
        var sheet = given.read(round, "旗科协");
        var strange = List.of(
                may(GivenPlans.OTHER, Right.DO_TASKS, NEIGHBOUR),
                of(given.read(round, "旗教育局").body(), Right.DO_TASKS),
                Scope.nothing(GivenPlans.OTHER, Right.DO_TASKS));
        for (var scope : strange) {
            assertThatThrownBy(() -> given.within(() -> given.filling.keep(scope, round, sheet.id(), List.of())))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> given.within(() -> given.filling.submit(scope, round, sheet.id(), List.of())))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> given.within(() ->
                        given.judging.accept(may(GivenPlans.OTHER, Right.RUN_LEDGER, NEIGHBOUR), round, sheet.id(), 0)))
                .isInstanceOf(NotFound.class);
        assertThat(given.reading.find(may(GivenPlans.OTHER, Right.READ_LEDGER, NEIGHBOUR), round, sheet.id()))
                .isEmpty();
        assertThat(given.reading.find(may(Right.READ_LEDGER), theirs, sheet.id()))
                .as("a sheet of another round")
                .isEmpty();
        var own = of(sheet.body(), Right.READ_LEDGER);
        assertThat(given.rounds.latest(own, 1)).extracting(Round::id).containsExactly(round);
        assertThat(given.summaries.all(own, given.rounds.get(round)))
                .extracting(SheetRow::written)
                .containsExactly("旗科协");
        assertThat(given.rounds.latest(may(GivenPlans.OTHER, Right.READ_LEDGER, NEIGHBOUR), 1))
                .extracting(Round::id)
                .containsExactly(theirs);
        assertThat(given.rounds.latest(Scope.nothing(GivenPlans.OTHER, Right.READ_LEDGER), 1))
                .isEmpty();
    }

    @Test
    void the_next_round_begins_with_what_was_said_last_and_with_the_facts_of_its_days() {
        given.submit(round, "旗科协", Answer.PROGRESS, "三季度办了三场");
        var body = given.body("旗科协");
        var measure = given.plans.measure(plan, "办好讲座");
        fact("一", LocalDate.of(2026, 11, 3), 40, body, measure);
        fact("二", LocalDate.of(2026, 12, 31), 60, body, measure);
        fact("三", LocalDate.of(2026, 9, 30), 500, body, measure);
        fact("四", LocalDate.of(2026, 11, 4), 700, given.body("旗教育局"), measure);
        var next = given.opened(BANNER, quarter(4), plan);
        var sheet = given.read(next, "旗科协");
        assertThat(sheet.lines()).extracting(Line::earlier).containsOnly("三季度办了三场");
        given.submit(next, "旗科协", Answer.PROGRESS, "四季度办了两场");
        assertThat(given.read(next, "旗科协").lines())
                .extracting(Line::title, Line::facts, Line::attendances)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("办好讲座", 2, 100),
                        org.assertj.core.groups.Tuple.tuple("办好展览", 0, 0),
                        org.assertj.core.groups.Tuple.tuple("办好竞赛", 0, 0));
    }

    private void fact(
            String id, LocalDate day, int attendances, org.kepu.shared.BodyId body, org.kepu.plan.MeasureId measure) {
        context.getBean(Facts.class)
                .record(
                        GivenPlans.CLERK,
                        Fact.of(Source.of("test", id), "LECTURE", day, BANNER, "讲座" + id)
                                .with(Amounts.ONCE.attendances(attendances))
                                .by(List.of(body))
                                .serving(List.of(measure)));
    }
}
