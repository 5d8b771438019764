package org.kepu.access.people;

import static org.kepu.access.people.Grants.at;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.kepu.privacy.Forgetting;
import org.kepu.privacy.Kept;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invitations that are long over. Who took one up, keeps the account; who never came is forgotten with it, unless a role
 * waits: then an administrator decides.
 */
@Component
class OldInvitations implements Retained {

    private static final String OVER =
            "from access.invitation where coalesce(accepted_at, withdrawn_at, expires_at) < :limit and ";
    private static final String CAME = """
            (accepted_at is not null
             or exists (select from access.account where id = invitation.account and last_visit is not null))
            """;

    private final JdbcClient database;
    private final Kept kept;
    private final Forgetting forgetting;
    private final Clock clock;

    OldInvitations(JdbcClient database, Kept kept, Forgetting forgetting, Clock clock) {
        this.database = database;
        this.kept = kept;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "access.invitation";
    }

    /** Closes the accounts as it finds them, so that nobody comes in meanwhile and none is found again. */
    @Override
    public int removeOlderThan(Instant limit) {
        int over =
                database.sql("delete " + OVER + CAME).param("limit", at(limit)).update();
        var strangers = database.sql("""
                update access.account set closed_at = :now
                where closed_at is null and id in (select account
                """ + OVER + "not " + CAME + """
                )
                and not exists (
                    select from access.role_grant where holder = account.id and revoked_at is null)
                returning id
                """)
                .param("limit", at(limit))
                .param("now", at(clock.instant()))
                .query(UUID.class)
                .list();
        strangers.forEach(person -> forgetting.forget(kept.subject(person)));
        return over + strangers.size();
    }
}
