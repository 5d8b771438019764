package org.kepu.activity.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.Session;
import org.kepu.activity.closing.Closed;
import org.kepu.activity.school.School;

/**
 * What the form for closing a session out is about.
 *
 * @param before what was told before; null if nothing was
 * @param counts whether how many came is a figure of this kind of activity
 * @param rows the audiences that may have come
 * @param schools at which it may have been held; none where it is not counted by school
 * @param came how many just came, by audience, as they were counted at the door
 * @param present how many who booked were checked in
 */
public record ClosingSheet(
        Activity activity,
        Session session,
        @Nullable Closed before,
        boolean counts,
        List<Row> rows,
        List<School> schools,
        Map<String, Integer> came,
        int present) {

    /** An audience as the form shows it. */
    public record Row(String code, String name) {}

    public ClosingSheet {
        rows = List.copyOf(rows);
        schools = List.copyOf(schools);
        came = Map.copyOf(came);
    }

    /** What the form begins with: those who just came, and those who booked where they can only be of one audience. */
    Map<String, Integer> counted() {
        if (rows.size() != 1 || present == 0) {
            return came;
        }
        var only = rows.getFirst().code();
        return Map.of(only, came.getOrDefault(only, 0) + present);
    }

    /** How many who booked are in no count yet, because they may be of any audience. */
    public int presentBesides() {
        return rows.size() == 1 ? 0 : present;
    }
}
