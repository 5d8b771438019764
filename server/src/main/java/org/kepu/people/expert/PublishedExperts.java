package org.kepu.people.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Persons;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Experts of whom the public may read because they agreed to it: name, field, workplace; never how to reach them. */
@Service
@PublicKnowledge("each has agreed to be published")
public class PublishedExperts {

    private static final int MOST = 500;

    private final JdbcClient database;
    private final Persons persons;
    private final Clock clock;

    PublishedExperts(JdbcClient database, Persons persons, Clock clock) {
        this.database = database;
        this.persons = persons;
        this.clock = clock;
    }

    private record Row(UUID person, String region, String[] fields, String topics, String rank, String workplace) {}

    /** One as the public reads of them. */
    public record Card(
            String name, RegionCode region, List<String> fields, String topics, String rank, String workplace) {}

    /** @param field a code of GB/T 13745; null for all */
    List<Card> all(@Nullable String field) {
        return database
                .sql("""
                        select person, region, fields, topics, rank, workplace from people.expert
                        where published and left_on is null and :day between term_from and term_to
                          and (:field::text is null or :field = any(fields))
                        order by region, kept_at, id limit :most
                        """)
                .param("day", LocalDate.now(clock))
                .param("field", field)
                .param("most", MOST)
                .query((row, number) -> new Row(
                        row.getObject("person", UUID.class),
                        row.getString("region"),
                        (String[]) row.getArray("fields").getArray(),
                        row.getString("topics"),
                        row.getString("rank"),
                        row.getString("workplace")))
                .list()
                .stream()
                .flatMap(row -> persons.inFull(row.person()).stream()
                        .map(person -> new Card(
                                person.name(),
                                new RegionCode(row.region()),
                                List.of(row.fields()),
                                row.topics(),
                                row.rank(),
                                row.workplace())))
                .toList();
    }
}
