package org.kepu.access;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kepu.audit.PersonNames;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of those who hold accounts, for the audit trail. */
@Component
class AccountNames implements PersonNames {

    /** More than that are not meant. */
    private static final int MOST = 200;

    private final JdbcClient database;
    private final Vault vault;

    AccountNames(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
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
        return Contact.read(typed).flatMap(this::citizen).map(Set::of).orElseGet(() -> working(typed.strip()));
    }

    private Set<UUID> working(String typed) {
        return database.sql("""
                select id from access.account
                where kind <> 'CITIZEN'
                  and (strpos(lower(display_name), lower(:typed)) > 0 or strpos(name, lower(:typed)) > 0)
                order by display_name, id limit :most
                """)
                .param("typed", typed)
                .param("most", MOST)
                .query(UUID.class)
                .set();
    }

    private Optional<UUID> citizen(Contact contact) {
        return database.sql("select id from access.account where kind = 'CITIZEN' and %s_fingerprint = :print"
                        .formatted(contact.column()))
                .param("print", contact.fingerprint(vault))
                .query(UUID.class)
                .optional();
    }
}
