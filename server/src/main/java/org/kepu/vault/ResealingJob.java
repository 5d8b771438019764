package org.kepu.vault;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks now and then whether keys or cipher have changed, and then seals old values anew. */
@Component
class ResealingJob {

    private static final Logger log = LoggerFactory.getLogger(ResealingJob.class);

    private final Resealing resealing;
    private final KnownKeys known;
    private final Keys keys;

    ResealingJob(
            List<SealedColumns> modules,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Vault vault,
            KnownKeys known,
            Keys keys,
            Clock clock) {
        var columns =
                modules.stream().flatMap(module -> module.columns().stream()).toList();
        this.resealing = new Resealing(columns, database, new TransactionTemplate(transactions), vault, keys, clock);
        this.known = known;
        this.keys = keys;
    }

    @EventListener(ApplicationStartedEvent.class)
    void register() {
        resealing.register();
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void look() {
        try {
            known.remember(keys.ring());
            resealing.run();
        } catch (DataAccessException fault) {
            log.error("sealing anew stopped; it goes on from where it was", fault);
        }
    }
}
