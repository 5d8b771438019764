package org.kepu.plan;

import java.util.List;
import java.util.UUID;
import org.kepu.plandoc.PlanComparison.Link.Kind;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which measures of an upper plan a measure takes up, and which lower measures take it up (G12-03). */
@Service
@Transactional(readOnly = true)
@PublicKnowledge("it compares public documents")
public class MeasureLinks {

    private final JdbcClient database;

    MeasureLinks(JdbcClient database) {
        this.database = database;
    }

    /**
     * A measure of another level.
     *
     * @param score how alike the two are, 0 to 1
     */
    public record Linked(
            MeasureId measure,
            String title,
            String programme,
            String plan,
            RegionCode region,
            Kind kind,
            double score) {}

    public List<Linked> above(MeasureId measure) {
        return linked(measure, "link.upper_measure", "link.lower_measure");
    }

    public List<Linked> below(MeasureId measure) {
        return linked(measure, "link.lower_measure", "link.upper_measure");
    }

    private List<Linked> linked(MeasureId measure, String there, String here) {
        return database.sql("""
                select measure.id, measure.title, programme.title as programme, plan.title as plan, plan.region_code,
                       link.kind, link.score
                  from plan.link
                  join plan.measure on measure.id = %s
                  join plan.programme on programme.id = measure.programme_id
                  join plan.plan on plan.id = measure.plan_id
                 where %s = :measure and link.state <> 'REMOVED'
                 order by plan.region_code, link.score desc
                """.formatted(there, here))
                .param("measure", measure.value())
                .query((row, i) -> new Linked(
                        new MeasureId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getString("programme"),
                        row.getString("plan"),
                        new RegionCode(row.getString("region_code")),
                        Kind.valueOf(row.getString("kind")),
                        row.getDouble("score")))
                .list();
    }
}
