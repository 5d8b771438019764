package org.kepu;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings each module's schema up to date from its own folder, with its own history, in the order of dependence. */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final List<String> MODULES =
            List.of("audit", "notice", "privacy", "region", "body", "access", "plan", "ledger");

    @Override
    public void migrate(Flyway flyway) {
        for (var module : MODULES) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .defaultSchema(module)
                    .load()
                    .migrate();
        }
    }
}
