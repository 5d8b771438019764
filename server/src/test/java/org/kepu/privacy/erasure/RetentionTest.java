package org.kepu.privacy.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.audit.Trail;
import org.kepu.privacy.GivenPersons;
import org.kepu.privacy.Purposes;
import org.kepu.privacy.Retained;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class RetentionTest {

    @Autowired
    private GivenPersons given;

    @Autowired
    private Retention retention;

    @Autowired
    private ErasingPersons erasing;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void clear() {
        given.onCleanGround();
        database.sql("delete from notice.message").update();
        database.sql("delete from privacy.dependant").update();
        database.sql("delete from privacy.removal").update();
        database.sql("delete from privacy.erasure_step").update();
        database.sql("delete from privacy.erasure").update();
        database.sql("delete from access.account where kind = 'CITIZEN'").update();
    }

    @Test
    void what_is_older_than_the_register_says_is_removed_once_and_booked() {
        given.busy(501);
        database.sql("""
                update notice.message set queued_at = now() - interval '181 days'
                where id = (select id from notice.message order by id limit 1)
                """).update();

        Together.together(4, node -> {
            retention.remove();
            return node;
        });

        assertThat(database.sql("select count(*) from notice.message")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(retention.book(given.officer(Right.KEEP_PRIVACY)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.rule()).isEqualTo("notice.message");
                    assertThat(line.removed()).isEqualTo(1);
                });
    }

    @Test
    void one_rule_that_fails_does_not_keep_the_others_from_their_work() {
        given.busy(506);
        database.sql("update notice.message set queued_at = now() - interval '181 days'")
                .update();
        var failing = given.all(Retained.class).stream()
                .map(one -> one.rule().equals("notice.message") ? one : new Broken(one.rule()))
                .toList();

        new Retention(
                        given.bean(Purposes.class),
                        failing,
                        database,
                        given.bean(Trail.class),
                        given.bean(TransactionTemplate.class),
                        given.bean(Clock.class))
                .remove();

        assertThat(database.sql("select count(*) from notice.message")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private record Broken(String rule) implements Retained {
        @Override
        public int removeOlderThan(Instant limit) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void hundreds_are_forgotten_in_rounds_and_cannot_come_in_meanwhile() {
        for (var number = 2000; number < 2230; number++) {
            given.person(number);
        }
        database.sql("update access.account set created_at = now() - interval '800 days' where kind = 'CITIZEN'")
                .update();
        database.sql("update access.account set last_visit = current_date where id = :id")
                .param("id", given.person(2007).id())
                .update();

        retention.remove();
        retention.remove();

        assertThat(retention.book(given.officer(Right.KEEP_PRIVACY)))
                .filteredOn(line -> line.rule().equals("access.citizen"))
                .extracting(Retention.Removal::removed)
                .containsExactly(29, 100, 100);
        assertThat(database.sql("select id from access.account where kind = 'CITIZEN' and closed_at is null")
                        .query(UUID.class)
                        .list())
                .containsExactly(given.person(2007).id());
        database.sql("delete from access.account where kind = 'CITIZEN'").update();
    }

    @Test
    void citizens_who_have_not_come_for_two_years_are_forgotten_with_all_that_is_theirs() {
        var gone = given.busy(502);
        var never = given.person(503);
        var back = given.busy(504);
        var fresh = given.person(505);
        database.sql("delete from access.session where account = :gone")
                .param("gone", gone.id())
                .update();
        database.sql("update access.account set created_at = now() - interval '800 days' where id <> :fresh")
                .param("fresh", fresh.id())
                .update();
        database.sql("update access.account set last_visit = current_date - 735 where id = :gone")
                .param("gone", gone.id())
                .update();

        retention.remove();
        database.sql("select id from privacy.erasure").query(UUID.class).list().forEach(erasing::run);

        assertThat(database.sql("select id from access.account where kind = 'CITIZEN'")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(back.id(), fresh.id());
        assertThat(database.sql("select guardian from privacy.dependant")
                        .query(UUID.class)
                        .list())
                .containsExactly(back.id());
        assertThat(database.sql("select person from privacy.erasure where finished_at is not null")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(gone.id(), never.id());
        assertThat(retention.book(given.officer(Right.KEEP_PRIVACY)))
                .filteredOn(line -> line.rule().equals("access.citizen"))
                .singleElement()
                .satisfies(line -> assertThat(line.removed()).isEqualTo(2));
    }
}
