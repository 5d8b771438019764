package org.kepu.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail for tests: empty first, then acts of a clerk. */
@Component
public class GivenTrail {

    private static final Actor CLERK = new Actor(
            UUID.fromString("00000000-0000-0000-0000-00000000000c"), Actor.Kind.STAFF, "clerk", null, "10.0.0.1");

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Sealing sealing;
    private final AuditSettings settings;

    GivenTrail(
            JdbcClient database,
            TransactionTemplate transaction,
            Trail trail,
            Sealing sealing,
            AuditSettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.trail = trail;
        this.sealing = sealing;
        this.settings = settings;
    }

    /** Takes all away, as only the superuser can. */
    public void clear() {
        sealing.all();
        superuser()
                .sql("truncate audit.entry, audit.link, audit.head, audit.verification restart identity")
                .update();
        try {
            Files.deleteIfExists(settings.file());
            if (settings.copy().isPresent()) {
                Files.deleteIfExists(settings.copy().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JdbcClient superuser() {
        return OnPostgres.Server.superuser(database);
    }

    public void record(Actor who, Act act) {
        transaction.executeWithoutResult(status -> trail.record(who, act));
    }

    /** So many acts, each in a transaction of its own. */
    public void acts(int count) {
        for (var i = 1; i <= count; i++) {
            record(CLERK, act(i));
        }
    }

    public static Act act(int number) {
        return Act.of("plan.act.confirmed", "plan", "plan-" + number, "方案" + number)
                .in(new RegionCode("152500"))
                .changed("state", "DRAFT", "IN_FORCE")
                .because("第" + number + "次");
    }

    /** The same, sealed. */
    public void sealedActs(int count) {
        acts(count);
        sealing.all();
    }

    /** The sealer of a node that died. */
    public Sealing dead() {
        var gone = new Sealing(database, transaction, settings);
        gone.destroy();
        return gone;
    }
}
