package org.kepu.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
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
        database.sql("""
                insert into access.role_grant (holder, role, region, within, starts_at, given_by, given_at, reason)
                values (:holder, :role, :region, :region, :now, :program, :now, :reason)
                on conflict on constraint role_grant_given_once do nothing
                """)
                .param("holder", holder)
                .param("role", role.name())
                .param("region", region.value())
                .param("program", THE_PROGRAM)
                .param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
