package org.kepu.people.hours;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.PersonContacts;
import org.kepu.people.ServiceTerms;
import org.kepu.people.team.Team;
import org.kepu.people.team.Teams;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.Sheet;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes hours from a table that a team kept on paper. They are marked as such for ever, confirmed by the team with the
 * import, and count once the volunteer confirms, or another hand writes down their signature. Handed in again, a table
 * changes nothing.
 */
@Service
public class HoursImport {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final JdbcClient database;
    private final Teams teams;
    private final PlanningShifts planning;
    private final Counting counting;
    private final Flags flags;
    private final PersonContacts contacts;
    private final ServiceTerms terms;
    private final MessageSource words;
    private final Trail trail;
    private final Clock clock;

    HoursImport(
            JdbcClient database,
            Teams teams,
            PlanningShifts planning,
            Counting counting,
            Flags flags,
            PersonContacts contacts,
            ServiceTerms terms,
            MessageSource words,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.teams = teams;
        this.planning = planning;
        this.counting = counting;
        this.flags = flags;
        this.contacts = contacts;
        this.terms = terms;
        this.words = words;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Taken {
        record Report(ImportReport report) implements Taken {}

        /** @param reason the key of the sentence that says why */
        record Unreadable(String reason) implements Taken {}
    }

    /** The columns, in their order. */
    enum Column {
        PHONE,
        DAY,
        STARTS,
        ENDS,
        TITLE,
        SERVICE,
        PLACE;

        String messageKey() {
            return "people.import." + name();
        }
    }

    private record Good(int line, UUID volunteer, ShiftForm shift) {

        String key() {
            return shift.day() + " " + shift.starts() + " " + shift.ends() + " " + shift.service() + " "
                    + shift.title();
        }
    }

    /** @throws NotFound if there is no such team within reach */
    @Transactional
    public Taken take(Scope scope, UUID id, byte[] file) {
        scope.demands(Right.RUN_TEAMS);
        var reached = database.sql("select t.id from people.team t where t.id = :id and t.closed_on is null and "
                        + InReach.TEAM + " for update")
                .param("id", id)
                .params(scope.parameters())
                .query(UUID.class)
                .optional();
        if (reached.isEmpty()) {
            throw new NotFound();
        }
        if (file.length > MOST_BYTES) {
            return new Taken.Unreadable("region.sheet.tooLarge");
        }
        var rows = new Rows(teams.find(scope, id).orElseThrow(NotFound::new));
        try {
            Sheet.of(file).read(rows);
        } catch (UnreadableSheet unreadable) {
            return new Taken.Unreadable(unreadable.reason());
        }
        int written = write(scope, rows);
        if (written > 0) {
            trail.record(
                    scope.actor(),
                    Act.of("people.act.imported", "team", id, rows.team.title())
                            .in(rows.team.region())
                            .changed("people.import.rows", null, written));
        }
        return new Taken.Report(rows.rejections.report(rows.read, written));
    }

    private int write(Scope scope, Rows rows) {
        var shifts = new LinkedHashMap<String, UUID>();
        rows.good.forEach(row -> shifts.computeIfAbsent(row.key(), key -> shift(scope, rows.team, row.shift())));
        lock(
                "select id from people.shift where id = any(:ids) order by id for update",
                shifts.values().toArray(UUID[]::new));
        lock(
                "select person from people.volunteer where person = any(:ids) order by person for update",
                rows.good.stream().map(Good::volunteer).toArray(UUID[]::new));
        int written = 0;
        for (var row : rows.good) {
            var shift = requireNonNull(shifts.get(row.key()));
            if (!isThere(shift, row.volunteer())) {
                if (enter(scope, shift, row)) {
                    written++;
                } else {
                    rows.reject(row.line(), Column.STARTS, "people.import.elsewhere");
                }
            }
        }
        return written;
    }

    private void lock(String sql, UUID[] ids) {
        database.sql(sql).param("ids", ids).query(row -> {});
    }

    private UUID shift(Scope scope, Team team, ShiftForm form) {
        var span = form.span().orElseThrow();
        return database.sql("""
                        select id from people.shift where team = :team and imported and title = :title and service = :service
                          and starts_at = :from and ends_at = :to
                        """)
                .param("team", team.id())
                .param("title", form.title())
                .param("service", form.service())
                .param("from", HoursRows.at(span.from()))
                .param("to", HoursRows.at(span.to()))
                .query(UUID.class)
                .optional()
                .orElseGet(() -> planning.write(scope, team.id(), form, true));
    }

    private boolean isThere(UUID shift, UUID volunteer) {
        return database.sql("select exists (select from people.duty where shift = :shift and volunteer = :volunteer)")
                .param("shift", shift)
                .param("volunteer", volunteer)
                .query(Boolean.class)
                .single();
    }

    /** Says no if the person was elsewhere at that time. */
    private boolean enter(Scope scope, UUID shift, Good row) {
        var duty = UUID.randomUUID();
        int entered = database.sql("""
                        insert into people.duty (id, shift, volunteer, planned, state, came, gone, imported, entered_at, flags, team_at, team_by)
                        select :id, s.id, :volunteer, tstzrange(s.starts_at, s.ends_at), 'PRESENT', s.starts_at, s.ends_at, true,
                               :now, array['IMPORTED'], :now, :by
                        from people.shift s where s.id = :shift
                        on conflict do nothing
                        """)
                .param("id", duty)
                .param("shift", shift)
                .param("volunteer", row.volunteer())
                .param("now", HoursRows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        if (entered == 1) {
            var locked = counting.lock(duty);
            database.sql("update people.duty set flags = :flags where id = :duty")
                    .param(
                            "flags",
                            flags.of(locked.duty(), locked.shift()).stream()
                                    .map(Enum::name)
                                    .toArray(String[]::new))
                    .param("duty", duty)
                    .update();
        }
        return entered == 1;
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** The rows of one table. */
    private final class Rows implements Sheet.RowReader {

        private final Team team;
        private final Map<String, List<UUID>> members = new HashMap<>();
        private final List<Good> good = new ArrayList<>();
        private final HashSet<String> seen = new HashSet<>();
        private final Rejections rejections = new Rejections();
        private int read;
        private boolean headed;

        Rows(Team team) {
            this.team = team;
            database.sql("""
                            select p.phone_print, p.id from people.membership m join people.person p on p.id = m.volunteer
                            where m.team = :team and m.state = 'IN' and p.phone_print is not null
                            """).param("team", team.id()).query(row -> {
                members.computeIfAbsent(row.getString("phone_print"), print -> new ArrayList<>())
                        .add(row.getObject("id", UUID.class));
            });
        }

        @Override
        public void row(int line, List<String> cells) {
            if (!headed) {
                headed = true;
                return;
            }
            read++;
            int before = rejections.count();
            var named = PhoneNumber.read(cell(cells, Column.PHONE))
                    .map(phone -> members.getOrDefault(contacts.print(phone), List.of()))
                    .orElse(List.of());
            if (named.size() != 1) {
                reject(line, Column.PHONE, named.isEmpty() ? "people.import.not-in-team" : "people.import.several");
            }
            var service = terms.service(cell(cells, Column.SERVICE));
            if (service.isEmpty()) {
                reject(line, Column.SERVICE, "people.wrong.service");
            }
            var title = cell(cells, Column.TITLE);
            if (title.length() < 2 || title.length() > 80) {
                reject(line, Column.TITLE, "people.wrong.shift-title");
            } else if (Reason.tellsTooMuch(title)) {
                reject(line, Column.TITLE, Reason.Fault.PERSONAL.messageKey());
            }
            var form = new ShiftForm(
                    title,
                    service.map(ServiceTerms.Service::code).orElse(""),
                    team.region().value(),
                    cell(cells, Column.PLACE),
                    "",
                    "",
                    cell(cells, Column.DAY),
                    time(cell(cells, Column.STARTS)),
                    time(cell(cells, Column.ENDS)),
                    "2000",
                    title,
                    team.risks());
            if (form.span().filter(span -> !span.to().isAfter(clock.instant())).isEmpty()) {
                reject(line, Column.DAY, "people.import.time");
            }
            if (rejections.count() == before) {
                take(new Good(line, named.getFirst(), form));
            }
        }

        private void take(Good row) {
            if (seen.add(row.volunteer() + " " + row.key())) {
                good.add(row);
            } else {
                reject(row.line(), Column.PHONE, "people.import.twice");
            }
        }

        /** 8:30 as 08:30. */
        private static String time(String typed) {
            return typed.matches("\\d:\\d\\d") ? "0" + typed : typed;
        }

        private void reject(int line, Column column, String reason) {
            rejections.add(RowError.of(line, say(column.messageKey()), reason));
        }

        private static String cell(List<String> cells, Column column) {
            return column.ordinal() < cells.size() ? cells.get(column.ordinal()).strip() : "";
        }
    }
}
