package org.kepu.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kepu.audit.chain.Entry;
import org.kepu.audit.chain.Sealing;
import org.kepu.shared.Actor;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.ObjectMapper;

/** The audit trail: what is written here stands, with the change it tells of or not at all. */
@Service
public class Trail {

    private final JdbcClient database;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;

    /** One for all acts: a transaction takes it once, however many acts it records. */
    private final TransactionSynchronization sealing;

    Trail(JdbcClient database, Vault vault, ObjectMapper json, Clock clock, Sealing sealing) {
        this.database = database;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.sealing = new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sealing.soon();
            }
        };
    }

    /** Writes an act down, in the transaction of the change it tells of; there must be one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor who, Act act) {
        var region = act.region();
        write(new Entry(
                UUID.randomUUID(),
                clock.instant(),
                who.account(),
                who.kind().name(),
                who.kind() == Actor.Kind.PROGRAM ? who.name() : "",
                who.represented(),
                who.address(),
                act.key(),
                act.kind(),
                act.object(),
                act.label(),
                region == null ? null : region.value(),
                act.subject(),
                json.writeValueAsString(act.changes()),
                act.reason()));
        TransactionSynchronizationManager.registerSynchronization(sealing);
    }

    private void write(Entry entry) {
        database.sql("""
                insert into audit.entry (id, at, actor, actor_kind, actor_name, represented, address, act, object_kind, object,
                                         label, region, subject, changes, reason, mark)
                values (:id, :at, :actor, :actorKind, :actorName, :represented, :address, :act, :kind, :object,
                        :label, :region, :subject, :changes::json, :reason, :mark)
                """)
                .param("id", entry.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("actorKind", entry.actorKind())
                .param("actorName", entry.actorName())
                .param("represented", entry.represented())
                .param("address", entry.address())
                .param("act", entry.act())
                .param("kind", entry.objectKind())
                .param("object", entry.object())
                .param("label", entry.label())
                .param("region", entry.region())
                .param("subject", entry.subject())
                .param("changes", entry.changes())
                .param("reason", entry.reason())
                .param("mark", vault.mac(Entry.MARK, entry.canonical()))
                .update();
    }
}
