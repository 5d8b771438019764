package org.kepu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.privacy.Consents.How;
import org.kepu.privacy.Consents.Kind;
import org.kepu.privacy.GivenPersons.Person;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class ConsentsTest {

    private static int number = 5_000;

    @Autowired
    private GivenPersons given;

    @Autowired
    private Consents consents;

    @Autowired
    private Dependants dependants;

    @Autowired
    private JdbcClient database;

    private Person person;
    private Person neighbour;

    @BeforeEach
    void twoPeople() {
        person = given.person(number++);
        neighbour = given.person(number++);
        consents.give(neighbour.id(), "dependants", How.SCREEN, neighbour.actor());
    }

    @Test
    void the_last_word_counts_and_every_word_stays() {
        assertThat(consents.holds(person.id(), "dependants")).isFalse();
        consents.give(person.id(), "dependants", How.SCREEN, person.actor());
        assertThat(consents.holds(person.id(), "dependants")).isTrue();
        consents.withdraw(person.id(), "dependants", How.SCREEN, person.actor());
        assertThat(consents.holds(person.id(), "dependants")).isFalse();
        assertThat(consents.history(person.id()).stream().map(Consents.Event::kind))
                .containsExactly(Kind.WITHDRAWN, Kind.GIVEN);
        assertThat(consents.holds(neighbour.id(), "dependants")).isTrue();
    }

    @Test
    void a_word_is_neither_changed_nor_taken_away() {
        consents.give(person.id(), "dependants", How.SCREEN, person.actor());
        for (var forgery :
                new String[] {"update privacy.consent_event set kind = 'WITHDRAWN'", "delete from privacy.consent_event"
                }) {
            assertThatThrownBy(() -> database.sql(forgery).update()).hasStackTraceContaining("is written once");
        }
    }

    @Test
    void ten_clicks_are_one_word() {
        Together.together(10, one -> {
            consents.give(person.id(), "citizen-account", How.SCREEN, person.actor());
            return one;
        });
        assertThat(consents.history(person.id())).hasSize(1);
    }

    @Test
    void nobody_is_asked_to_agree_to_what_is_a_duty() {
        assertThatThrownBy(() -> consents.give(person.id(), "audit-trail", How.SCREEN, person.actor()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void children_rest_on_consent_and_go_with_it() {
        dependants.enter(person.actor(), person.child(), person.birth());
        dependants.enter(neighbour.actor(), neighbour.child(), neighbour.birth());
        assertThat(consents.holds(person.id(), "dependants")).isTrue();

        consents.withdraw(person.id(), "dependants", How.SCREEN, person.actor());

        assertThat(dependants.of(person.id())).isEmpty();
        assertThat(dependants.of(neighbour.id())).hasSize(1);
    }

    @Test
    void fourteen_is_counted_so_that_nobody_is_taken_for_older() {
        var child = new Dependant(person.id(), "孩子", java.time.YearMonth.of(2012, 6));
        assertThat(child.minor(java.time.LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(child.minor(java.time.LocalDate.of(2026, 7, 1))).isFalse();
    }
}
