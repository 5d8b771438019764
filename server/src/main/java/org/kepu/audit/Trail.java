package org.kepu.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The audit trail: what is written here stands, with the change it tells of or not at all. */
@Service
public class Trail {

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Clock clock;

    Trail(JdbcClient database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Writes an act down, in the transaction of the change it tells of; there must be one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor who, Act act) {
        var region = act.region();
        database.sql("""
                insert into audit.entry (id, at, actor, actor_kind, actor_name, represented, address, act, object_kind, object,
                                         label, region, subject, changes, reason)
                values (:id, :at, :actor, :actorKind, :actorName, :represented, :address, :act, :kind, :object,
                        :label, :region, :subject, :changes::jsonb, :reason)
                """)
                .param("id", UUID.randomUUID())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", who.account())
                .param("actorKind", who.kind().name())
                .param("actorName", who.kind() == Actor.Kind.PROGRAM ? who.name() : "")
                .param("represented", who.represented())
                .param("address", who.address())
                .param("act", act.key())
                .param("kind", act.kind())
                .param("object", act.object())
                .param("label", act.label())
                .param("region", region == null ? null : region.value())
                .param("subject", act.subject())
                .param("changes", json.writeValueAsString(act.changes()))
                .param("reason", act.reason())
                .update();
    }
}
