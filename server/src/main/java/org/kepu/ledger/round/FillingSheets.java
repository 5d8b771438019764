package org.kepu.ledger.round;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.indicator.figure.MeasureFacts.Credit;
import org.kepu.indicator.figure.Window;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A body writes on its sheet, several of its people at once if need be, and submits it. A line that two have changed stays as the first left
 * it, and the second is shown both.
 */
@Service
class FillingSheets {

    private final ReadingSheets reading;
    private final Rounds rounds;
    private final SheetActs acts;
    private final MeasureFacts facts;
    private final OfficeCalendar calendar;
    private final JdbcClient database;
    private final Clock clock;

    FillingSheets(
            ReadingSheets reading,
            Rounds rounds,
            SheetActs acts,
            MeasureFacts facts,
            OfficeCalendar calendar,
            JdbcClient database,
            Clock clock) {
        this.reading = reading;
        this.rounds = rounds;
        this.acts = acts;
        this.facts = facts;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    /** Keeps what was written as a draft. */
    @Transactional
    public Filling keep(Scope scope, RoundId round, SheetId id, List<Entry> entries) {
        var sheet = open(scope, round, id);
        return sheet.state().isOpen() ? keep(sheet, entries) : new Filling.Closed(sheet.state());
    }

    /** Keeps what was written, and submits the sheet if nothing is lacking. */
    @Transactional
    public Filling submit(Scope scope, RoundId round, SheetId id, List<Entry> entries) {
        var sheet = open(scope, round, id);
        if (!sheet.state().isOpen()) {
            return new Filling.Closed(sheet.state());
        }
        if (keep(sheet, entries) instanceof Filling.Clash clash) {
            return clash;
        }
        var whole = reading.locked(id);
        var lacking = whole.lacking();
        if (!lacking.isEmpty()) {
            return new Filling.Lacking(lacking);
        }
        freeze(whole, rounds.get(round));
        submit(whole, rounds.get(reading.roundOf(id)));
        var act = whole.state() == SheetState.ASKED ? SheetAct.SUBMIT : SheetAct.SUBMIT_AGAIN;
        acts.record(scope.actor(), whole, act, "");
        return new Filling.Submitted(!Today.by(clock).isAfter(whole.dueOn()));
    }

    /** Takes a sheet back as long as its day is not over and nobody has said anything of it; says no otherwise. */
    @Transactional
    public boolean withdraw(Scope scope, RoundId round, SheetId id) {
        var sheet = open(scope, round, id);
        if (!sheet.mayBeWithdrawn(Today.by(clock))) {
            return false;
        }
        database.sql("""
                        update ledger.sheet set state = 'ASKED', version = version + 1, first_submitted_at = null, submitted_at = null,
                                                opinion_due = null
                        where id = :sheet
                        """).param("sheet", id.value()).update();
        acts.record(scope.actor(), sheet, SheetAct.WITHDRAW, "");
        return true;
    }

    private Sheet open(Scope scope, RoundId round, SheetId id) {
        scope.demands(Right.DO_TASKS);
        return reading.answerable(scope, round, id)
                .map(found -> reading.locked(found.id()))
                .orElseThrow(NotFound::new);
    }

    private Filling keep(Sheet sheet, List<Entry> entries) {
        var lines = sheet.lines().stream().collect(toMap(Line::id, Function.identity()));
        var kept = new ArrayList<Entry>();
        var clashing = new ArrayList<Filling.Clashing>();
        for (var entry : entries) {
            var line = lines.get(entry.line());
            if (line == null || !entry.changes() || entry.says(line)) {
                continue;
            }
            if (line.mark().equals(entry.seen())) {
                kept.add(entry);
            } else {
                clashing.add(new Filling.Clashing(line, line.said(entry.answer(), entry.text())));
            }
        }
        if (!kept.isEmpty()) {
            write(sheet, kept);
        }
        return clashing.isEmpty() ? new Filling.Kept() : new Filling.Clash(clashing);
    }

    /** What leads thought of other words is no longer said of these. */
    private void write(Sheet sheet, List<Entry> entries) {
        var ids = entries.stream().map(entry -> entry.line().value()).toArray(UUID[]::new);
        database.sql("""
                        update ledger.line set answer = said.answer, text = said.text
                        from unnest(:lines, :answers::text[], :texts::text[]) as said (id, answer, text)
                        where line.id = said.id and line.sheet_id = :sheet
                        """)
                .param("sheet", sheet.id().value())
                .param("lines", ids)
                .param(
                        "answers",
                        entries.stream().map(entry -> name(entry.answer())).toArray(String[]::new))
                .param("texts", entries.stream().map(Entry::text).toArray(String[]::new))
                .update();
        database.sql("delete from ledger.opinion where line_id = any (:lines)")
                .param("lines", ids)
                .update();
        database.sql("update ledger.sheet set version = version + 1 where id = :sheet")
                .param("sheet", sheet.id().value())
                .update();
    }

    private static @Nullable String name(@Nullable Answer answer) {
        return answer == null ? null : answer.name();
    }

    /** From now on the sheet says how many facts stood behind each line at this moment. */
    private void freeze(Sheet sheet, Round round) {
        var credits = facts.credits(
                sheet.body(), sheet.lines().stream().map(Line::measure).toList(), new Window(round.from(), round.to()));
        var lines = sheet.lines();
        database.sql("""
                        update ledger.line set facts = said.facts, attendances = said.attendances,
                               text = case when answer = 'NOTHING' then '' else text end
                        from unnest(:lines, :facts, :attendances) as said (id, facts, attendances)
                        where line.id = said.id
                        """)
                .param("lines", lines.stream().map(line -> line.id().value()).toArray(UUID[]::new))
                .param(
                        "facts",
                        lines.stream()
                                .map(line -> credits.getOrDefault(line.measure(), Credit.NONE)
                                        .facts())
                                .toArray(Integer[]::new))
                .param(
                        "attendances",
                        lines.stream()
                                .map(line -> credits.getOrDefault(line.measure(), Credit.NONE)
                                        .attendances())
                                .toArray(Integer[]::new))
                .update();
    }

    private void submit(Sheet sheet, Round terms) {
        database.sql("""
                        update ledger.sheet set state = 'SUBMITTED', version = version + 1, submitted_at = :now,
                               first_submitted_at = coalesce(first_submitted_at, :now), opinion_due = :opinionDue
                        where id = :sheet
                        """)
                .param("sheet", sheet.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("opinionDue", opinionDue(sheet, terms))
                .update();
    }

    private @Nullable LocalDate opinionDue(Sheet sheet, Round terms) {
        return terms.opinionDays() > 0 && hasLeads(sheet)
                ? calendar.days().after(Today.by(clock), terms.opinionDays())
                : null;
    }

    /** Whether another body leads one of the measures in which this one takes part. */
    private boolean hasLeads(Sheet sheet) {
        return database.sql("""
                        select exists (
                            select from ledger.line
                                 join ledger.task own on own.id = line.task_id
                                 join ledger.task lead on lead.measure_id = own.measure_id and lead.year = own.year
                            where line.sheet_id = :sheet and line.role = 'PARTICIPANT' and lead.role = 'LEAD'
                              and lead.body_id <> :body)
                        """)
                .param("sheet", sheet.id().value())
                .param("body", sheet.body().value())
                .query(Boolean.class)
                .single();
    }
}
