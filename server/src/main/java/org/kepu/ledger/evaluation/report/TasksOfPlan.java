package org.kepu.ledger.evaluation.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.ledger.evaluation.Evaluation;
import org.kepu.ledger.evaluation.EvaluationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger says of a plan for its report: how its tasks stand, what was said of them, how many bodies took part. */
@Component
class TasksOfPlan {

    private static final int SAID = 3;

    private final JdbcClient database;

    TasksOfPlan(JdbcClient database) {
        this.database = database;
    }

    /**
     * How the tasks of a measure stand in the last year that has any.
     *
     * @param waiting not taken up, or taken up and not begun
     */
    record Standing(UUID measure, int year, int done, int going, int waiting, int carried) {

        static final Standing NONE = new Standing(new UUID(0, 0), 0, 0, 0, 0, 0);
    }

    /** How many bodies are evaluated, have scored themselves, and know their settled result. */
    record Counts(int asked, int scored, int settled) {}

    private record Said(UUID measure, String words) {}

    /** By measure. */
    Map<UUID, Standing> standings(Evaluation evaluation) {
        return database
                .sql("""
                        select measure_id as measure, year, count(*) filter (where state = 'DONE') as done,
                               count(*) filter (where state = 'IN_PROGRESS') as going,
                               count(*) filter (where state in ('ASSIGNED', 'TAKEN_UP')) as waiting,
                               count(*) filter (where state = 'CARRIED_OVER') as carried
                        from ledger.task
                        where plan_id = :plan
                          and year = (select max(last.year) from ledger.task last
                                       where last.measure_id = task.measure_id and last.year between :first and :last)
                        group by measure_id, year
                        """)
                .param("plan", evaluation.plan().value())
                .param("first", evaluation.from().getYear())
                .param("last", evaluation.to().getYear())
                .query(Standing.class)
                .list()
                .stream()
                .collect(toMap(Standing::measure, standing -> standing));
    }

    /** By measure: of each body what it said last and the office accepted, the leads first. */
    Map<UUID, List<String>> said(Evaluation evaluation) {
        return database
                .sql("""
                        select measure, words from (
                            select measure, words, row_number() over (partition by measure order by role, written) as place from (
                                select distinct on (line.measure_id, sheet.body_id) line.measure_id as measure, line.role, sheet.written,
                                       sheet.written || '：' || line.text as words
                                from ledger.line join ledger.sheet on sheet.id = line.sheet_id
                                     join ledger.asking on asking.id = sheet.asking_id
                                where sheet.plan_id = :plan and sheet.state = 'ACCEPTED' and line.answer = 'PROGRESS'
                                  and asking.covers_to between :from and :to
                                order by line.measure_id, sheet.body_id, asking.covers_to desc, line.id) last) ordered
                        where place <= :most order by measure, place
                        """)
                .param("plan", evaluation.plan().value())
                .param("from", evaluation.from())
                .param("to", evaluation.to())
                .param("most", SAID)
                .query(Said.class)
                .list()
                .stream()
                .collect(groupingBy(Said::measure, mapping(Said::words, toList())));
    }

    Counts counts(EvaluationId id) {
        return database.sql("""
                        select count(*) as asked,
                               count(*) filter (where exists (select from ledger.evaluation_mark
                                                               where evaluated_id = evaluated.id and hand = 'SELF')) as scored,
                               count(*) filter (where state = 'SETTLED') as settled
                        from ledger.evaluated where evaluation_id = :id
                        """).param("id", id.value()).query(Counts.class).single();
    }
}
