package org.kepu.plan.levels;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.UUID;
import org.kepu.plan.DocumentJson;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.shared.PlanId;
import org.kepu.shared.PublicKnowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Plans in force as the comparison reads them. */
@Service
@PublicKnowledge("an issued plan is a public document")
public class ConfirmedPlans {

    private final JdbcClient database;
    private final DocumentJson json;

    ConfirmedPlans(JdbcClient database, DocumentJson json) {
        this.database = database;
        this.json = json;
    }

    /** What a plan was confirmed as. */
    public ParsedPlan structure(PlanId id) {
        return database.sql("select structure from plan.draft where id = :id and confirmed_at is not null")
                .param("id", id.value())
                .query((row, i) -> json.structure(row.getString("structure")))
                .single();
    }

    /** Measures by their place as the comparison names it, as in {@code ACTION/1/2}. */
    public Map<String, UUID> measures(PlanId id) {
        record Named(String place, UUID measure) {}
        return database.sql("""
                select programme.kind || '/' || programme.ordinal || '/' || measure.ordinal as place, measure.id as measure
                  from plan.measure join plan.programme on programme.id = programme_id
                 where measure.plan_id = :plan
                """).param("plan", id.value()).query(Named.class).list().stream()
                .collect(toMap(Named::place, Named::measure));
    }
}
