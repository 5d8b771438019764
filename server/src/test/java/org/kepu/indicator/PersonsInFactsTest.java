package org.kepu.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.COMMUNITY;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.privacy.Contact;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class PersonsInFactsTest {

    private static final Subject PERSON =
            new Subject(UUID.randomUUID(), List.of(new Contact("13900000001"), new Contact("person@example.org")));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PersonsInFacts persons;

    @Autowired
    private PersonMarks marks;

    @Autowired
    private JdbcClient database;

    private GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
        for (int i = 0; i < 3; i++) {
            given.record(given.fact("TRAINING", "2025-03-05", COMMUNITY)
                    .of(Set.of(marks.of("13900000001"), marks.of("person@example.org"), marks.of("13900000002"))));
        }
    }

    @Test
    void a_person_reads_what_they_were_counted_in() {
        assertThat(persons.find(PERSON))
                .extracting(PersonalData.Held::value)
                .containsExactly("2025-03-05 一场TRAINING", "2025-03-05 一场TRAINING", "2025-03-05 一场TRAINING");
        assertThat(persons.left(PERSON)).isEqualTo(6);
    }

    @Test
    void who_is_erased_stays_counted_once_and_is_found_by_nobody() {
        assertThat(persons.erase(PERSON)).isEqualTo(new PersonalData.Erased(0, 6, 0));
        assertThat(persons.left(PERSON)).isZero();
        assertThat(persons.find(PERSON)).isEmpty();
        assertThat(count("select count(distinct person) from indicator.fact_person"))
                .isEqualTo(3);
        assertThat(count("select count(*) from indicator.fact_person")).isEqualTo(9);
        assertThat(persons.erase(PERSON)).isEqualTo(PersonalData.Erased.NOTHING);
        assertThat(persons.left(new Subject(UUID.randomUUID(), List.of(new Contact("13900000002")))))
                .isEqualTo(3);
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
