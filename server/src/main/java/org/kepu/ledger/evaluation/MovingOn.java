package org.kepu.ledger.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the evaluation of one body from one state to the next, as {@link EvaluatedAct} says. */
@Service
class MovingOn {

    private static final int SHORTEST = 2;

    private final Evaluations evaluations;
    private final ReadingEvaluated reading;
    private final Notices notices;
    private final EvaluationEvents events;
    private final OfficeCalendar calendar;
    private final JdbcClient database;
    private final Clock clock;

    MovingOn(
            Evaluations evaluations,
            ReadingEvaluated reading,
            Notices notices,
            EvaluationEvents events,
            OfficeCalendar calendar,
            JdbcClient database,
            Clock clock) {
        this.evaluations = evaluations;
        this.reading = reading;
        this.notices = notices;
        this.events = events;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    /**
     * One act.
     *
     * @param scope for the right that the act needs
     * @param version that of the evaluated as it was read: nobody decides what they have not seen
     * @param words why it is sent back, what is objected, what is answered; empty for other acts
     */
    @Transactional
    public Moved take(
            Scope scope, EvaluationId evaluationId, EvaluatedId id, EvaluatedAct act, int version, String words) {
        scope.demands(act.right);
        var hand = act.right == Right.DO_TASKS ? Hand.SELF : Hand.OFFICE;
        var evaluated = reading.locked(scope, hand, evaluationId, id);
        if (evaluated.state() != act.from || evaluated.version() != version) {
            return new Moved.Overtaken();
        }
        var refused = refused(evaluations.get(evaluationId), evaluated, act, words.strip());
        if (refused != null) {
            return refused;
        }
        move(evaluations.get(evaluationId), evaluated, act, words.strip());
        events.record(scope.actor(), evaluated, act, words.strip());
        if (act == EvaluatedAct.NOTIFY || act == EvaluatedAct.DECIDE) {
            notices.tell(evaluationId, id);
        }
        return new Moved.Done(act);
    }

    private @Nullable Moved refused(Evaluation evaluation, Evaluated evaluated, EvaluatedAct act, String words) {
        var today = Today.by(clock);
        return switch (act) {
            case SUBMIT -> lacking(evaluation, evaluated, List.of(Hand.SELF));
            case NOTIFY ->
                lacking(
                        evaluation,
                        evaluated,
                        evaluation.asksExperts() ? List.of(Hand.OFFICE, Hand.EXPERT) : List.of(Hand.OFFICE));
            case PROCEED -> evaluated.isLate(today) ? null : new Moved.NotNow(act);
            case SEND_BACK ->
                Reason.fault(words)
                        .<Moved>map(fault -> new Moved.WrongWords(fault.messageKey()))
                        .orElse(null);
            case OBJECT -> evaluated.mayObjectOn(today) ? spoken(words) : new Moved.NotNow(act);
            case SETTLE -> evaluated.mayObjectOn(today) ? new Moved.NotNow(act) : null;
            case DECIDE -> spoken(words);
            case AGREE -> null;
        };
    }

    private static @Nullable Moved spoken(String words) {
        if (words.length() < SHORTEST) {
            return new Moved.WrongWords("evaluation.words.missing");
        }
        return words.length() > Evaluated.LONGEST ? new Moved.WrongWords("evaluation.words.long") : null;
    }

    private @Nullable Moved lacking(Evaluation evaluation, Evaluated evaluated, List<Hand> hands) {
        var marks = reading.marks(evaluated.id());
        var lacking = evaluations.tree(evaluation.id()).leaves().stream()
                .filter(index ->
                        !hands.stream().allMatch(hand -> has(marks, index, hand) || isLeftOut(marks, index, hand)))
                .toList();
        return lacking.isEmpty() ? null : new Moved.Lacking(lacking);
    }

    private static boolean has(List<Mark> marks, Index index, Hand hand) {
        return marks.stream()
                .anyMatch(mark -> mark.hand() == hand && mark.index().equals(index.id()));
    }

    /** What the office says does not apply needs no experts. */
    private static boolean isLeftOut(List<Mark> marks, Index index, Hand hand) {
        return hand == Hand.EXPERT
                && marks.stream()
                        .anyMatch(mark -> mark.hand() == Hand.OFFICE
                                && mark.index().equals(index.id())
                                && mark.isNotApplicable());
    }

    private void move(Evaluation evaluation, Evaluated evaluated, EvaluatedAct act, String words) {
        database.sql("""
                        update ledger.evaluated
                        set state = :to, version = version + 1,
                            due_on = coalesce(:due::date, due_on),
                            returned = case :act when 'SEND_BACK' then :words when 'SUBMIT' then '' else returned end,
                            objection_due = coalesce(:objectionDue::date, objection_due),
                            objection = case :act when 'OBJECT' then :words else objection end,
                            answer_due = coalesce(:answerDue::date, answer_due),
                            decision = case :act when 'DECIDE' then :words else decision end
                        where id = :id and state = :from
                        """)
                .param("id", evaluated.id().value())
                .param("from", act.from.name())
                .param("to", act.to.name())
                .param("act", act.name())
                .param("words", words)
                .param("due", act == EvaluatedAct.SEND_BACK ? in(evaluation.rebuttalDays()) : null)
                .param("objectionDue", act == EvaluatedAct.NOTIFY ? in(evaluation.rebuttalDays()) : null)
                .param("answerDue", act == EvaluatedAct.OBJECT ? in(evaluation.answerDays()) : null)
                .update();
    }

    /** The last day of a term of so many working days that begins today. */
    private LocalDate in(int workingDays) {
        return calendar.days().after(Today.by(clock), workingDays);
    }
}
