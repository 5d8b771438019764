package org.kepu.ledger.round;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.file.Keeping;
import org.kepu.file.KeptFile;
import org.kepu.indicator.figure.MeasureFacts.Credit;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.shared.ImportReport;

/**
 * A sheet as a page.
 *
 * @param credits what facts say, by measure: of a submitted sheet as they stand now
 * @param document what is attached, if anything
 * @param fills whether the reader may write on it now
 * @param judges whether the reader may accept it or send it back now
 * @param own whether the reader submitted it, and so does not accept it
 * @param withdraws whether the reader may take it back
 * @param opensFacts whether the reader may open facts
 * @param outcome of what the reader has just handed in
 */
public record SheetView(
        Round round,
        Plan plan,
        Sheet sheet,
        Map<MeasureId, Credit> credits,
        @Nullable KeptFile document,
        List<Happened> history,
        boolean fills,
        boolean judges,
        boolean own,
        boolean withdraws,
        boolean opensFacts,
        LocalDate today,
        boolean byWeekends,
        Outcome outcome) {

    /**
     * What the page says of what was handed in.
     *
     * @param clashing lines that another changed meanwhile, and what was written here
     * @param lacking lines that lack something
     * @param refused why the document was not taken
     * @param report of a form that was handed in
     * @param unsent a sending back that came to nothing
     * @param lost lines as they were written here after the sheet had been submitted
     */
    public record Outcome(
            List<Filling.Clashing> clashing,
            List<LineFault.Lacking> lacking,
            Keeping.@Nullable Refused refused,
            @Nullable ImportReport report,
            @Nullable Unsent unsent,
            List<Line> lost) {

        static final Outcome NONE = new Outcome(List.of(), List.of(), null, null, null, List.of());

        static Outcome of(Filling filling, Keeping.@Nullable Refused refused) {
            return new Outcome(
                    filling instanceof Filling.Clash clash ? clash.lines() : List.of(),
                    filling instanceof Filling.Lacking lacking ? lacking.lines() : List.of(),
                    refused,
                    null,
                    null,
                    List.of());
        }

        static Outcome of(ImportReport report) {
            return new Outcome(List.of(), List.of(), null, report, null, List.of());
        }

        static Outcome of(Unsent unsent) {
            return new Outcome(List.of(), List.of(), null, null, unsent, List.of());
        }

        static Outcome of(List<Line> lost) {
            return new Outcome(List.of(), List.of(), null, null, null, lost);
        }
    }

    /**
     * A sending back that came to nothing.
     *
     * @param why the key of the sentence that says so
     * @param reasons by line, as they were typed
     */
    public record Unsent(String why, Map<LineId, String> reasons) {
        public Unsent {
            reasons = Map.copyOf(reasons);
        }
    }

    SheetView after(Outcome handedIn) {
        return new SheetView(
                round,
                plan,
                sheet,
                credits,
                document,
                history,
                fills,
                judges,
                own,
                withdraws,
                opensFacts,
                today,
                byWeekends,
                handedIn);
    }

    public Credit credit(Line line) {
        return credits.getOrDefault(line.measure(), Credit.NONE);
    }

    /** What was written here of a line that another changed. */
    public Optional<Filling.Clashing> clash(Line line) {
        return Optional.ofNullable(outcome.clashing().stream()
                .collect(toMap(one -> one.theirs().id(), Function.identity()))
                .get(line.id()));
    }

    public Optional<LineFault> fault(Line line) {
        return outcome.lacking().stream()
                .filter(one -> one.line().equals(line.id()))
                .map(LineFault.Lacking::fault)
                .findFirst();
    }

    /** The reason for sending a line back that was typed and is not sent. */
    public String typedReason(Line line) {
        var unsent = outcome.unsent();
        return unsent == null ? "" : unsent.reasons().getOrDefault(line.id(), "");
    }

    public boolean late() {
        return sheet.isLate(today);
    }
}
