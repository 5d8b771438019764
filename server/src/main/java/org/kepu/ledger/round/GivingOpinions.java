package org.kepu.ledger.round;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kepu.page.NotFound;
import org.kepu.shared.BodyId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The body that leads a measure (牵头单位) says what it thinks of what others have submitted for it. It need not: when its days are over, the
 * office goes on without.
 */
@Service
public class GivingOpinions {

    /** What a lead is asked about: submitted lines of others, of measures that it leads, within its days. */
    static final String AWAITED = """
            from ledger.line
                 join ledger.sheet on sheet.id = line.sheet_id
                 join ledger.task own on own.id = line.task_id
                 join ledger.task lead on lead.measure_id = own.measure_id and lead.year = own.year and lead.role = 'LEAD'
                                      and lead.body_id <> sheet.body_id
                 join ledger.asking on asking.id = sheet.asking_id
            where line.role = 'PARTICIPANT' and sheet.state = 'SUBMITTED' and sheet.opinion_due >= :today
              and not exists (select from ledger.opinion where opinion.line_id = line.id and opinion.body_id = lead.body_id)
            """;

    private final Rounds rounds;
    private final ReadingSheets reading;
    private final SheetActs acts;
    private final JdbcClient database;
    private final Clock clock;

    GivingOpinions(Rounds rounds, ReadingSheets reading, SheetActs acts, JdbcClient database, Clock clock) {
        this.rounds = rounds;
        this.reading = reading;
        this.acts = acts;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a lead thinks of a line.
     *
     * @param seen the mark of the line when the lead read it
     * @param text empty where the lead agrees and says no more
     */
    public record Said(LineId line, String seen, boolean agrees, String text) {
        public Said {
            text = text.strip();
            if (text.length() > Line.LONGEST) {
                text = text.substring(0, Line.LONGEST);
            }
        }

        /** Whether there is anything in it: a comment has words. */
        boolean counts() {
            return agrees || !text.isEmpty();
        }
    }

    /** @throws NotFound if the scope does not let one speak for the body in this round */
    List<Awaited> awaited(Scope scope, RoundId round, BodyId body) {
        demands(scope, round, body);
        return database.sql("""
                        select line.id as line, sheet.id as sheet, sheet.written, line.title, line.answer, line.text, line.facts,
                               line.attendances, sheet.opinion_due as due
                        """ + AWAITED + """
                          and lead.body_id = :body
                          and exists (select from ledger.round_plan where round_id = :round and asking_id = asking.id)
                        order by line.position, sheet.written
                        """)
                .param("today", Today.by(clock))
                .param("body", body.value())
                .param("round", round.value())
                .query(Awaited.class)
                .list();
    }

    /** Gives those that are awaited still and stand as they were read; says which. Nobody agrees to words they have not seen. */
    @Transactional
    public List<Said> give(Scope scope, RoundId round, BodyId body, List<Said> opinions) {
        scope.demands(Right.DO_TASKS);
        lock(awaited(scope, round, body));
        var marks = awaited(scope, round, body).stream().collect(toMap(Awaited::line, Awaited::mark));
        var given = opinions.stream()
                .filter(said -> said.counts()
                        && said.seen().equals(marks.get(said.line().value())))
                .toList();
        if (given.isEmpty()) {
            return given;
        }
        var touched = database.sql("""
                        with kept as (
                            insert into ledger.opinion (line_id, body_id, agrees, text, at)
                            select line, :body, agrees, text, :now from unnest(:lines, :agrees, :texts) as said (line, agrees, text)
                            on conflict do nothing
                            returning line_id)
                        select distinct sheet_id from kept join ledger.line on line.id = kept.line_id
                        """)
                .param("body", body.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("lines", given.stream().map(said -> said.line().value()).toArray(UUID[]::new))
                .param("agrees", given.stream().map(Said::agrees).toArray(Boolean[]::new))
                .param("texts", given.stream().map(Said::text).toArray(String[]::new))
                .query(UUID.class)
                .list();
        touched.forEach(sheet -> acts.note(scope.actor(), reading.locked(new SheetId(sheet)), "round.act.OPINION", ""));
        return given;
    }

    /** Until the transaction ends the sheets are neither taken back nor sent back. */
    private void lock(List<Awaited> awaited) {
        database.sql("select id from ledger.sheet where id = any (:sheets) order by id for update")
                .param("sheets", awaited.stream().map(Awaited::sheet).distinct().toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /**
     * The round in which the body is asked.
     *
     * @throws NotFound if the scope does not let one speak for the body in this round
     */
    Round round(Scope scope, RoundId round, BodyId body) {
        demands(scope, round, body);
        return rounds.get(round);
    }

    private void demands(Scope scope, RoundId round, BodyId body) {
        scope.demands(Right.DO_TASKS);
        if (!speaks(scope, round, body)) {
            throw new NotFound();
        }
    }

    /** Whether the body leads something in the round, and the scope reaches it. */
    private boolean speaks(Scope scope, RoundId round, BodyId body) {
        return database.sql("""
                        select exists (
                            select from ledger.round_plan
                                 join ledger.round on round.id = round_id
                                 join ledger.task on task.plan_id = round_plan.plan_id and task.year = extract(year from covers_to)
                            where round.id = :round and task.role = 'LEAD' and task.body_id = :body
                              and (task.region_code in (select region.reach(:scopeRegions, :scopeDay))
                                   or task.body_id = any (:scopeBodies) or task.plan_id = any (:scopePlans)))
                        """)
                .param("round", round.value())
                .param("body", body.value())
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }
}
