package org.kepu.indicator;

import java.util.List;
import java.util.Set;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The marks of persons in facts. Erasure puts a mark of chance in the place of a person's: whoever was counted stays counted
 * once, and nobody can be found by a number any more.
 */
@Component
class PersonsInFacts implements PersonalData {

    private static final String PURPOSE = "distinct-persons";
    private static final String MARK = "indicator.fact_person.person";

    private final JdbcClient database;
    private final PersonMarks marks;

    PersonsInFacts(JdbcClient database, PersonMarks marks) {
        this.database = database;
        this.marks = marks;
    }

    @Override
    public String source() {
        return "indicator.fact_person";
    }

    @Override
    public String messageKey() {
        return "history.persons";
    }

    @Override
    public Set<String> columns() {
        return Set.of(MARK);
    }

    /** What the person took part in. */
    @Override
    public List<Held> find(Subject subject) {
        return database.sql("""
                        select fact.day || ' ' || fact.title as part
                        from indicator.fact_person join indicator.fact on fact.id = fact_person.fact
                        where person = any(:marks)
                        group by fact.source, fact.source_id, fact.day, fact.title
                        having sum(fact.weight) > 0
                        order by fact.day, fact.title
                        """).param("marks", marks(subject)).query(String.class).list().stream()
                .map(part -> new Held(PURPOSE, MARK, part))
                .toList();
    }

    @Override
    public Erased erase(Subject subject) {
        int anonymised = database.sql("""
                        with chance as materialized (
                            select mark, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as other
                            from unnest(:marks) as mark
                        )
                        update indicator.fact_person set person = other from chance where person = mark
                        """).param("marks", marks(subject)).update();
        return new Erased(0, anonymised, 0);
    }

    @Override
    public int left(Subject subject) {
        return database.sql("select count(*) from indicator.fact_person where person = any(:marks)")
                .param("marks", marks(subject))
                .query(Integer.class)
                .single();
    }

    private byte[][] marks(Subject subject) {
        return subject.values().stream()
                .map(marks::of)
                .map(PersonMark::bytes)
                .distinct()
                .toArray(byte[][]::new);
    }
}
