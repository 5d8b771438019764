package org.kepu.ledger.round;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.SiteAddress;
import org.kepu.shared.BodyId;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds bodies of what is awaited from them: at once when it is asked or sent back, then on the days that the round sets. Each reminder goes
 * once, never at night, and one message tells a body of everything that is due.
 */
@Service
class Reminding {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", LANGUAGE);

    private final Rounds rounds;
    private final TellingBodies telling;
    private final OfficeCalendar calendar;
    private final SiteAddress site;
    private final MessageSource words;
    private final JdbcClient database;
    private final Clock clock;

    Reminding(
            Rounds rounds,
            TellingBodies telling,
            OfficeCalendar calendar,
            SiteAddress site,
            MessageSource words,
            JdbcClient database,
            Clock clock) {
        this.rounds = rounds;
        this.telling = telling;
        this.calendar = calendar;
        this.site = site;
        this.words = words;
        this.database = database;
        this.clock = clock;
    }

    private record Group(UUID round, LocalDate due) {}

    /** A sheet of which a body is reminded now. */
    private record Due(UUID body, String name, String written, SheetState state, LocalDate due) {}

    /** Sends what is due; says how many messages. */
    @Transactional
    public int run() {
        if (telling.isQuiet()) {
            return 0;
        }
        var due = new ArrayList<Due>();
        var days = calendar.days();
        var terms = new HashMap<UUID, Round>();
        for (var group : open()) {
            var round = terms.computeIfAbsent(group.round(), id -> rounds.get(new RoundId(id)));
            ReminderStep.on(Today.by(clock), group.due(), round, days)
                    .ifPresent(step -> due.addAll(mark(group, step.step())));
        }
        return telling.tell(
                say("round.mail.subject"),
                due.stream()
                        .collect(groupingBy(one -> new BodyId(one.body()), collectingAndThen(toList(), this::text))));
    }

    private List<Group> open() {
        return database.sql("""
                        select distinct round_id as round, due_on as due
                        from ledger.sheet join ledger.asking on asking.id = sheet.asking_id
                        where sheet.state in ('ASKED', 'SENT_BACK')
                        """).query(Group.class).list();
    }

    /** Those that have not been reminded at this step; from now on they have. */
    private List<Due> mark(Group group, int step) {
        return database.sql("""
                        with fresh as (
                            insert into ledger.reminder (sheet_id, due_on, step, at)
                            select sheet.id, due_on, :step, :now
                            from ledger.sheet join ledger.asking on asking.id = sheet.asking_id
                            where asking.round_id = :round and sheet.due_on = :due and sheet.state in ('ASKED', 'SENT_BACK')
                            on conflict on constraint reminder_once do nothing
                            returning sheet_id)
                        select sheet.body_id as body, round.name, sheet.written, sheet.state, sheet.due_on as due
                        from fresh join ledger.sheet on sheet.id = fresh.sheet_id
                             join ledger.asking on asking.id = sheet.asking_id join ledger.round on round.id = asking.round_id
                        order by sheet.due_on, round.name
                        """)
                .param("round", group.round())
                .param("due", group.due())
                .param("step", step)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Due.class)
                .list();
    }

    private String text(List<Due> due) {
        var today = Today.by(clock);
        return Stream.concat(
                        due.stream().map(one -> say(key(one, today), one.name(), one.written(), DAY.format(one.due()))),
                        Stream.of(say("round.mail.where", site.of("/desk"))))
                .collect(Collectors.joining("\n"));
    }

    private static String key(Due one, LocalDate today) {
        if (one.due().isBefore(today)) {
            return "round.mail.late";
        }
        return one.state() == SheetState.SENT_BACK ? "round.mail.mend" : "round.mail.fill";
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, LANGUAGE);
    }
}
