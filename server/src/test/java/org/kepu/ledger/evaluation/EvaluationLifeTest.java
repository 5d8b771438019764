package org.kepu.ledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.ledger.evaluation.EvaluatedAct.AGREE;
import static org.kepu.ledger.evaluation.EvaluatedAct.DECIDE;
import static org.kepu.ledger.evaluation.EvaluatedAct.NOTIFY;
import static org.kepu.ledger.evaluation.EvaluatedAct.OBJECT;
import static org.kepu.ledger.evaluation.EvaluatedAct.PROCEED;
import static org.kepu.ledger.evaluation.EvaluatedAct.SEND_BACK;
import static org.kepu.ledger.evaluation.EvaluatedAct.SETTLE;
import static org.kepu.ledger.evaluation.EvaluatedAct.SUBMIT;
import static org.kepu.ledger.evaluation.GivenEvaluations.form;
import static org.kepu.ledger.evaluation.GivenEvaluations.office;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** An evaluation from its setting to its end: scored, told, objected to, answered. */
class EvaluationLifeTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenEvaluations given;
    private PlanId plan;

    @BeforeEach
    void plant() {
        given = new GivenEvaluations(context);
        plan = given.plan();
    }

    @Test
    void a_plan_for_which_nothing_is_set_has_no_evaluation() {
        assertThat(given.evaluations.all(may(Right.READ_LEDGER))).isEmpty();
    }

    @Test
    void of_twenty_who_set_it_at_once_all_find_the_same() {
        var answers = together(20, i -> given.within(() -> given.preparing.create(office(), form(plan))));
        assertThat(answers.stream().filter(Prepared.Done.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Prepared.Already.class::isInstance)).hasSize(19);
        assertThat(given.plans.rows("ledger.evaluation")).isEqualTo(1);
    }

    @Test
    void those_whom_the_plan_asks_are_evaluated_in_the_order_of_the_plan() {
        var id = given.prepared(plan, 0);
        assertThat(given.reading.of(may(Right.READ_LEDGER), id))
                .extracting(Evaluated::written)
                .containsExactly("旗科协", "旗教育局", "旗气象局");
        given.within(() -> given.preparing.choose(office(), id, Set.of(given.body("旗气象局"), given.body("旗科协"))));
        assertThat(given.reading.of(may(Right.READ_LEDGER), id))
                .extracting(Evaluated::written)
                .containsExactly("旗科协", "旗气象局");
    }

    @Test
    void it_starts_once_with_indices_that_add_up_and_then_they_stay() {
        var id = given.prepared(plan, 0);
        assertThat(given.start(id)).isInstanceOf(Prepared.Unsound.class);
        given.indices(id);
        var seen = given.evaluations.get(id).tree();
        given.add(id, "3", "还有一个", "10");
        assertThat(given.within(() -> given.preparing.start(office(), id, seen)))
                .isEqualTo(new Prepared.Overtaken());
        assertThat(given.start(id)).isInstanceOf(Prepared.Unsound.class);
        var third = given.index(id, "3");
        given.within(() -> given.editing.remove(office(), id, third.id(), third.version()));
        int tree = given.evaluations.get(id).tree();
        var answers = together(10, i -> given.within(() -> given.preparing.start(office(), id, tree)));
        assertThat(answers.stream().filter(Prepared.Done.class::isInstance)).hasSize(1);
        var evaluation = given.evaluations.get(id);
        assertThat(evaluation.state()).isEqualTo(EvaluationState.OPEN);
        assertThat(evaluation.dueOn())
                .as("ten working days after the second of November")
                .isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(evaluation.checksum()).hasSize(64);
        assertThat(given.add(id, "4", "太晚", "5")).isEqualTo(EditingIndices.Edited.STARTED);
        assertThatThrownBy(() -> given.database()
                        .sql("update ledger.evaluation_index set weight = 31 where number = '1'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stay as they were");
    }

    @Test
    void nobody_is_asked_where_nobody_was_chosen() {
        var id = given.prepared(plan, 0);
        given.indices(id);
        given.within(() -> given.preparing.choose(office(), id, Set.of()));
        assertThat(given.start(id)).isEqualTo(new Prepared.NobodyAsked());
        assertThat(given.evaluations.get(id).state()).isEqualTo(EvaluationState.DRAFT);
    }

    @Test
    void scored_told_and_agreed_to_it_is_settled_and_the_whole_can_be_closed() {
        var id = given.started(plan);
        assertThat(given.take(id, "旗科协", SUBMIT, ""))
                .isInstanceOfSatisfying(
                        Moved.Lacking.class,
                        lacking -> assertThat(lacking.indices())
                                .extracting(Index::number)
                                .containsExactly("1", "2.1", "2.2"));
        given.notified(id, "旗科协");
        var told = given.evaluated(id, "旗科协");
        assertThat(told.state()).isEqualTo(EvaluatedState.NOTIFIED);
        assertThat(told.objectionDue()).as("five working days").isEqualTo(LocalDate.of(2026, 11, 9));
        var notice = given.notices.latest(told.id()).orElseThrow();
        assertThat(notice.content().total()).isEqualTo("88.5");
        assertThat(notice.content().rows())
                .extracting(NoticeContent.Row::number, NoticeContent.Row::self, NoticeContent.Row::points)
                .containsExactly(
                        tuple("1", "28", "25"),
                        tuple("2", "", ""),
                        tuple("2.1", "38", "36.5"),
                        tuple("2.2", "29", "27"));
        assertThat(notice.intact()).isTrue();
        assertThat(given.take(id, "旗科协", AGREE, "")).isEqualTo(new Moved.Done(AGREE));
        assertThat(given.within(() -> given.preparing.close(office(), id))).isEqualTo(new Prepared.Unsettled(2));
        given.watch.forward(Duration.ofDays(20));
        for (var body : List.of("旗教育局", "旗气象局")) {
            given.take(id, body, PROCEED, "");
            given.markAll(id, body, Hand.OFFICE, "20", "30", "20");
            given.take(id, body, NOTIFY, "");
            given.watch.forward(Duration.ofDays(20));
            assertThat(given.take(id, body, SETTLE, "")).isEqualTo(new Moved.Done(SETTLE));
        }
        assertThat(given.within(() -> given.preparing.close(office(), id))).isEqualTo(new Prepared.Done(id));
        assertThat(given.evaluations.get(id).state()).isEqualTo(EvaluationState.CLOSED);
        assertThat(given.within(() -> given.preparing.close(office(), id))).isEqualTo(new Prepared.Overtaken());
    }

    @Test
    void an_objection_within_its_term_is_answered_with_a_reason_and_told_anew() {
        var id = given.started(plan);
        given.notified(id, "旗科协");
        assertThat(given.take(id, "旗科协", OBJECT, " ")).isEqualTo(new Moved.WrongWords("evaluation.words.missing"));
        assertThat(given.take(id, "旗科协", SETTLE, "")).as("the term is not over").isEqualTo(new Moved.NotNow(SETTLE));
        assertThat(given.take(id, "旗科协", OBJECT, "讲座少计了两场")).isEqualTo(new Moved.Done(OBJECT));
        assertThat(given.evaluated(id, "旗科协").answerDue()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(given.mark(id, "旗科协", "2.1", Hand.SELF, "40", 1))
                .as("the body's own marks stay")
                .isEqualTo(new Marked.Closed());
        assertThat(given.mark(id, "旗科协", "2.1", Hand.OFFICE, "38", 1)).isEqualTo(new Marked.Kept());
        assertThat(given.take(id, "旗科协", DECIDE, "")).isEqualTo(new Moved.WrongWords("evaluation.words.missing"));
        assertThat(given.take(id, "旗科协", DECIDE, "核实后补计，调整为38分")).isEqualTo(new Moved.Done(DECIDE));
        var told = given.notices.of(given.evaluated(id, "旗科协").id());
        assertThat(told)
                .extracting(
                        Notices.Notice::turn,
                        notice -> notice.content().total(),
                        notice -> notice.content().decision())
                .containsExactly(tuple(2, "90", "核实后补计，调整为38分"), tuple(1, "88.5", ""));
        assertThatThrownBy(() -> given.database()
                        .sql("update ledger.evaluation_notice set content = '{}'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThat(given.strings("select act from ledger.evaluation_event where evaluated_id is not null order by id"))
                .containsExactly(
                        "evaluation.act.SUBMIT",
                        "evaluation.act.NOTIFY",
                        "evaluation.act.OBJECT",
                        "evaluation.act.DECIDE");
    }

    @Test
    void after_the_term_nobody_objects_any_more() {
        var id = given.started(plan);
        given.notified(id, "旗科协");
        given.watch.forward(Duration.ofDays(8));
        assertThat(given.take(id, "旗科协", OBJECT, "太晚了")).isEqualTo(new Moved.NotNow(OBJECT));
        assertThat(given.take(id, "旗科协", SETTLE, "")).isEqualTo(new Moved.Done(SETTLE));
    }

    @Test
    void sent_back_it_is_scored_again_and_a_body_that_is_late_is_scored_without() {
        var id = given.started(plan);
        assertThat(given.take(id, "旗气象局", PROCEED, "")).isEqualTo(new Moved.NotNow(PROCEED));
        given.markAll(id, "旗科协", Hand.SELF, "28", "38", "29");
        given.take(id, "旗科协", SUBMIT, "");
        assertThat(given.mark(id, "旗科协", "1", Hand.SELF, "30", 1)).isEqualTo(new Marked.Closed());
        assertThat(given.take(id, "旗科协", SEND_BACK, "")).isInstanceOf(Moved.WrongWords.class);
        assertThat(given.take(id, "旗科协", SEND_BACK, "请补充讲座的佐证")).isEqualTo(new Moved.Done(SEND_BACK));
        assertThat(given.evaluated(id, "旗科协"))
                .extracting(Evaluated::state, Evaluated::returned, Evaluated::dueOn)
                .containsExactly(EvaluatedState.ASKED, "请补充讲座的佐证", LocalDate.of(2026, 11, 9));
        assertThat(given.mark(id, "旗科协", "1", Hand.SELF, "30", 1)).isEqualTo(new Marked.Kept());
        given.take(id, "旗科协", SUBMIT, "");
        assertThat(given.evaluated(id, "旗科协").returned()).isEmpty();
        given.watch.forward(Duration.ofDays(20));
        assertThat(given.take(id, "旗气象局", PROCEED, "")).isEqualTo(new Moved.Done(PROCEED));
    }

    @Test
    void of_two_who_score_the_same_index_the_first_stays_and_the_second_is_told() {
        var id = given.started(plan);
        var answers = together(10, i -> given.mark(id, "旗科协", "1", Hand.SELF, String.valueOf(10 + i), 0));
        assertThat(answers.stream().filter(Marked.Kept.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Marked.Overtaken.class::isInstance)).hasSize(9);
        assertThat(given.mark(id, "旗科协", "1", Hand.SELF, "29", 1)).isEqualTo(new Marked.Kept());
        assertThat(given.mark(id, "旗科协", "1", Hand.SELF, "12", 1)).isEqualTo(new Marked.Overtaken());
        assertThat(given.strings("select mark::text from ledger.evaluation_mark"))
                .containsExactly("29.0");
    }

    @Test
    void a_mark_keeps_the_law_and_the_database_would_too() {
        var id = given.started(plan);
        assertThat(given.mark(id, "旗科协", "1", Hand.SELF, "30.5", 0))
                .isEqualTo(new Marked.Wrong("points", "evaluation.mark.beyond"));
        assertThat(given.mark(id, "旗科协", "1", new MarkForm(Hand.SELF, "", true, "", 0, List.of()), List.of()))
                .isEqualTo(new Marked.Wrong("words", "evaluation.mark.words.why"));
        assertThat(given.mark(id, "旗科协", "1", new MarkForm(Hand.SELF, "", true, "我单位不承担", 0, List.of()), List.of()))
                .isEqualTo(new Marked.Kept());
        assertThat(given.mark(id, "旗科协", "1", Hand.EXPERT, "30", 0))
                .as("no experts are asked")
                .isEqualTo(new Marked.Closed());
        assertThatThrownBy(() -> given.database()
                        .sql("update ledger.evaluation_mark set mark = 31, not_applicable = false")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("evaluation_mark_up_to_the_full");
    }

    @Test
    void experts_must_have_scored_before_a_result_is_told() {
        var id = given.started(plan, 40);
        given.markAll(id, "旗科协", Hand.SELF, "30", "40", "30");
        given.take(id, "旗科协", SUBMIT, "");
        given.markAll(id, "旗科协", Hand.OFFICE, "20", "30", "20");
        assertThat(given.take(id, "旗科协", NOTIFY, "")).isInstanceOf(Moved.Lacking.class);
        given.markAll(id, "旗科协", Hand.EXPERT, "25", "35", "25");
        assertThat(given.take(id, "旗科协", NOTIFY, "")).isEqualTo(new Moved.Done(NOTIFY));
        assertThat(given.notices
                        .latest(given.evaluated(id, "旗科协").id())
                        .orElseThrow()
                        .content()
                        .total())
                .as("22 + 32 + 22")
                .isEqualTo("76");
    }

    @Test
    void evidence_is_picked_and_at_most_one_of_it_is_a_document() {
        var id = given.started(plan);
        var one = new Evidence(Evidence.Kind.DOCUMENT, UUID.randomUUID(), "关于讲座的通知", "/desk/tasks/1/files/1");
        var two = new Evidence(Evidence.Kind.DOCUMENT, UUID.randomUUID(), "总结", "/desk/tasks/1/files/2");
        var facts = new Evidence(Evidence.Kind.FACTS, UUID.randomUUID(), "办好讲座：事实 3 件", "/desk/measures/1");
        var all = List.of(one, two, facts);
        assertThat(given.mark(
                        id,
                        "旗科协",
                        "2.1",
                        new MarkForm(Hand.SELF, "38", false, "", 0, List.of(one.key(), two.key())),
                        all))
                .isEqualTo(new Marked.Wrong("evidence", "evaluation.mark.evidence.documents"));
        given.mark(
                id,
                "旗科协",
                "2.1",
                new MarkForm(Hand.SELF, "38", false, "", 0, List.of(one.key(), facts.key(), "FACTS:typed")),
                all);
        assertThat(given.picking(given.watch)
                        .picked(given.evaluated(id, "旗科协").id())
                        .get(given.index(id, "2.1").id()))
                .containsExactlyInAnyOrder(one, facts);
    }
}
