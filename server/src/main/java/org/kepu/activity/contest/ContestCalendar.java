package org.kepu.activity.contest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;

/** The contests of a year as the portal shows them. */
public record ContestCalendar(
        int year, LocalDate today, List<Contests.Entry> entries, Map<RegionCode, Region> divisions) {

    public String division(Contests.Entry entry) {
        var region = divisions.get(entry.region());
        return region == null ? "" : region.name();
    }

    public boolean isOpen(Contest contest) {
        return !today.isBefore(contest.from()) && !today.isAfter(contest.to());
    }

    public boolean isOver(Contest contest) {
        return today.isAfter(contest.to());
    }
}
