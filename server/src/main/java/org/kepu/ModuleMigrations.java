package org.kepu;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings each module's schema up to date from its own folder, with its own history, in the order of dependence. Where
 * the schemas belong to another role than the one the program signs in as, that one is granted what it needs and no
 * more, anew at each start, so that tables of later migrations are included.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String KEEPS = "select, insert, update, delete";
    private static final String ONLY_ADDS = "select, insert";

    /** What the program may do with the rows of each module. */
    static final List<Module> MODULES = List.of(
            new Module("vault", KEEPS),
            new Module("guard", KEEPS),
            new Module("audit", ONLY_ADDS),
            new Module("calendar", KEEPS),
            new Module("notice", KEEPS),
            new Module("privacy", KEEPS),
            new Module("file", KEEPS),
            new Module("region", KEEPS),
            new Module("body", KEEPS),
            new Module("access", KEEPS),
            new Module("plan", KEEPS),
            new Module("indicator", KEEPS + ", maintain", List.of("fact")),
            new Module("ledger", KEEPS, List.of("task_evidence")),
            new Module("certificate", KEEPS),
            new Module("people", KEEPS, List.of("hours_entry", "point_entry")),
            new Module("activity", KEEPS),
            new Module("order", "orders", KEEPS, List.of("event")));

    /**
     * @param schema called like the module, unless that word is SQL's own
     * @param grow tables to which it may only add
     */
    record Module(String name, String schema, String rights, List<String> grow) {

        Module(String name, String rights) {
            this(name, rights, List.of());
        }

        Module(String name, String rights, List<String> grow) {
            this(name, name, rights, grow);
        }
    }

    /** Nodes that start together must not grant at the same moment. */
    private static final long ONE_AT_A_TIME = 0x6b657075_6772616eL;

    private final String application;

    ModuleMigrations(@Value("${spring.datasource.username}") String application) {
        this.application = application;
    }

    @Override
    public void migrate(Flyway flyway) {
        for (var module : MODULES) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + module.name())
                    .schemas(module.schema())
                    .defaultSchema(module.schema())
                    .load()
                    .migrate();
        }
        try (var owner = flyway.getConfiguration().getDataSource().getConnection()) {
            if (!owner.getMetaData().getUserName().equals(application)) {
                grant(owner);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rights in the database could not be granted", e);
        }
    }

    /** In one transaction: a program that already works never stands without its rights. */
    private void grant(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            var role = statement.enquoteIdentifier(application, true);
            statement.execute("select pg_advisory_xact_lock(" + ONE_AT_A_TIME + ")");
            for (var module : MODULES) {
                statement.execute("""
                        revoke all on all tables in schema %1$s from %2$s;
                        grant usage on schema %1$s to %2$s;
                        grant %3$s on all tables in schema %1$s to %2$s;
                        grant usage on all sequences in schema %1$s to %2$s;
                        revoke all on %1$s.flyway_schema_history from %2$s;
                        """.formatted(module.schema(), role, module.rights()));
                for (var table : module.grow()) {
                    statement.execute("revoke update, delete on %s.%s from %s".formatted(module.schema(), table, role));
                }
            }
        }
        owner.commit();
    }
}
