package org.kepu.ledger.round;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.Task;
import org.kepu.plan.MeasureId;

/**
 * What a body says of one of its tasks.
 *
 * @param title the measure's
 * @param earlier what was said in the round before
 * @param answer none while nothing is said
 * @param text progress in a few words, or why the task does not apply
 * @param reason why the office sent it back; empty if it did not
 * @param facts how many facts stood behind it when it was submitted; none until then
 * @param opinions what leads think of it
 */
public record Line(
        LineId id,
        MeasureId measure,
        Task.Role role,
        String title,
        String earlier,
        @Nullable Answer answer,
        String text,
        String reason,
        @Nullable Integer facts,
        @Nullable Integer attendances,
        List<Opinion> opinions) {

    /** The longest text, in characters. */
    public static final int LONGEST = 500;

    public Line {
        opinions = List.copyOf(opinions);
    }

    /** What a lead thinks. */
    public record Opinion(String body, boolean agrees, String text) {}

    /** By which is told whether a line was changed since it was read. */
    public String mark() {
        return mark(answer, text);
    }

    static String mark(@Nullable Answer answer, String text) {
        return Integer.toHexString(Objects.hash(answer == null ? "" : answer.name(), text));
    }

    Line with(List<Opinion> given) {
        return new Line(id, measure, role, title, earlier, answer, text, reason, facts, attendances, given);
    }

    Line said(@Nullable Answer said, String words) {
        return new Line(id, measure, role, title, earlier, said, words, reason, facts, attendances, opinions);
    }
}
