package org.kepu.calendar;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import org.kepu.calendar.NoticeDay.Kind;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The days on which offices work, as the notices say that are on record. Of a year without a notice only the weekends are known. */
@Service
@PublicKnowledge("the State Council publishes every year which days are off")
public class OfficeCalendar {

    private final JdbcClient database;

    OfficeCalendar(JdbcClient database) {
        this.database = database;
    }

    /** By which terms are counted at this moment. */
    public WorkingDays days() {
        var all = all();
        return new WorkingDays(of(all, Kind.OFF), of(all, Kind.WORK));
    }

    /** The years for which a notice is on record, the latest first. */
    public List<Integer> years() {
        return database.sql("select distinct year from calendar.day order by year desc")
                .query(Integer.class)
                .list();
    }

    /** What the notice of a year says, in the order of the days. */
    public List<NoticeDay> of(int year) {
        return database.sql("select day, kind, basis from calendar.day where year = :year order by day")
                .param("year", year)
                .query(NoticeDay.class)
                .list();
    }

    private List<NoticeDay> all() {
        return database.sql("select day, kind, basis from calendar.day")
                .query(NoticeDay.class)
                .list();
    }

    private static java.util.Set<LocalDate> of(List<NoticeDay> days, Kind kind) {
        return days.stream()
                .filter(day -> day.kind() == kind)
                .map(NoticeDay::day)
                .collect(toSet());
    }
}
