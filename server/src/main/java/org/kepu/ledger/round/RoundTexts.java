package org.kepu.ledger.round;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kepu.plan.MeasureId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was said of a measure in round after round. */
@Service
public class RoundTexts {

    private static final int MOST = 60;

    private final JdbcClient database;

    RoundTexts(JdbcClient database) {
        this.database = database;
    }

    /**
     * What one body said.
     *
     * @param name the round's
     * @param to the last day that it covers
     * @param written the body's name
     * @param accepted whether the office has accepted it
     */
    public record Said(
            UUID round,
            UUID sheet,
            String name,
            LocalDate to,
            String written,
            Answer answer,
            String text,
            int facts,
            boolean accepted) {}

    /** What was submitted within reach, the latest round first. */
    public List<Said> of(Scope scope, MeasureId measure) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("""
                        select round.id as round, sheet.id as sheet, round.name, asking.covers_to as "to", sheet.written, line.answer,
                               line.text, line.facts, sheet.state = 'ACCEPTED' as accepted
                        from ledger.line join ledger.sheet on sheet.id = line.sheet_id
                             join ledger.asking on asking.id = sheet.asking_id join ledger.round on round.id = asking.round_id
                        where line.measure_id = :measure and sheet.state in ('SUBMITTED', 'ACCEPTED') and
                        """ + ReadingSheets.REACHED + """
                        order by asking.covers_to desc, line.role, sheet.written, line.id limit :most
                        """)
                .param("measure", measure.value())
                .param("most", MOST)
                .params(scope.parameters())
                .query(Said.class)
                .list();
    }
}
