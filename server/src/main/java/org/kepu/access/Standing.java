package org.kepu.access;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.kepu.shared.Desk;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What an actor may do at this moment, from the grants that hold at this moment: asked anew for each request, so that a
 * grant that is given, ends or is taken back counts from the next click on.
 */
@Service
public class Standing {

    private final JdbcClient database;
    private final Clock clock;

    Standing(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Held(
            Role role,
            @Nullable String region,
            @Nullable UUID body,
            @Nullable UUID plan) {}

    /** Everything the actor may do somewhere. */
    public Set<Right> rights(Actor actor) {
        return held(actor).stream()
                .flatMap(grant -> grant.role().rights().stream())
                .collect(toSet());
    }

    /** Where the actor may exercise a right; nowhere if no grant says so. */
    public Scope scope(Actor actor, Right right) {
        var regions = new HashSet<RegionCode>();
        var bodies = new HashSet<BodyId>();
        var plans = new HashSet<PlanId>();
        for (var grant : held(actor)) {
            if (grant.role().rights().contains(right)) {
                if (grant.region() != null) {
                    regions.add(new RegionCode(grant.region()));
                }
                if (grant.body() != null) {
                    bodies.add(new BodyId(grant.body()));
                }
                if (grant.plan() != null) {
                    plans.add(new PlanId(grant.plan()));
                }
            }
        }
        return new Scope(actor, right, LocalDate.now(clock), regions, bodies, plans);
    }

    /** The actor with the reach of each right. */
    public Desk desk(Actor actor) {
        return new Desk() {
            @Override
            public Actor actor() {
                return actor;
            }

            @Override
            public Scope scope(Right right) {
                return Standing.this.scope(actor, right);
            }
        };
    }

    /** Whoever acts in another's place has that other's grants, but never those of the three separate hands. */
    private List<Held> held(Actor actor) {
        var represented = actor.represented();
        return database
                .sql("""
                select role, role_grant.region, role_grant.body, plan
                from access.role_grant join access.account on account.id = holder
                where holder = :holder and starts_at <= :now and (ends_at is null or ends_at > :now)
                  and revoked_at is null and closed_at is null
                """)
                .param("holder", represented == null ? actor.account() : represented)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Standing::held)
                .list()
                .stream()
                .filter(grant -> represented == null || !grant.role().isSeparate())
                .toList();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                Role.valueOf(row.getString("role")),
                row.getString("region"),
                row.getObject("body", UUID.class),
                row.getObject("plan", UUID.class));
    }
}
