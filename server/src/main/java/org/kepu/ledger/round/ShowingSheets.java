package org.kepu.ledger.round;

import java.time.Clock;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.indicator.figure.Window;
import org.kepu.page.NotFound;
import org.kepu.plan.Plans;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a sheet shows, for those within whose reach it is. */
@Service
class ShowingSheets {

    private final Rounds rounds;
    private final ReadingSheets reading;
    private final SheetDocuments documents;
    private final SheetActs acts;
    private final MeasureFacts facts;
    private final Plans plans;
    private final OfficeCalendar calendar;
    private final Clock clock;

    ShowingSheets(
            Rounds rounds,
            ReadingSheets reading,
            SheetDocuments documents,
            SheetActs acts,
            MeasureFacts facts,
            Plans plans,
            OfficeCalendar calendar,
            Clock clock) {
        this.rounds = rounds;
        this.reading = reading;
        this.documents = documents;
        this.acts = acts;
        this.facts = facts;
        this.plans = plans;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A sheet and what its reader may do with it. What facts say is the same for whoever may read the sheet.
     *
     * @param scope of reading the ledger
     * @throws NotFound if there is no such sheet within reach
     */
    @Transactional(readOnly = true)
    public SheetView show(Scope scope, Desk desk, RoundId id, SheetId asked) {
        scope.demands(Right.READ_LEDGER);
        var round = rounds.find(scope, id).orElseThrow(NotFound::new);
        var sheet = reading.find(scope, id, asked).orElseThrow(NotFound::new);
        var today = Today.by(clock);
        boolean answers =
                reading.answerable(desk.scope(Right.DO_TASKS), id, asked).isPresent();
        boolean office =
                reading.judgeable(desk.scope(Right.RUN_LEDGER), id, asked).isPresent();
        return new SheetView(
                round,
                plans.find(sheet.plan()).orElseThrow(NotFound::new),
                sheet,
                facts.credits(
                        sheet.body(),
                        sheet.lines().stream().map(Line::measure).toList(),
                        new Window(round.from(), round.to())),
                documents.of(sheet).orElse(null),
                acts.of(asked),
                answers && sheet.state().isOpen(),
                office && sheet.state() == SheetState.SUBMITTED,
                acts.submittedBy(desk.actor(), asked),
                answers && sheet.mayBeWithdrawn(today),
                desk.may(Right.READ_FIGURES),
                today,
                !calendar.days().know(Today.at(round.createdAt()), sheet.dueOn()),
                SheetView.Outcome.NONE);
    }
}
