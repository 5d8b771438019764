package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.ledger.round.GivenRounds.DUE;
import static org.kepu.ledger.round.GivenRounds.NEIGHBOUR;
import static org.kepu.ledger.round.GivenRounds.of;
import static org.kepu.ledger.round.GivenRounds.quarter;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Todo;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.BodyId;
import org.kepu.shared.Desk;
import org.kepu.shared.GivenDesk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who is asked what, and by when. */
class OpinionsAndTodosTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenRounds given;
    private RoundId round;
    private BodyId science;
    private BodyId education;

    @BeforeEach
    void plant() {
        given = new GivenRounds(context);
        round = given.opened(BANNER, quarter(), given.plan());
        science = given.body("旗科协");
        education = given.body("旗教育局");
    }

    @Test
    void a_body_is_asked_to_fill_in_its_sheet_by_the_day_and_to_mend_it_when_it_is_sent_back() {
        assertThat(given.todos.todosFor(clerkOf(science)))
                .extracting(todo -> todo.sentence().key(), Todo::due)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("round.todo.fill", Optional.of(DUE)));
        given.submit(round, "旗科协", Answer.NOTHING, "");
        assertThat(given.todos.todosFor(clerkOf(science))).isEmpty();
        given.sendBack(round, "旗科协", "请补充");
        assertThat(given.todos.todosFor(clerkOf(science)))
                .extracting(todo -> todo.sentence().key(), Todo::due)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "round.todo.mend", Optional.of(LocalDate.of(2026, 10, 10))));
    }

    @Test
    void the_lead_is_asked_what_it_thinks_and_the_office_reads_after_that() {
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了两次");
        assertThat(given.todos.todosFor(office())).as("still with the lead").isEmpty();
        assertThat(given.todos.todosFor(clerkOf(science)))
                .extracting(todo -> todo.sentence().key())
                .containsExactly("round.todo.fill", "round.todo.opinion");
        var mine = of(science, Right.DO_TASKS);
        var awaited = given.giving.awaited(mine, round, science);
        assertThat(awaited)
                .extracting(Awaited::written, Awaited::title, Awaited::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("旗气象局", "办好讲座", "讲了两次"));
        var line = awaited.getFirst();
        assertThat(give(mine, line, false, " ")).as("a comment has words").isZero();
        assertThat(give(mine, line, false, "场次偏少")).isEqualTo(1);
        assertThat(give(mine, line, true, "")).as("said once").isZero();
        assertThat(given.read(round, "旗气象局").lines().getFirst().opinions())
                .containsExactly(new Line.Opinion("旗科协", false, "场次偏少"));
        assertThat(given.todos.todosFor(office()))
                .extracting(
                        todo -> todo.sentence().key(), todo -> todo.sentence().arguments())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("round.todo.read", List.of("第3季度调度", 1)));
        var sheet = given.read(round, "旗气象局");
        assertThat(given.within(() -> given.filling.withdraw(of(sheet.body(), Right.DO_TASKS), round, sheet.id())))
                .as("the lead has spoken")
                .isFalse();
    }

    @Test
    void when_its_days_are_over_the_office_goes_on_without_the_lead() {
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了两次");
        given.watch.forward(Duration.ofDays(10));
        assertThat(given.todos.todosFor(office())).hasSize(1);
        assertThat(given.giving.awaited(of(science, Right.DO_TASKS), round, science))
                .isEmpty();
        assertThat(given.accept(round, "旗气象局", BANNER)).isEqualTo(new JudgingSheets.Judged.Accepted());
        assertThat(given.todos.todosFor(office())).isEmpty();
    }

    @Test
    void what_leads_thought_of_other_words_is_not_said_of_new_ones() {
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了两次");
        var mine = of(science, Right.DO_TASKS);
        var line = given.giving.awaited(mine, round, science).getFirst();
        give(mine, line, true, "");
        given.sendBack(round, "旗气象局", "请补充");
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了三次");
        assertThat(given.read(round, "旗气象局").lines().getFirst().opinions()).isEmpty();
        assertThat(given.giving.awaited(mine, round, science)).hasSize(1);
    }

    @Test
    void a_lead_agrees_to_no_words_that_it_has_not_seen() {
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了两次");
        var mine = of(science, Right.DO_TASKS);
        var read = given.giving.awaited(mine, round, science).getFirst();
        var sheet = given.read(round, "旗气象局");
        given.within(() -> given.filling.withdraw(of(sheet.body(), Right.DO_TASKS), round, sheet.id()));
        given.submit(round, "旗气象局", Answer.PROGRESS, "一次也没有讲");
        assertThat(give(mine, read, true, "")).isZero();
        assertThat(give(mine, given.giving.awaited(mine, round, science).getFirst(), true, ""))
                .isEqualTo(1);
    }

    @Test
    void a_lead_speaks_for_itself_only_and_of_its_own_measures() {
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了两次");
        assertThatThrownBy(() -> given.giving.awaited(of(education, Right.DO_TASKS), round, science))
                .isInstanceOf(NotFound.class);
        assertThat(given.giving.awaited(of(education, Right.DO_TASKS), round, education))
                .as("it leads the exhibitions only")
                .isEmpty();
        assertThatThrownBy(
                        () -> given.giving.awaited(of(given.body("旗气象局"), Right.DO_TASKS), round, given.body("旗气象局")))
                .as("it leads nothing")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given.giving.awaited(may(GivenPlans.OTHER, Right.DO_TASKS, NEIGHBOUR), round, science))
                .isInstanceOf(NotFound.class);
        given.submit(round, "旗科协", Answer.NOTHING, "");
        assertThat(given.giving.awaited(of(education, Right.DO_TASKS), round, education))
                .extracting(Awaited::title)
                .containsExactly("办好展览");
    }

    @Test
    void the_office_of_another_division_is_asked_nothing() {
        given.submit(round, "旗科协", Answer.NOTHING, "");
        given.watch.forward(Duration.ofDays(10));
        assertThat(given.todos.todosFor(office())).hasSize(1);
        assertThat(given.todos.todosFor(GivenDesk.of(may(GivenPlans.OTHER, Right.RUN_LEDGER, NEIGHBOUR))))
                .isEmpty();
        assertThat(given.todos.todosFor(GivenDesk.of(Scope.nothing(GivenPlans.OTHER, Right.RUN_LEDGER))))
                .isEmpty();
    }

    private int give(Scope scope, Awaited seen, boolean agrees, String text) {
        var said = new GivingOpinions.Said(new LineId(seen.line()), seen.mark(), agrees, text);
        return given.within(() -> given.giving.give(scope, round, science, List.of(said)))
                .size();
    }

    private static Desk office() {
        return GivenDesk.of(may(GivenPlans.CLERK, Right.RUN_LEDGER, BANNER));
    }

    private static Desk clerkOf(BodyId body) {
        return GivenDesk.of(of(body, Right.DO_TASKS));
    }
}
