package org.kepu.activity.desk;

import java.util.List;
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
 */
public record ClosingSheet(
        Activity activity,
        Session session,
        @Nullable Closed before,
        boolean counts,
        List<Row> rows,
        List<School> schools) {

    /** An audience as the form shows it. */
    public record Row(String code, String name) {}

    public ClosingSheet {
        rows = List.copyOf(rows);
        schools = List.copyOf(schools);
    }
}
