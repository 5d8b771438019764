package org.kepu.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether anybody is there who acts for a body: what is sent to one for which nobody acts waits for nobody. */
@Service
public class ClerksOfBodies {

    private final JdbcClient database;
    private final Clock clock;

    ClerksOfBodies(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Those of the bodies for which an open account, whose invitation was taken up if there was one, may exercise a right now.
     *
     * @param along the divisions down to the one in question: whoever may in one of these, may for all bodies
     */
    public Set<BodyId> present(Right right, Collection<BodyId> bodies, Collection<RegionCode> along) {
        var held = database.sql("""
                        select distinct role_grant.body
                        from access.role_grant join access.account on account.id = holder
                        where (role_grant.body = any (:bodies) or role_grant.region = any (:along)) and role = any (:roles)
                          and starts_at <= :now and (ends_at is null or ends_at > :now) and revoked_at is null and closed_at is null
                          and not exists (select from access.invitation
                                          where invitation.account = account.id and accepted_at is null)
                        """)
                .param("bodies", bodies.stream().map(BodyId::value).toArray(UUID[]::new))
                .param("along", along.stream().map(RegionCode::value).toArray(String[]::new))
                .param(
                        "roles",
                        Arrays.stream(Role.values())
                                .filter(role -> role.rights().contains(right))
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getObject("body", UUID.class)))
                .set();
        return bodies.stream()
                .filter(body -> held.contains(Optional.of(body.value())) || held.contains(Optional.empty()))
                .collect(toUnmodifiableSet());
    }
}
