package org.kepu.ledger.supervision.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.ledger.supervision.note.GivenNotes.BANNER;
import static org.kepu.ledger.supervision.note.GivenNotes.LEAD;
import static org.kepu.ledger.supervision.note.GivenNotes.LEAGUE;
import static org.kepu.ledger.supervision.note.GivenNotes.NEIGHBOUR;
import static org.kepu.ledger.supervision.note.GivenNotes.league;
import static org.kepu.ledger.supervision.note.GivenNotes.office;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Todo;
import org.kepu.ledger.supervision.Happened;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.shared.GivenDesk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The life of a supervision note, from its number to 销号. Issued on Thursday, 1 October 2026. */
class NoteLifeTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenNotes given;

    @BeforeEach
    void plant() {
        given = new GivenNotes(context);
    }

    @Test
    void it_goes_from_the_office_to_the_body_and_back_until_it_is_closed() {
        var id = given.issued();
        var note = given.read(id);
        assertThat(note.numbered()).isEqualTo("督〔2026〕1号");
        assertThat(note.issuer()).isEqualTo("苏尼特右旗全民科学素质工作领导小组办公室");
        assertThat(note.clause()).contains("每年举办讲座不少于20场");
        assertThat(note.dueOn()).as("ten working days, with the holidays known").isEqualTo("2026-10-20");
        assertThat(given.receive(id)).isEqualTo(new Handled.Done(NoteAct.RECEIVE));
        assertThat(given.receive(id)).as("pressed twice").isEqualTo(new Handled.Overtaken());
        assertThat(given.answer(id, "已办")).isEqualTo(new Handled.Done(NoteAct.ANSWER));
        given.watch.forward(Duration.ofDays(19));
        assertThat(given.read(id).isLate(LocalDate.of(2026, 10, 30)))
                .as("answered in time stops the clock")
                .isFalse();
        assertThat(given.judge(id, NoteAct.SEND_BACK, "")).isEqualTo(new Handled.WithoutWords());
        assertThat(given.judge(id, NoteAct.SEND_BACK, "请写明人次")).isEqualTo(new Handled.Done(NoteAct.SEND_BACK));
        assertThat(given.read(id).dueOn()).as("five working days").isEqualTo("2026-10-27");
        assertThat(given.read(id).issuedDue()).isEqualTo("2026-10-20");
        given.answer(id, "已办两场，120 人次");
        assertThat(given.judge(id, NoteAct.CLOSE, ""))
                .as("not before it was accepted")
                .isEqualTo(new Handled.Overtaken());
        assertThat(given.judge(id, NoteAct.ACCEPT, "")).isEqualTo(new Handled.Done(NoteAct.ACCEPT));
        assertThat(given.judge(id, NoteAct.CLOSE, "")).isEqualTo(new Handled.Done(NoteAct.CLOSE));
        assertThat(given.read(id).state()).isEqualTo(NoteState.CLOSED);
        assertThat(given.notes.history(office(Right.READ_LEDGER), given.read(id)))
                .extracting(Happened::act)
                .containsExactly(
                        "supervision.note.act.ISSUE",
                        "supervision.note.act.RECEIVE",
                        "supervision.note.act.ANSWER",
                        "supervision.note.act.SEND_BACK",
                        "supervision.note.act.ANSWER",
                        "supervision.note.act.ACCEPT",
                        "supervision.note.act.CLOSE");
        assertThat(given.notes.answers(office(Right.READ_LEDGER), given.read(id)))
                .extracting(Answer::said)
                .containsExactly("已办", "已办两场，120 人次");
        assertThat(given.tasks
                        .plans()
                        .strings("select act from audit.entry where object = ? order by at, act", id.toString()))
                .hasSize(7);
    }

    @Test
    void numbers_are_given_without_a_gap_however_many_issue_at_once() {
        var forms = IntStream.range(0, 8)
                .mapToObj(i -> NoteForm.about(given.task(), "请答复第" + i + "项。"))
                .toList();
        // each form is sent twice
        together(16, person -> given.issue(forms.get(person / 2)));
        assertThat(given.tasks.plans().strings("select number::text from ledger.supervision_note order by number"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        given.watch.forward(Duration.ofDays(100));
        assertThat(given.read(given.issued()).numbered()).isEqualTo("督〔2027〕1号");
    }

    @Test
    void of_two_who_judge_the_same_answer_one_does_and_the_other_is_told() {
        var id = given.answered();
        int version = given.read(id).version();
        var outcomes = together(
                2, person -> given.judge(id, person == 0 ? NoteAct.ACCEPT : NoteAct.SEND_BACK, version, "请补充"));
        assertThat(outcomes).filteredOn(Handled.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Handled.Overtaken.class::isInstance).hasSize(1);
    }

    @Test
    void nobody_accepts_an_answer_that_he_has_not_seen() {
        var id = given.answered();
        int seen = given.read(id).version();
        given.judge(id, NoteAct.SEND_BACK, "请写明人次");
        given.answer(id, "共 120 人次");
        assertThat(given.judge(id, NoteAct.ACCEPT, seen, "")).isEqualTo(new Handled.Overtaken());
    }

    @Test
    void what_was_issued_is_never_changed_but_superseded_once() {
        var id = given.issued();
        assertThatThrownBy(() -> given.tasks
                        .plans()
                        .database()
                        .sql("update ledger.supervision_note set asks = '改了'")
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> given.tasks
                        .plans()
                        .database()
                        .sql("delete from ledger.supervision_note")
                        .update())
                .hasMessageContaining("never changed");
        var later = given.issued(NoteForm.inPlaceOf(given.read(id)));
        assertThat(given.read(id).state()).isEqualTo(NoteState.SUPERSEDED);
        assertThat(given.read(id).supersededBy()).isEqualTo(later);
        assertThat(given.read(later).supersedes()).isEqualTo(id);
        assertThat(given.read(later).number()).isEqualTo(2);
        assertThat(given.issue(NoteForm.inPlaceOf(given.read(id)))).isEqualTo(new Issued.Overtaken(id));
        assertThat(given.read(given.issued()).number())
                .as("a refused one takes no number")
                .isEqualTo(3);
        assertThat(given.receive(id)).isEqualTo(new Handled.Overtaken());
    }

    @Test
    void it_is_escalated_to_the_office_above_which_says_what_was_decided() {
        var id = given.issued();
        var version = given.read(id).version();
        assertThat(given.within(() -> given.handling.escalate(office(Right.RUN_LEDGER), id, version, "多次未答复", true)))
                .isEqualTo(new Handled.Done(NoteAct.ESCALATE));
        var escalated = given.read(id);
        assertThat(escalated.escalatedTo()).isEqualTo(LEAGUE);
        assertThat(given.within(
                        () -> given.handling.instruct(office(Right.RUN_LEDGER), id, escalated.version(), "请抓紧")))
                .as("the banner does not decide for the league")
                .isEqualTo(new Handled.Overtaken());
        assertThat(keys(league(Right.RUN_LEDGER))).containsExactly("supervision.note.todo.instruct");
        assertThat(keys(office(Right.RUN_LEDGER))).isEmpty();
        assertThat(given.within(
                        () -> given.handling.instruct(league(Right.RUN_LEDGER), id, escalated.version(), "请抓紧")))
                .isEqualTo(new Handled.Done(NoteAct.INSTRUCT));
        assertThat(given.read(id).state()).isEqualTo(NoteState.RECEIVED);
        assertThat(given.read(id).dueOn()).isEqualTo("2026-10-13");
        assertThat(given.notes.history(office(Right.READ_LEDGER), given.read(id)))
                .extracting(Happened::words)
                .containsExactly("", "多次未答复", "请抓紧");
    }

    @Test
    void to_the_own_leader_the_own_office_writes_down_what_was_decided() {
        var id = given.issued();
        given.within(() -> given.handling.escalate(
                office(Right.RUN_LEDGER), id, given.read(id).version(), "多次未答复", false));
        assertThat(given.read(id).escalatedTo()).isEqualTo(BANNER);
        assertThat(keys(office(Right.RUN_LEDGER))).containsExactly("supervision.note.todo.instruct");
        assertThat(given.within(() -> given.handling.instruct(
                        office(Right.RUN_LEDGER), id, given.read(id).version(), "分管领导批示：限期办结")))
                .isEqualTo(new Handled.Done(NoteAct.INSTRUCT));
    }

    @Test
    void each_sees_in_the_list_of_things_to_do_what_is_his() {
        var id = given.issued();
        assertThat(keys(given.body(LEAD, Right.DO_TASKS))).containsExactly("supervision.note.todo.receive");
        assertThat(keys(given.body("旗教育局", Right.DO_TASKS))).isEmpty();
        given.receive(id);
        assertThat(given.todos.todosFor(GivenDesk.of(given.body(LEAD, Right.DO_TASKS))))
                .extracting(todo -> todo.sentence().key(), Todo::due)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "supervision.note.todo.answer", java.util.Optional.of(LocalDate.of(2026, 10, 20))));
        given.answer(id, "已办");
        assertThat(keys(given.body(LEAD, Right.DO_TASKS))).isEmpty();
        assertThat(keys(office(Right.RUN_LEDGER))).containsExactly("supervision.note.todo.read");
        assertThat(keys(may(OTHER, Right.RUN_LEDGER, NEIGHBOUR))).isEmpty();
        given.judge(id, NoteAct.ACCEPT, "");
        assertThat(keys(office(Right.RUN_LEDGER))).containsExactly("supervision.note.todo.close");
        given.judge(id, NoteAct.CLOSE, "");
        assertThat(keys(office(Right.RUN_LEDGER))).isEmpty();
    }

    @Test
    void a_neighbour_never_sees_it_and_nobody_answers_for_the_body() {
        var id = given.issued();
        var asked = new NotesAsked(null, null);
        assertThat(given.notes.all(may(OTHER, Right.READ_LEDGER, NEIGHBOUR), asked))
                .isEmpty();
        assertThat(given.notes.find(may(OTHER, Right.READ_LEDGER, NEIGHBOUR), id))
                .isEmpty();
        assertThat(given.notes.all(Scope.nothing(OTHER, Right.READ_LEDGER), asked))
                .isEmpty();
        assertThat(given.notes.all(given.body("旗教育局", Right.READ_LEDGER), asked))
                .isEmpty();
        assertThat(given.notes.all(given.body(LEAD, Right.READ_LEDGER), asked))
                .extracting(SupervisionNote::id)
                .containsExactly(id);
        assertThat(given.notes.all(league(Right.READ_LEDGER), asked))
                .extracting(SupervisionNote::id)
                .containsExactly(id);
        for (var stranger : List.of(
                given.body("旗教育局", Right.DO_TASKS), office(Right.DO_TASKS), may(OTHER, Right.DO_TASKS, NEIGHBOUR))) {
            assertThatThrownBy(() -> given.within(() -> given.handling.receive(stranger, id)))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> given.within(
                        () -> given.handling.judge(may(OTHER, Right.RUN_LEDGER, NEIGHBOUR), id, NoteAct.ACCEPT, 0, "")))
                .isInstanceOf(NotFound.class);
        var neighbour = may(OTHER, Right.RUN_LEDGER, NEIGHBOUR);
        assertThatThrownBy(() -> given.within(() -> given.issuing.issue(
                        neighbour,
                        may(OTHER, Right.READ_LEDGER, NEIGHBOUR),
                        may(OTHER, Right.READ_FIGURES, NEIGHBOUR),
                        NoteForm.about(given.task(), "请答复"))))
                .isInstanceOf(NotFound.class);
    }

    private List<String> keys(Scope scope) {
        return given.todos.todosFor(GivenDesk.of(scope)).stream()
                .map(todo -> todo.sentence().key())
                .toList();
    }
}
