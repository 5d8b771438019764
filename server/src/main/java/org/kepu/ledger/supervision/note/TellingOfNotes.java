package org.kepu.ledger.supervision.note;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.ledger.round.TellingBodies;
import org.kepu.page.SiteAddress;
import org.kepu.shared.BodyId;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a body that a supervision note was issued to it: once, never at night, and not when it has received it already. */
@Service
class TellingOfNotes {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", LANGUAGE);

    private final TellingBodies telling;
    private final SiteAddress site;
    private final MessageSource words;
    private final JdbcClient database;
    private final Clock clock;

    TellingOfNotes(TellingBodies telling, SiteAddress site, MessageSource words, JdbcClient database, Clock clock) {
        this.telling = telling;
        this.site = site;
        this.words = words;
        this.database = database;
        this.clock = clock;
    }

    private record Untold(UUID id, UUID body, String issuer, int year, int number, String measure, LocalDate due) {}

    /** Tells of what was issued; says how many messages went out. */
    @Transactional
    public int run() {
        return telling.isQuiet()
                ? 0
                : telling.tell(
                        say("supervision.note.mail.subject"),
                        mark().stream()
                                .collect(groupingBy(
                                        note -> new BodyId(note.body()), collectingAndThen(toList(), this::text))));
    }

    /** Those of which nobody was told; from now on somebody was. */
    private List<Untold> mark() {
        return database.sql("""
                        with fresh as (
                            insert into ledger.note_told (note_id, at)
                            select id, :now from ledger.supervision_note
                            where state = 'ISSUED' and not exists (select from ledger.note_told where note_id = id)
                            on conflict do nothing
                            returning note_id)
                        select id, body_id as body, issuer, year, number, measure, due_on as due
                        from fresh join ledger.supervision_note on id = note_id
                        order by due_on, region_code, year, number
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Untold.class)
                .list();
    }

    private String text(List<Untold> notes) {
        return Stream.concat(
                        notes.stream()
                                .map(note -> say(
                                        "supervision.note.mail.issued",
                                        note.issuer(),
                                        SupervisionNote.numbered(note.year(), note.number()),
                                        note.measure(),
                                        DAY.format(note.due()))),
                        Stream.of(say(
                                "supervision.note.mail.where",
                                site.of(
                                        notes.size() == 1
                                                ? "/desk/supervision/notes/"
                                                        + notes.getFirst().id()
                                                : "/desk"))))
                .collect(Collectors.joining("\n"));
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, LANGUAGE);
    }
}
