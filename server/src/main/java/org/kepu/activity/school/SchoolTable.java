package org.kepu.activity.school;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.target.Semester;
import org.kepu.shared.ImportReport;

/**
 * What the page shows.
 *
 * @param all how many schools there are, those that are not shown too
 * @param semesters that can be chosen, the newest first
 */
public record SchoolTable(
        Semester semester,
        List<Semester> semesters,
        boolean onlyShort,
        int all,
        List<SchoolStanding> lines,
        boolean cut,
        @Nullable ImportReport report) {}
