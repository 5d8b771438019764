package org.kepu.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.privacy.GivenPersons;
import org.kepu.privacy.erasure.ErasingPersons;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class OldInvitationsTest {

    @Autowired
    private GivenPersons given;

    @Autowired
    private GivenAccounts accounts;

    @Autowired
    private OldInvitations old;

    @Autowired
    private ErasingPersons erasing;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void clear() {
        given.onCleanGround();
        database.sql("delete from access.invitation").update();
        database.sql("delete from privacy.erasure_step").update();
        database.sql("delete from privacy.erasure").update();
    }

    @Test
    void who_never_came_is_forgotten_who_came_stays_and_for_whom_a_role_waits_stays_too() {
        var accepted = invited("accepted", 200, "accepted_at = invited_at");
        var came = invited("came", 200, "channel = null");
        database.sql("update access.account set last_visit = current_date where id = :came")
                .param("came", came)
                .update();
        var withdrawn = invited("withdrawn", 200, "withdrawn_at = invited_at, withdrawn_by = gen_random_uuid()");
        var lapsed = invited("lapsed", 200, "channel = null");
        var awaited = accounts.with(Role.LEADER, GivenAccounts.TOP).account();
        invite(awaited, 200, "channel = null");
        var late = invited("late", 20, "channel = null");

        var limit = Instant.now().minus(Duration.ofDays(180));
        Integer removed = transaction.execute(status -> old.removeOlderThan(limit));
        assertThat(removed).isEqualTo(4);
        Integer again = transaction.execute(status -> old.removeOlderThan(limit));
        assertThat(again).as("none is found again").isZero();
        assertThat(waiting()).containsExactlyInAnyOrder(withdrawn, lapsed, awaited, late);
        database.sql("select id from privacy.erasure").query(UUID.class).list().forEach(erasing::run);

        assertThat(waiting()).containsExactlyInAnyOrder(awaited, late);
        assertThat(database.sql("select id from access.account where display_name like '受邀%'")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(accepted, came, late);
    }

    private UUID invited(String name, int daysAgo, String state) {
        var account = database.sql("""
                insert into access.account (name, display_name, password_hash, created_at)
                values (:name, '受邀' || :name, 'none', now()) returning id
                """)
                .param("name", name + "-" + UUID.randomUUID())
                .query(UUID.class)
                .single();
        invite(account, daysAgo, state);
        return account;
    }

    private void invite(UUID account, int daysAgo, String state) {
        database.sql("""
                insert into access.invitation (account, token_hash, invited_by, invited_at, expires_at)
                values (:account, sha256(:account::text::bytea), gen_random_uuid(), now() - make_interval(days => :ago),
                        now() - make_interval(days => :ago) + interval '7 days')
                """).param("account", account).param("ago", daysAgo).update();
        database.sql("update access.invitation set " + state + " where account = :account")
                .param("account", account)
                .update();
    }

    private List<UUID> waiting() {
        return database.sql("select account from access.invitation")
                .query(UUID.class)
                .list();
    }
}
