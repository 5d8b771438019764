package org.kepu.access;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kepu.audit.PersonNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of those who hold accounts, for the audit trail. */
@Component
class AccountNames implements PersonNames {

    private final JdbcClient database;

    AccountNames(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> accounts) {
        return database
                .sql("select id, display_name from access.account where id = any(:accounts)")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("display_name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Set<UUID> named(String typed) {
        return database.sql("""
                select id from access.account
                where strpos(lower(display_name), lower(:typed)) > 0 or strpos(name, lower(:typed)) > 0
                """).param("typed", typed.strip()).query(UUID.class).set();
    }
}
