package org.kepu.ledger.round;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a sheet: a line in its own history and one on the trail, in the transaction of the change. */
@Component
class SheetActs {

    /** Which lines of the history tell of a submission. */
    static final String SUBMITTED = "sheet_event.act in ('round.act.SUBMIT', 'round.act.SUBMIT_AGAIN')";

    private final JdbcClient database;
    private final Trail trail;
    private final PersonNames names;
    private final Clock clock;

    SheetActs(JdbcClient database, Trail trail, PersonNames names, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.names = names;
        this.clock = clock;
    }

    private record Row(OffsetDateTime at, String act, UUID account, String words) {}

    void record(Actor by, Sheet sheet, SheetAct act, String words) {
        write(by, sheet, act.messageKey(), words);
        trail.record(
                by,
                Act.of(act.messageKey(), "sheet", sheet.id(), sheet.written())
                        .in(sheet.region())
                        .changed("round.state", act.from, act.to));
    }

    /** Something that does not move the sheet on. */
    void note(Actor by, Sheet sheet, String key, String words) {
        write(by, sheet, key, words);
        trail.record(by, Act.of(key, "sheet", sheet.id(), sheet.written()).in(sheet.region()));
    }

    private void write(Actor by, Sheet sheet, String key, String words) {
        database.sql("""
                        insert into ledger.sheet_event (sheet_id, at, act, account, words) values (:sheet, :at, :act, :account, :words)
                        """)
                .param("sheet", sheet.id().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("act", key)
                .param("account", by.account())
                .param("words", words)
                .update();
    }

    /** Whether it is this person who submitted the sheet, now or before, in whoever's place. The program is nobody. */
    boolean submittedBy(Actor who, SheetId sheet) {
        return who.kind() != Actor.Kind.PROGRAM
                && database.sql("""
                        select exists (select from ledger.sheet_event where sheet_id = :sheet and account = :who and
                        """ + SUBMITTED + ")")
                        .param("sheet", sheet.value())
                        .param("who", who.account())
                        .query(Boolean.class)
                        .single();
    }

    /** What happened to a sheet, the first first. */
    List<Happened> of(SheetId sheet) {
        var rows = database.sql(
                        "select at, act, account, words from ledger.sheet_event where sheet_id = :sheet order by id")
                .param("sheet", sheet.value())
                .query(Row.class)
                .list();
        var called = names.of(rows.stream().map(Row::account).distinct().toList());
        return rows.stream()
                .map(row -> new Happened(
                        row.at().toInstant(), row.act(), called.getOrDefault(row.account(), ""), row.words()))
                .toList();
    }
}
