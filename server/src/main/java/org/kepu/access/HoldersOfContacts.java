package org.kepu.access;

import java.util.Optional;
import java.util.UUID;
import org.kepu.privacy.ContactHolders;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds accounts by a contact that somebody tells the desk, read as at sign-in. */
@Component
class HoldersOfContacts implements ContactHolders {

    private final JdbcClient database;
    private final Vault vault;

    HoldersOfContacts(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public String plain(String typed) {
        return Contact.read(typed).map(Contact::plain).orElseGet(typed::strip);
    }

    @Override
    public Optional<Holder> holder(String typed) {
        return Contact.read(typed).flatMap(this::holder);
    }

    private Optional<Holder> holder(Contact contact) {
        return database.sql("""
                select id, kind = 'CITIZEN' as citizen from access.account where %s_fingerprint = :print
                order by citizen desc limit 1
                """.formatted(contact.column()))
                .param("print", contact.fingerprint(vault))
                .query((row, number) -> row.getBoolean("citizen")
                        ? new Holder.Citizen(row.getObject("id", UUID.class))
                        : (Holder) new Holder.Staff())
                .optional();
    }
}
