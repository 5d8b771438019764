package org.kepu.plan;

import java.util.Arrays;
import java.util.List;
import org.kepu.page.Hit;
import org.kepu.page.SearchSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds plans in force by their title, number and issuer. All words must occur. */
@Component
@Order(10)
class PlanSearch implements SearchSource {

    private final JdbcClient database;

    PlanSearch(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String label() {
        return "plan.search.plans";
    }

    @Override
    public List<Hit> find(String words, int limit) {
        return database.sql("""
                select id, title, coalesce(document_number, '') as excerpt
                  from plan.plan
                 where concat_ws(' ', title, document_number, issuer) ilike all (:patterns)
                 order by period_from desc, region_code limit :limit
                """)
                .param("patterns", patterns(words))
                .param("limit", limit)
                .query((row, i) ->
                        new Hit(row.getString("title"), "/plans/" + row.getString("id"), row.getString("excerpt")))
                .list();
    }

    /** One pattern a word; the signs that mean something to LIKE mean themselves. */
    static String[] patterns(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }
}
