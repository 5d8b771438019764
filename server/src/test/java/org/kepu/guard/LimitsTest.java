package org.kepu.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.region.OnPostgres;
import org.kepu.vault.Vault;
import org.kepu.vault.Watch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class LimitsTest {

    private static final String OFFICE = "10.1.1.1";

    /** Five a minute, shut in doubt; and the same, open. */
    private enum Five implements Limit {
        SHUT(false),
        OPEN(true);

        private final boolean open;

        Five(boolean open) {
            this.open = open;
        }

        @Override
        public Bound bound() {
            return new Bound(5, Duration.ofMinutes(1), open);
        }
    }

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Vault vault;

    private final Watch watch = new Watch(Instant.parse("2026-03-05T01:00:00Z"));
    private Limits limits;

    @BeforeEach
    void nothing_has_been_counted() {
        database.sql("delete from guard.attempt").update();
        limits = new Limits(database, vault, watch);
    }

    private List<Boolean> tries(int times, Limit limit, String subject) {
        return IntStream.range(0, times)
                .mapToObj(time -> limits.admits(limit, subject))
                .toList();
    }

    @Test
    void so_many_are_let_in_within_the_window_and_again_after_it() {
        assertThat(tries(7, Five.SHUT, OFFICE)).containsExactly(true, true, true, true, true, false, false);
        watch.forward(Duration.ofMinutes(1).minusMillis(1));
        assertThat(limits.admits(Five.SHUT, OFFICE)).isFalse();
        watch.forward(Duration.ofMillis(1));
        assertThat(tries(6, Five.SHUT, OFFICE)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void each_subject_and_each_limit_is_counted_by_itself() {
        tries(6, Five.SHUT, OFFICE);
        assertThat(limits.admits(Five.SHUT, "10.2.2.2")).isTrue();
        assertThat(limits.admits(Five.OPEN, OFFICE)).isTrue();
        assertThat(limits.admits(List.of(Limits.Counted.everybody(Five.SHUT)))).isTrue();
    }

    @Test
    void of_forty_at_the_same_moment_five_come_in() {
        assertThat(Together.together(40, person -> limits.admits(Five.SHUT, OFFICE)))
                .filteredOn(admitted -> admitted)
                .hasSize(5);
    }

    @Test
    void what_is_given_back_is_not_held_against_the_next() {
        for (int i = 0; i < 20; i++) {
            assertThat(limits.admits(Five.SHUT, OFFICE)).isTrue();
            limits.giveBack(Five.SHUT, OFFICE);
        }
        assertThat(tries(6, Five.SHUT, OFFICE)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void only_the_first_that_is_too_many_is_told_apart() {
        tries(5, Five.SHUT, OFFICE);
        assertThat(limits.isShut(Five.SHUT, OFFICE)).isFalse();
        assertThat(limits.count(Five.SHUT, OFFICE)).isEqualTo(Limits.Count.FIRST_OVER);
        assertThat(limits.count(Five.SHUT, OFFICE)).isEqualTo(Limits.Count.OVER);
        assertThat(limits.isShut(Five.SHUT, OFFICE)).isTrue();
        watch.forward(Duration.ofMinutes(1));
        assertThat(limits.isShut(Five.SHUT, OFFICE)).isFalse();
    }

    @Test
    void who_is_forgotten_starts_afresh() {
        tries(6, Five.SHUT, OFFICE);
        limits.forget(Five.SHUT, OFFICE);
        assertThat(tries(6, Five.SHUT, OFFICE)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void within_a_transaction_nothing_is_counted_since_it_would_go_with_it() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(begun -> assertThatThrownBy(() -> limits.admits(Five.OPEN, OFFICE))
                        .isInstanceOf(IllegalTransactionStateException.class));
    }

    @Test
    void when_nothing_can_be_counted_a_door_is_open_or_fails_as_its_limit_says() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "none", "none");
        var blind = new Limits(JdbcClient.create(nowhere), vault, watch);
        assertThat(blind.admits(Five.OPEN, OFFICE)).isTrue();
        assertThatThrownBy(() -> blind.admits(Five.SHUT, OFFICE)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_flood_leaves_one_row_and_no_address_and_time_clears_it() {
        tries(200, Five.SHUT, OFFICE);
        assertThat(database.sql("select string_agg(a::text, ' ') from guard.attempt a")
                        .query(String.class)
                        .single())
                .contains("SHUT")
                .doesNotContain(OFFICE);
        assertThat(rows()).isEqualTo(1);
        watch.forward(Duration.ofMinutes(1));
        limits.admits(Five.OPEN, OFFICE);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_network_of_ipv6_is_one_place() {
        assertThat(Limits.place("2001:db8:0:1::7")).isEqualTo(Limits.place("2001:db8:0:1:ffff::1"));
        assertThat(Limits.place("2001:db8:0:2::7")).isNotEqualTo(Limits.place("2001:db8:0:1::7"));
        assertThat(Limits.place("10.1.1.1")).isEqualTo("10.1.1.1");
        assertThat(Limits.place("unknown")).isEqualTo("unknown");
    }

    private int rows() {
        return database.sql("select count(*) from guard.attempt")
                .query(Integer.class)
                .single();
    }
}
