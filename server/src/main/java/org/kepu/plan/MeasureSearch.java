package org.kepu.plan;

import java.util.Arrays;
import java.util.List;
import org.kepu.page.Hit;
import org.kepu.page.SearchSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds measures of plans in force by their words and by the bodies they name. All words must occur. */
@Component
@Order(20)
class MeasureSearch implements SearchSource {

    private static final int BEFORE = 20;
    private static final int AROUND = 80;

    private final JdbcClient database;

    MeasureSearch(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String label() {
        return "plan.search.measures";
    }

    @Override
    public List<Hit> find(String words, int limit) {
        return database.sql("""
                select measure.id, measure.plan_id, measure.title, measure.text
                  from plan.measure join plan.plan on plan.id = measure.plan_id
                 where measure.title || ' ' || measure.text || ' ' || coalesce(
                         (select string_agg(written, ' ') from plan.assignment where measure_id = measure.id), '')
                       ilike all (:patterns)
                 order by (measure.title ilike any (:patterns)) desc, plan.period_from desc, plan.region_code, measure.ordinal
                 limit :limit
                """)
                .param("patterns", PlanSearch.patterns(words))
                .param("limit", limit)
                .query((row, i) -> new Hit(
                        row.getString("title"),
                        "/plans/" + row.getString("plan_id") + "#node-" + row.getString("id"),
                        excerpt(row.getString("text"), words)))
                .list();
    }

    /** The stretch of the text where the first of the words stands. */
    private static String excerpt(String text, String words) {
        var first = Arrays.stream(words.strip().split("\\s+"))
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        var from = Math.max(0, first - BEFORE);
        var to = Math.min(text.length(), from + AROUND);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
