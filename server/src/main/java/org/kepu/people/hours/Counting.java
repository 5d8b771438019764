package org.kepu.people.hours;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.people.PersonContacts;
import org.kepu.people.ServiceRules;
import org.kepu.people.ServiceTerms;
import org.kepu.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what counts of a duty once both have confirmed it, and counters what was written. Shift, volunteer and duty are
 * locked in this order, so that the cap of a day holds however many confirm at once.
 */
@Component
class Counting {

    private final JdbcClient database;
    private final PersonContacts contacts;
    private final ServiceRules rules;
    private final ServiceTerms terms;
    private final OfficeCalendar calendar;
    private final FactsOfService facts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Counting(
            JdbcClient database,
            PersonContacts contacts,
            ServiceRules rules,
            ServiceTerms terms,
            OfficeCalendar calendar,
            FactsOfService facts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.rules = rules;
        this.terms = terms;
        this.calendar = calendar;
        this.facts = facts;
        this.events = events;
        this.clock = clock;
    }

    /** A duty with its shift, both locked. */
    record Locked(Shift shift, Duty duty) {}

    private record Day(LocalDate day, int minutes) {}

    private record Entry(long id, LocalDate day, int minutes) {}

    /** The duty as it stands, locked until the transaction ends. The caller has looked whether there is one. */
    Locked lock(UUID duty) {
        database.sql(
                        "select s.id from people.shift s where s.id = (select shift from people.duty where id = :duty) for update")
                .param("duty", duty)
                .query(row -> {});
        database.sql(
                        "select v.person from people.volunteer v where v.person = (select volunteer from people.duty where id = :duty) for update")
                .param("duty", duty)
                .query(row -> {});
        database.sql("select id from people.duty where id = :duty for update")
                .param("duty", duty)
                .query(row -> {});
        var found = database.sql(HoursRows.DUTY + "where d.id = :duty")
                .param("duty", duty)
                .query((row, number) -> HoursRows.duty(row, contacts))
                .single();
        var shift = database.sql(HoursRows.SHIFT + "where s.id = :shift")
                .param("shift", found.shift())
                .query(HoursRows::shift)
                .single();
        return new Locked(shift, found);
    }

    /** Writes what counts of a duty that both have confirmed; says how many minutes. */
    int count(Actor by, Locked locked) {
        var duty = locked.duty();
        var came = duty.came();
        var gone = duty.gone();
        if (came == null || gone == null || duty.minutes() > 0) {
            return 0;
        }
        var shift = locked.shift();
        var rule = rules.of(shift.region());
        var counts = new HoursRule(rule.dayCap(), terms.officeHours(), calendar.days())
                .count(shift.planned(), new Span(came, gone), duty.staff(), counted(duty));
        int turn = turn(duty.id());
        counts.forEach((day, minutes) -> {
            long entry = write(by, duty, day, turn, minutes, rule.version());
            events.publishEvent(new HoursCounted(by, entry, duty.person().id(), minutes, shift.region()));
        });
        facts.tell(by, shift);
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Counters everything that counts of a duty, and asks both again; says how many minutes were taken back. */
    int counter(Actor by, Locked locked, String why) {
        var duty = locked.duty();
        var standing =
                database.sql("""
                        select id, day, minutes from people.hours_entry e where duty = :duty and counters is null
                          and not exists (select from people.hours_entry later where later.counters = e.id)
                        order by id
                        """).param("duty", duty.id()).query(Entry.class).list();
        for (var entry : standing) {
            database.sql("""
                            insert into people.hours_entry (volunteer, duty, day, turn, minutes, counters, countered, why, rule, told_at, told_by)
                            select volunteer, duty, day, turn, -minutes, id, minutes, :why, rule, :now, :by
                            from people.hours_entry where id = :id
                            """)
                    .param("why", why)
                    .param("now", HoursRows.at(clock.instant()))
                    .param("by", by.account())
                    .param("id", entry.id())
                    .update();
            events.publishEvent(new HoursCountered(by, entry.id(), duty.person().id(), why));
        }
        database.sql(
                        "update people.duty set team_at = null, team_by = null, own_at = null, own_by = null, own_paper = '' where id = :id")
                .param("id", duty.id())
                .update();
        facts.tell(by, locked.shift());
        return standing.stream().mapToInt(Entry::minutes).sum();
    }

    private Map<LocalDate, Integer> counted(Duty duty) {
        return database
                .sql("select day, minutes from people.day_total where volunteer = :volunteer and minutes > 0")
                .param("volunteer", duty.person().id())
                .query(Day.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Day::day, Day::minutes));
    }

    private int turn(UUID duty) {
        return database.sql("select coalesce(max(turn), 0) + 1 from people.hours_entry where duty = :duty")
                .param("duty", duty)
                .query(Integer.class)
                .single();
    }

    private long write(Actor by, Duty duty, LocalDate day, int turn, int minutes, int rule) {
        return database.sql("""
                        insert into people.hours_entry (volunteer, duty, day, turn, minutes, why, rule, told_at, told_by)
                        values (:volunteer, :duty, :day, :turn, :minutes, '', :rule, :now, :by) returning id
                        """)
                .param("volunteer", duty.person().id())
                .param("duty", duty.id())
                .param("day", day)
                .param("turn", turn)
                .param("minutes", minutes)
                .param("rule", rule)
                .param("now", HoursRows.at(clock.instant()))
                .param("by", by.account())
                .query(Long.class)
                .single();
    }
}
