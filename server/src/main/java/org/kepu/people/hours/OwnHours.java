package org.kepu.people.hours;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Person;
import org.kepu.people.PersonContacts;
import org.kepu.shared.Draw;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a volunteer sees of the own service. Whoever calls has seen the volunteer's code. */
@Service
public class OwnHours {

    private static final int MOST = 500;

    private final JdbcClient database;
    private final PersonContacts contacts;
    private final Clock clock;

    OwnHours(JdbcClient database, PersonContacts contacts, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * A shift of one's own.
     *
     * @param minutes that count
     */
    public record Line(
            UUID duty,
            UUID shift,
            String title,
            String team,
            String place,
            Instant starts,
            Instant ends,
            Duty.State state,
            @Nullable Instant came,
            @Nullable Instant gone,
            boolean asked,
            boolean settled,
            boolean begun,
            int minutes) {}

    /** A team of one's own. */
    public record Place(UUID team, String title, String state, String line) {}

    /** Oneself. */
    @Transactional(readOnly = true)
    public Person self(UUID volunteer) {
        return database.sql("select " + PersonContacts.COLUMNS + " from people.person p where p.id = :id")
                .param("id", volunteer)
                .query((row, number) -> contacts.person(row))
                .single();
    }

    @Transactional(readOnly = true)
    public List<Place> teams(UUID volunteer) {
        return database.sql("""
                        select t.id as team, t.title, m.state, t.line from people.membership m join people.team t on t.id = m.team
                        where m.volunteer = :volunteer order by m.state, t.title
                        """)
                .param("volunteer", volunteer)
                .query(Place.class)
                .list();
    }

    /** One's shifts, the latest first; those given back are left out. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID volunteer) {
        var now = clock.instant();
        return database.sql("""
                        select d.*, s.title, s.place, s.starts_at, s.ends_at, t.title as team_title,
                               (select coalesce(sum(e.minutes), 0) from people.hours_entry e where e.duty = d.id) as minutes
                        from people.duty d join people.shift s on s.id = d.shift join people.team t on t.id = s.team
                        where d.volunteer = :volunteer and d.state <> 'GIVEN_BACK' order by s.starts_at desc, d.id limit :most
                        """)
                .param("volunteer", volunteer)
                .param("most", MOST)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("shift", UUID.class),
                        row.getString("title"),
                        row.getString("team_title"),
                        row.getString("place"),
                        HoursRows.moment(row, "starts_at"),
                        HoursRows.moment(row, "ends_at"),
                        Duty.State.valueOf(row.getString("state")),
                        HoursRows.instant(row, "came"),
                        HoursRows.instant(row, "gone"),
                        row.getObject("team_at") != null && row.getObject("own_at") == null,
                        row.getObject("team_at") != null && row.getObject("own_at") != null,
                        !now.isBefore(HoursRows.moment(row, "starts_at")),
                        row.getInt("minutes")))
                .list();
    }

    /** Shifts of one's teams in which there is a place. */
    @Transactional(readOnly = true)
    public List<Shift> open(UUID volunteer) {
        return database.sql(HoursRows.SHIFT + """
                        where s.starts_at > :now and s.cancelled_why is null
                          and exists (select from people.membership m where m.team = s.team and m.volunteer = :volunteer and m.state = 'IN')
                          and not exists (select from people.duty d where d.shift = s.id and d.volunteer = :volunteer and d.state <> 'GIVEN_BACK')
                        order by s.starts_at, s.id limit :most
                        """)
                .param("now", HoursRows.at(clock.instant()))
                .param("volunteer", volunteer)
                .param("most", MOST)
                .query(HoursRows::shift)
                .list();
    }

    /**
     * A service of one's own that was drawn to be looked into.
     *
     * @param check the draw, which is published
     * @param drawn when
     */
    public record Drawn(UUID check, UUID duty, String title, Instant starts, Instant drawn) {

        /** By what it stands in the published list. */
        public String mark() {
            return Draw.mark(duty.toString());
        }
    }

    /** What was drawn of one's own, the last draw first. */
    @Transactional(readOnly = true)
    public List<Drawn> drawn(UUID volunteer) {
        return database.sql("""
                        select c.spot_check, d.id, s.title, s.starts_at, k.drawn_at
                        from people.spot_checked c join people.spot_check k on k.id = c.spot_check
                             join people.duty d on d.id = c.duty join people.shift s on s.id = d.shift
                        where d.volunteer = :volunteer order by k.drawn_at desc, c.turn limit :most
                        """)
                .param("volunteer", volunteer)
                .param("most", MOST)
                .query((row, number) -> new Drawn(
                        row.getObject("spot_check", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        HoursRows.moment(row, "starts_at"),
                        HoursRows.moment(row, "drawn_at")))
                .list();
    }

    /** What counts in all, in minutes. */
    @Transactional(readOnly = true)
    public long minutes(UUID volunteer) {
        return database.sql("select coalesce(sum(minutes), 0) from people.day_total where volunteer = :volunteer")
                .param("volunteer", volunteer)
                .query(Long.class)
                .single();
    }

    /**
     * An entry that counts, for the papers and files that a volunteer takes along.
     *
     * @param service the class of service
     */
    public record Counted(
            long id,
            LocalDate day,
            String title,
            String service,
            String team,
            String region,
            int minutes,
            boolean imported) {}

    /** What counts, day by day, the first first. */
    @Transactional(readOnly = true)
    public List<Counted> counted(UUID volunteer) {
        return database.sql("""
                        select e.id, e.day, s.title, s.service, t.title as team, s.region, e.minutes, s.imported
                        from people.hours_entry e join people.duty d on d.id = e.duty join people.shift s on s.id = d.shift
                             join people.team t on t.id = s.team
                        where e.volunteer = :volunteer and e.counters is null
                          and not exists (select from people.hours_entry later where later.counters = e.id)
                        order by e.day, e.id
                        """)
                .param("volunteer", volunteer)
                .query(Counted.class)
                .list();
    }
}
