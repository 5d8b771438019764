package org.kepu.ledger.round;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office accepts a sheet, or sends it back with reasons and a new day. */
@Service
class JudgingSheets {

    private final ReadingSheets reading;
    private final Rounds rounds;
    private final SheetActs acts;
    private final OfficeCalendar calendar;
    private final JdbcClient database;
    private final Clock clock;

    JudgingSheets(
            ReadingSheets reading,
            Rounds rounds,
            SheetActs acts,
            OfficeCalendar calendar,
            JdbcClient database,
            Clock clock) {
        this.reading = reading;
        this.rounds = rounds;
        this.acts = acts;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Judged {
        record Accepted() implements Judged {}

        /** @param due by when it is awaited again */
        record SentBack(LocalDate due) implements Judged {}

        /** No line has a reason. */
        record WithoutReason() implements Judged {}

        /** Whoever submitted it does not accept it: somebody else does, here or in the office above. */
        record OwnWork() implements Judged {}

        /** Somebody else has judged it in the meantime, or it was changed since it was read. */
        record Overtaken() implements Judged {}
    }

    /** @param version that of the sheet as it was read: nobody accepts what they have not seen, or have submitted since */
    @Transactional
    public Judged accept(Scope scope, RoundId round, SheetId id, int version) {
        scope.demands(Right.RUN_LEDGER);
        var sheet = reading.judgeable(scope, round, id).orElseThrow(NotFound::new);
        if (acts.submittedBy(scope.actor(), id)) {
            return new Judged.OwnWork();
        }
        boolean accepted = database.sql("""
                        update ledger.sheet set state = 'ACCEPTED', version = version + 1, accepted_at = :now
                        where id = :sheet and state = 'SUBMITTED' and version = :version
                        """)
                        .param("sheet", id.value())
                        .param("version", version)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (!accepted) {
            return new Judged.Overtaken();
        }
        acts.record(scope.actor(), sheet, SheetAct.ACCEPT, "");
        return new Judged.Accepted();
    }

    /** @param reasons by line; lines without one are left as they are */
    @Transactional
    public Judged sendBack(Scope scope, RoundId round, SheetId id, int version, Map<LineId, String> reasons) {
        scope.demands(Right.RUN_LEDGER);
        var sheet = reading.judgeable(scope, round, id).orElseThrow(NotFound::new);
        var said = sheet.lines().stream()
                .filter(line -> !reasons.getOrDefault(line.id(), "").isBlank())
                .toList();
        if (said.isEmpty()) {
            return new Judged.WithoutReason();
        }
        var due = calendar.days()
                .after(Today.by(clock), rounds.get(reading.roundOf(id)).mendDays());
        boolean sent = database.sql("""
                        update ledger.sheet set state = 'SENT_BACK', version = version + 1, due_on = :due
                        where id = :sheet and state = 'SUBMITTED' and version = :version
                        """)
                        .param("sheet", id.value())
                        .param("version", version)
                        .param("due", due)
                        .update()
                == 1;
        if (!sent) {
            return new Judged.Overtaken();
        }
        database.sql("""
                        update ledger.line set reason = coalesce(said.reason, '')
                        from ledger.line every
                             left join unnest(:lines, :reasons) as said (id, reason) on said.id = every.id
                        where line.id = every.id and line.sheet_id = :sheet
                        """)
                .param("sheet", id.value())
                .param("lines", said.stream().map(line -> line.id().value()).toArray(UUID[]::new))
                .param(
                        "reasons",
                        said.stream()
                                .map(line -> reasons.getOrDefault(line.id(), "").strip())
                                .toArray(String[]::new))
                .update();
        remindAgain(id);
        var words = new StringBuilder();
        said.forEach(line -> words.append(words.isEmpty() ? "" : "；")
                .append(line.title())
                .append("：")
                .append(reasons.getOrDefault(line.id(), "").strip()));
        acts.record(scope.actor(), sheet, SheetAct.SEND_BACK, words.toString());
        return new Judged.SentBack(due);
    }

    /** The new day may be one of which the body was reminded before: now it hears of it anew. */
    private void remindAgain(SheetId id) {
        database.sql("delete from ledger.reminder where sheet_id = :sheet")
                .param("sheet", id.value())
                .update();
    }
}
