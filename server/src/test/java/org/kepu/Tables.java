package org.kepu;

import org.flywaydb.core.Flyway;
import org.kepu.postgres.Logins;

/** All tables of the program as it begins with them, for databases that are copied. */
public final class Tables {

    private Tables() {}

    /** Makes them in an empty database, to which nobody is connected afterwards. */
    public static void make(Logins logins) {
        var owner = logins.owner();
        new ModuleMigrations(logins.application().user())
                .migrate(Flyway.configure()
                        .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                        .load());
    }
}
