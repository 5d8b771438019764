package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.GivenFacts;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody acts for a body whose account is open, was taken up and holds the right now. */
@OnPostgres
class ClerksOfBodiesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ClerksOfBodies clerks;

    @Autowired
    GivenAccounts accounts;

    @Autowired
    JdbcClient database;

    private final BodyId one = new BodyId(UUID.randomUUID());
    private final BodyId other = new BodyId(UUID.randomUUID());

    @BeforeEach
    void clear() {
        GivenFacts.onCleanGround(context);
    }

    private List<BodyId> present(Right right) {
        var present = clerks.present(right, List.of(one, other), List.of(GivenAccounts.TOP, GivenFacts.KUNDULUN));
        return List.of(one, other).stream().filter(present::contains).toList();
    }

    private void told(String sql, GivenAccounts.Given who) {
        database.sql(sql).param("account", who.account()).update();
        assertThat(present(Right.CLAIM_ORDERS)).as(sql).isEmpty();
    }

    @Test
    void somebody_acts_for_a_body_as_long_as_an_open_account_may() {
        assertThat(present(Right.CLAIM_ORDERS)).isEmpty();
        var clerk = accounts.of(one, GivenFacts.KUNDULUN);
        assertThat(present(Right.CLAIM_ORDERS)).containsExactly(one);
        assertThat(present(Right.DISPATCH_ORDERS)).as("not their right").isEmpty();
        told("update access.account set closed_at = now() where id = :account", clerk);
        database.sql("update access.account set closed_at = null where id = :account")
                .param("account", clerk.account())
                .update();
        assertThat(present(Right.CLAIM_ORDERS)).containsExactly(one);
        told("""
                insert into access.invitation (account, token_hash, invited_by, invited_at, expires_at)
                values (:account, sha256('x'), gen_random_uuid(), now(), now() + interval '1 day')
                """, clerk);
        database.sql("update access.invitation set accepted_at = now()").update();
        assertThat(present(Right.CLAIM_ORDERS)).containsExactly(one);
        told("update access.role_grant set ends_at = now() where holder = :account and starts_at < now()", clerk);
    }

    @Test
    void whoever_may_in_the_division_may_for_all_bodies_of_it() {
        accounts.with(Role.DEPARTMENT_CLERK, GivenFacts.QINGSHAN);
        assertThat(present(Right.CLAIM_ORDERS)).as("a neighbour").isEmpty();
        accounts.with(Role.DEPARTMENT_CLERK, GivenFacts.KUNDULUN);
        assertThat(present(Right.CLAIM_ORDERS)).containsExactly(one, other);
    }
}
