package org.kepu.ledger.round;

import static org.kepu.ledger.round.Answer.NOT_APPLICABLE;
import static org.kepu.ledger.round.Answer.PROGRESS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a line lacks, in the order in which a clerk should hear it. */
public enum LineFault {
    UNANSWERED(line -> line.answer() == null),
    PROGRESS_WITHOUT_WORDS(line -> line.answer() == PROGRESS && line.text().isEmpty()),
    NOT_APPLICABLE_WITHOUT_REASON(
            line -> line.answer() == NOT_APPLICABLE && line.text().isEmpty());

    private final Predicate<Line> lacks;

    LineFault(Predicate<Line> lacks) {
        this.lacks = lacks;
    }

    /** The key of the sentence that says so. */
    public String messageKey() {
        return "round.fault." + name();
    }

    static Optional<LineFault> of(Line line) {
        return Arrays.stream(values()).filter(fault -> fault.lacks.test(line)).findFirst();
    }

    /** A line that cannot be submitted, and why. */
    public record Lacking(LineId line, String title, LineFault fault) {}

    static List<Lacking> among(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> of(line).stream().map(fault -> new Lacking(line.id(), line.title(), fault)))
                .toList();
    }
}
