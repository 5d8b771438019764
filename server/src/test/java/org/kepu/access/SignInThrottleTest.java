package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.SignInRule.Door;
import org.kepu.guard.LimitsOfTests;
import org.kepu.page.RunningSite;
import org.kepu.vault.Vault;
import org.kepu.vault.Watch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInThrottleTest extends RunningSite {

    private static final String ANNE = "anne";
    private static final String BATU = "batu";
    private static final String OFFICE = "10.1.1.1";
    private static final String HOME = "10.2.2.2";
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration JUST_UNDER = WINDOW.minusMillis(1);

    @Autowired
    private JdbcClient database;

    @Autowired
    private LockOuts lockOuts;

    @Autowired
    private Vault vault;

    private final Watch watch = new Watch(Instant.parse("2026-03-05T01:00:00Z"));
    private SignInThrottle throttle;

    @BeforeEach
    @AfterEach
    void nothingHasBeenTried() {
        database.sql("delete from guard.attempt").update();
        throttle = new SignInThrottle(LimitsOfTests.at(watch, database, vault), lockOuts);
    }

    @Test
    void a_name_is_tried_five_times_from_one_address_and_again_when_the_wait_is_over() {
        assertThat(tries(7, ANNE, OFFICE)).containsExactly(true, true, true, true, true, false, false);
        watch.forward(JUST_UNDER);
        assertThat(throttle.admits(Door.PASSWORD, ANNE, OFFICE)).isFalse();
        watch.forward(Duration.ofMillis(1));
        assertThat(tries(6, ANNE, OFFICE)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void a_locked_name_locks_neither_another_name_nor_its_owner_elsewhere() {
        tries(200, ANNE, OFFICE);
        assertThat(throttle.admits(Door.PASSWORD, BATU, OFFICE)).isTrue();
        assertThat(throttle.admits(Door.PASSWORD, ANNE, HOME)).isTrue();
    }

    @Test
    void an_address_may_try_fifty_times_whatever_the_names_and_again_when_the_wait_is_over() {
        assertThat(admitted(60, person -> throttle.admits(Door.PASSWORD, "name" + person, OFFICE)))
                .isEqualTo(50);
        assertThat(throttle.admits(Door.PASSWORD, BATU, OFFICE)).isFalse();
        assertThat(throttle.admits(Door.PASSWORD, BATU, HOME)).isTrue();
        watch.forward(WINDOW);
        assertThat(throttle.admits(Door.PASSWORD, BATU, OFFICE)).isTrue();
    }

    @Test
    void a_name_is_tried_a_hundred_times_from_all_addresses_together() {
        assertThat(admitted(110, person -> throttle.admits(Door.PASSWORD, ANNE, "10.3.3." + person)))
                .isEqualTo(100);
        assertThat(throttle.admits(Door.PASSWORD, BATU, "10.3.3.1")).isTrue();
        watch.forward(WINDOW);
        assertThat(throttle.admits(Door.PASSWORD, ANNE, HOME)).isTrue();
    }

    @Test
    void a_network_of_ipv6_counts_as_one_address() {
        assertThat(admitted(8, person -> throttle.admits(Door.PASSWORD, ANNE, "2001:db8:0:1::" + person)))
                .isEqualTo(5);
        assertThat(throttle.admits(Door.PASSWORD, ANNE, "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void those_who_try_at_the_same_moment_are_all_counted() {
        assertThat(Together.together(40, person -> throttle.admits(Door.PASSWORD, ANNE, OFFICE)).stream()
                        .filter(admitted -> admitted))
                .hasSize(5);
    }

    @Test
    void a_right_password_begins_the_count_of_its_name_anew() {
        tries(4, ANNE, OFFICE);
        assertThat(throttle.admits(Door.PASSWORD, ANNE, OFFICE)).isTrue();
        throttle.forgive(Door.PASSWORD, ANNE, OFFICE);
        assertThat(tries(6, ANNE, OFFICE)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void right_passwords_use_up_no_tries_of_an_office() {
        for (int i = 0; i < 70; i++) {
            var name = "name" + i;
            assertThat(throttle.admits(Door.PASSWORD, name, OFFICE)).isTrue();
            throttle.forgive(Door.PASSWORD, name, OFFICE);
        }
    }

    @Test
    void neither_an_address_that_is_shut_nor_time_gone_by_fills_the_table() {
        admitted(500, person -> throttle.admits(Door.PASSWORD, "name" + person, OFFICE));
        assertThat(rows()).isLessThanOrEqualTo(102);
        watch.forward(WINDOW);
        throttle.admits(Door.PASSWORD, ANNE, HOME);
        assertThat(rows()).isEqualTo(SignInRule.at(Door.PASSWORD).size());
    }

    @Test
    void what_was_typed_as_a_name_is_not_written_down() {
        throttle.admits(Door.PASSWORD, "my secret, typed into the wrong field", OFFICE);
        var written = database.sql("select string_agg(a::text, ' ') from guard.attempt a")
                .query(String.class)
                .single();
        assertThat(written).doesNotContain("secret").doesNotContain(OFFICE);
    }

    @Test
    void a_telephone_number_is_not_found_by_trying_the_digests_of_all_numbers() throws NoSuchAlgorithmException {
        throttle.admits(Door.MESSAGE, "13800000001", OFFICE);
        var digest = MessageDigest.getInstance("SHA-256").digest("13800000001".getBytes(StandardCharsets.UTF_8));
        assertThat(database.sql("select subject from guard.attempt")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .doesNotContain(HexFormat.of().formatHex(digest));
    }

    private List<Boolean> tries(int times, String name, String address) {
        return IntStream.range(0, times)
                .mapToObj(time -> throttle.admits(Door.PASSWORD, name, address))
                .toList();
    }

    private static long admitted(int people, java.util.function.IntPredicate tries) {
        return IntStream.range(0, people).filter(tries).count();
    }

    private int rows() {
        return database.sql("select count(*) from guard.attempt")
                .query(Integer.class)
                .single();
    }
}
