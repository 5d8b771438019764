package org.kepu.ledger.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.MeasureFacts;

/**
 * A page of the facts of a task.
 *
 * @param kind the code of the kind that was asked for, {@code null} for all
 * @param from how many stand before these
 * @param more whether others follow
 */
public record FactsOfTask(TaskView view, @Nullable String kind, int from, List<MeasureFacts.Line> lines, boolean more) {

    /** The address of the facts of a kind, or of all. */
    public String path(@Nullable String of) {
        return "/desk/tasks/" + view.task().id() + "/facts" + (of == null ? "" : "?kind=" + of);
    }

    /** The address of those that follow. */
    public String next() {
        var path = path(kind);
        return path + (path.contains("?") ? "&" : "?") + "from=" + (from + lines.size());
    }
}
