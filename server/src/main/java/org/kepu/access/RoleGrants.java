package org.kepu.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The grants on record. */
@Repository
class RoleGrants {

    private static final UUID THE_PROGRAM = new UUID(0, 0);

    private final JdbcClient database;
    private final Clock clock;

    RoleGrants(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What an account that the program opens begins with; again changes nothing. */
    void begin(UUID holder, Role role, RegionCode region, String reason) {
        begin(holder, role, region.value(), null, region, reason);
    }

    /** The same as a clerk of a body, which lies in this division. */
    void begin(UUID holder, Role role, BodyId body, RegionCode within, String reason) {
        begin(holder, role, null, body.value(), within, reason);
    }

    private void begin(
            UUID holder, Role role, @Nullable String region, @Nullable UUID body, RegionCode within, String reason) {
        database.sql("""
                insert into access.role_grant (holder, role, region, body, within, starts_at, given_by, given_at, reason)
                values (:holder, :role, :region, :body::uuid, :within, :now, :program, :now, :reason)
                on conflict on constraint role_grant_given_once do nothing
                """)
                .param("holder", holder)
                .param("role", role.name())
                .param("region", region)
                .param("body", body)
                .param("within", within.value())
                .param("program", THE_PROGRAM)
                .param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
