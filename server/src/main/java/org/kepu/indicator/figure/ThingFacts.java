package org.kepu.indicator.figure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to things of a register. Whoever asks has seen to it that the reader may know of the things. */
@Service
@Transactional(readOnly = true)
public class ThingFacts {

    private record Counted(String thing, String kind, long events) {}

    private final JdbcClient database;

    ThingFacts(JdbcClient database) {
        this.database = database;
    }

    /**
     * How often, by the code of the thing and then by the code of the kind of fact; what never happened is not there.
     *
     * @param about the kind of things, such as {@code SCHOOL}
     */
    public Map<String, Map<String, Long>> events(
            String about, Collection<String> things, Collection<String> kinds, Window window) {
        return database
                .sql("""
                        select thing.code as thing, kind.code as kind, sum(fact.events) as events
                        from indicator.thing join indicator.fact on fact.thing = thing.id
                             join indicator.kind on kind.id = fact.kind
                        where thing.kind = :about and thing.code = any(:things) and kind.code = any(:kinds)
                          and fact.day between :from and :to
                        group by thing.code, kind.code
                        """)
                .param("about", about)
                .param("things", things.toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("from", window.from())
                .param("to", window.to())
                .query(Counted.class)
                .list()
                .stream()
                .collect(groupingBy(Counted::thing, toMap(Counted::kind, Counted::events)));
    }
}
