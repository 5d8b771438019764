package org.kepu.activity.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.kepu.activity.series.Occasion.Kind;
import org.kepu.shared.WorkingDays;

/** The days of a rule. */
final class Occasions {

    /** The most days that are looked at: a rule that falls on holidays only ends too. */
    private static final int HORIZON = 200;

    private Occasions() {}

    /**
     * From the first day on, until so many are found on which a session can be; holidays and days that have one are listed too, and do not count.
     *
     * @param rule of RFC 5545, on days
     * @param skips whether holidays are left out; otherwise they are days like others
     * @param there the days on which there is a session already
     */
    static List<Occasion> of(
            String rule, LocalDate first, int times, boolean skips, WorkingDays days, Set<LocalDate> there) {
        var found = new ArrayList<Occasion>();
        var dates = dates(rule, first);
        int ticked = 0;
        for (int looked = 0; ticked < times && looked < HORIZON && dates.hasNext(); looked++) {
            var next = dates.nextDateTime();
            var day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            var occasion = new Occasion(day, kind(day, skips, days, there));
            found.add(occasion);
            ticked += occasion.ticked() ? 1 : 0;
        }
        return found;
    }

    private static RecurrenceRuleIterator dates(String rule, LocalDate first) {
        try {
            return new RecurrenceRule(rule)
                    .iterator(new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth()));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    private static Kind kind(LocalDate day, boolean skips, WorkingDays days, Set<LocalDate> there) {
        if (there.contains(day)) {
            return Kind.THERE;
        }
        if (skips && days.holidays().contains(day)) {
            return Kind.HOLIDAY;
        }
        return days.exchanged().contains(day) ? Kind.EXCHANGED : Kind.FREE;
    }
}
