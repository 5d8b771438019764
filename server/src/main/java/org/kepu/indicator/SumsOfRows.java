package org.kepu.indicator;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.kepu.shared.PublicKnowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What the facts of a capability's own rows add up to, for the capability that told them: it knows which rows it means. Corrections
 * are counted, as everywhere.
 */
@Service
@PublicKnowledge("sums alone; who names the rows told them")
public class SumsOfRows {

    private final JdbcClient database;

    SumsOfRows(JdbcClient database) {
        this.database = database;
    }

    private record Sum(String name, long attendances) {}

    /**
     * How many came, by the name under which rows are asked for; a name without facts is not there.
     *
     * @param source by which the facts were told
     */
    public Map<String, Long> attendances(String source, Map<String, ? extends Collection<String>> rows) {
        var names = new ArrayList<String>();
        var ids = new ArrayList<String>();
        rows.forEach((name, of) -> of.forEach(id -> {
            names.add(name);
            ids.add(id);
        }));
        return database
                .sql("""
                        select wanted.name, sum(fact.attendances) as attendances
                        from unnest(:names::text[], :ids::text[]) as wanted (name, id)
                             join indicator.fact on fact.source = :source and fact.source_id = wanted.id
                        group by wanted.name
                        """)
                .param("names", names.toArray(String[]::new))
                .param("ids", ids.toArray(String[]::new))
                .param("source", source)
                .query(Sum.class)
                .list()
                .stream()
                .collect(toMap(Sum::name, Sum::attendances));
    }
}
