package org.kepu.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.calendar.NoticeDay.Kind;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the notice of a year into the calendar. A notice that changes an earlier one (it has happened) takes its place; terms that
 * were set stay as they were set. One calendar holds for all divisions, so it is kept by the system administrator or the office of
 * the topmost division.
 */
@Service
class KeepingCalendar {

    private final OfficeCalendar calendar;
    private final JdbcClient database;
    private final Trail trail;

    KeepingCalendar(OfficeCalendar calendar, JdbcClient database, Trail trail) {
        this.calendar = calendar;
        this.database = database;
        this.trail = trail;
    }

    /** Whether this scope lets one keep the calendar. */
    static boolean lets(Scope scope) {
        return switch (scope.right()) {
            case KEEP_SYSTEM -> !scope.isEmpty();
            case RUN_LEDGER ->
                scope.regions().stream().anyMatch(region -> region.level() == RegionLevel.AUTONOMOUS_REGION);
            default -> throw new IllegalArgumentException("a scope for " + scope.right() + " keeps no calendar");
        };
    }

    @Transactional
    public CalendarImport take(Scope scope, int year, String text) {
        if (!lets(scope)) {
            throw new AccessDeniedException("the calendar holds for all divisions");
        }
        var notice = NoticeText.of(text, year);
        var errors = new ArrayList<>(notice.errors());
        errors.addAll(lacking(notice, year));
        if (!errors.isEmpty()) {
            return new CalendarImport.Refused(errors);
        }
        lock();
        var before = calendar.of(year);
        if (new HashSet<>(before).equals(new HashSet<>(notice.days()))) {
            return new CalendarImport.Unchanged(year);
        }
        var taken = takenByOthers(notice, year);
        if (!taken.isEmpty()) {
            return new CalendarImport.Refused(taken);
        }
        write(year, notice.days());
        trail.record(
                scope.actor(),
                Act.of("calendar.act.imported", "calendar", year, String.valueOf(year))
                        .changed("calendar.days", before.size(), notice.days().size())
                        .because(notice.days().getFirst().basis()));
        return new CalendarImport.Taken(year, notice.days().size(), before.size());
    }

    /** Writes a year in the place of what was on record for it; after {@link #lock}. */
    void write(int year, List<NoticeDay> days) {
        database.sql("delete from calendar.day where year = :year")
                .param("year", year)
                .update();
        database.sql("""
                        insert into calendar.day (day, kind, year, basis)
                        select day, kind, :year, basis from unnest(:days::date[], :kinds, :bases) as said (day, kind, basis)
                        """)
                .param("year", year)
                .param("days", days.stream().map(day -> day.day().toString()).toArray(String[]::new))
                .param("kinds", days.stream().map(day -> day.kind().name()).toArray(String[]::new))
                .param("bases", days.stream().map(NoticeDay::basis).toArray(String[]::new))
                .update();
    }

    /** Every notice speaks of the National Day: one that does not is not whole. */
    private static List<RowError> lacking(NoticeText notice, int year) {
        var nationalDay = LocalDate.of(year, Month.OCTOBER, 1);
        var whole = notice.days().stream()
                .anyMatch(day -> day.kind() == Kind.OFF && day.day().equals(nationalDay));
        return whole ? List.of() : List.of(RowError.of(0, "", "calendar.row.not-whole", String.valueOf(year)));
    }

    /** New Year's Eve may stand in the notices of two years; the later one may not contradict the earlier. */
    private List<RowError> takenByOthers(NoticeText notice, int year) {
        return database
                .sql("select day from calendar.day where year <> :year and day = any (:days::date[]) order by day")
                .param("year", year)
                .param(
                        "days",
                        notice.days().stream().map(day -> day.day().toString()).toArray(String[]::new))
                .query(LocalDate.class)
                .list()
                .stream()
                .sorted(Comparator.naturalOrder())
                .map(day -> RowError.of(0, "", "calendar.row.elsewhere", day))
                .toList();
    }

    /** One at a time, on however many nodes, until the transaction ends. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('calendar.day'))::text")
                .query((row, number) -> true)
                .single();
    }
}
