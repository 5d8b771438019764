package org.kepu.ledger.evaluation.report;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Standing;
import org.kepu.audit.Act;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.ledger.evaluation.EvaluationId;
import org.kepu.ledger.evaluation.Evaluations;
import org.kepu.ledger.evaluation.Frozen;
import org.kepu.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the reports that wait, by the rights of whoever asked. It says at every step that it is still there: a report whose writer fell
 * silent, because the server was killed, is begun again by whoever looks next. What it says is written in one moment, or not at all.
 */
@Service
class WritingReports {

    private static final Logger log = LoggerFactory.getLogger(WritingReports.class);

    /** After so long without a word, a writer is gone. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    /** How often a report is begun before it is given up. */
    static final int MOST_ATTEMPTS = 3;

    private final Gathering gathering;
    private final Evaluations evaluations;
    private final Standing standing;
    private final PersonNames names;
    private final Frozen frozen;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Clock clock;

    WritingReports(
            Gathering gathering,
            Evaluations evaluations,
            Standing standing,
            PersonNames names,
            Frozen frozen,
            JdbcClient database,
            TransactionTemplate transaction,
            Trail trail,
            Clock clock) {
        this.gathering = gathering;
        this.evaluations = evaluations;
        this.standing = standing;
        this.names = names;
        this.frozen = frozen;
        this.database = database;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    private record Taken(
            UUID id,
            UUID evaluation,
            int turn,
            int attempts,
            UUID askedBy,
            @Nullable UUID represented) {}

    /** Another has taken the report over, because nothing was heard of this writer. */
    private static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Makes one report; says no if none waits. */
    boolean next() {
        giveUpLost();
        var taken = take();
        taken.ifPresent(this::write);
        return taken.isPresent();
    }

    private void write(Taken taken) {
        try {
            var evaluation = evaluations.get(new EvaluationId(taken.evaluation()));
            var actor = actor(taken);
            var content = gathering.gather(
                    evaluation, taken.turn(), standing.desk(actor), (done, steps) -> beat(taken, done, steps));
            finish(taken, actor, frozen.of(content));
        } catch (TakenOver other) {
            log.info("report {} is written by another", taken.id());
        } catch (RuntimeException fault) {
            log.error("report {} could not be made, attempt {}", taken.id(), taken.attempts(), fault);
            giveBack(taken);
        }
    }

    private Actor actor(Taken taken) {
        var name = names.of(List.of(taken.askedBy())).getOrDefault(taken.askedBy(), "");
        return new Actor(taken.askedBy(), Actor.Kind.STAFF, name, taken.represented(), "");
    }

    private Optional<Taken> take() {
        return database.sql("""
                        update ledger.evaluation_report
                        set state = 'WRITING', attempts = attempts + 1, beat_at = :now, steps_done = 0, steps = 0
                        where id = (select id from ledger.evaluation_report
                                     where state = 'WAITING' or state = 'WRITING' and beat_at < :silent
                                     order by asked_at limit 1 for update skip locked)
                        returning id, evaluation_id as evaluation, turn, attempts, asked_by, represented
                        """)
                .param("now", now())
                .param("silent", now().minus(SILENCE))
                .query(Taken.class)
                .optional();
    }

    /** Those that were begun often enough, and whose writer fell silent each time. */
    private void giveUpLost() {
        database.sql("""
                        update ledger.evaluation_report set state = 'BROKEN', ended_at = :now
                        where state = 'WRITING' and beat_at < :silent and attempts >= :most
                        """)
                .param("now", now())
                .param("silent", now().minus(SILENCE))
                .param("most", MOST_ATTEMPTS)
                .update();
    }

    private void beat(Taken taken, int done, int steps) {
        int mine = database.sql("""
                        update ledger.evaluation_report set beat_at = :now, steps_done = :done, steps = :steps
                        where id = :id and state = 'WRITING' and attempts = :attempts
                        """)
                .param("id", taken.id())
                .param("attempts", taken.attempts())
                .param("now", now())
                .param("done", done)
                .param("steps", steps)
                .update();
        if (mine == 0) {
            throw new TakenOver();
        }
    }

    private void finish(Taken taken, Actor actor, String content) {
        transaction.executeWithoutResult(begun -> {
            int mine = database.sql("""
                            update ledger.evaluation_report
                            set state = 'DONE', content = :content::jsonb, checksum = :checksum, ended_at = :now, steps_done = steps
                            where id = :id and state = 'WRITING' and attempts = :attempts
                            """)
                    .param("id", taken.id())
                    .param("attempts", taken.attempts())
                    .param("content", content)
                    .param("checksum", Frozen.checksum(content))
                    .param("now", now())
                    .update();
            if (mine == 0) {
                throw new TakenOver();
            }
            var evaluation = evaluations.get(new EvaluationId(taken.evaluation()));
            trail.record(
                    actor,
                    Act.of("evaluation.act.reported", "evaluation", evaluation.id(), evaluation.name())
                            .in(evaluation.region())
                            .changed("evaluation.report.turn", null, taken.turn())
                            .changed("evaluation.checksum", null, Frozen.checksum(content)));
        });
    }

    private void giveBack(Taken taken) {
        boolean last = taken.attempts() >= MOST_ATTEMPTS;
        database.sql("""
                        update ledger.evaluation_report set state = :state, ended_at = :ended::timestamptz
                        where id = :id and state = 'WRITING' and attempts = :attempts
                        """)
                .param("id", taken.id())
                .param("attempts", taken.attempts())
                .param("state", (last ? ReportState.BROKEN : ReportState.WAITING).name())
                .param("ended", last ? now() : null)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
