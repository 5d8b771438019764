package org.kepu.access;

import java.util.List;
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
    public Optional<Holder> holder(String typed, String name) {
        var found = Contact.read(typed).map(this::accounts).orElse(List.of());
        var citizen = found.stream().filter(Row::citizen).findFirst();
        if (citizen.isPresent()) {
            return Optional.of(new Holder.Citizen(citizen.get().id()));
        }
        var former = found.stream().filter(Row::closed).toList();
        var named = former.stream()
                .filter(one -> one.displayName().equals(name.strip()))
                .toList();
        if (named.size() == 1) {
            return Optional.of(new Holder.FormerStaff(named.getFirst().id()));
        }
        if (former.size() < found.size()) {
            return Optional.of(new Holder.Staff());
        }
        return switch (former.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Holder.FormerStaff(former.getFirst().id()));
            default -> Optional.of(new Holder.Unclear());
        };
    }

    private record Row(UUID id, boolean citizen, boolean closed, String displayName) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    private List<Row> accounts(Contact contact) {
        return database.sql("""
                select id, kind = 'CITIZEN' as citizen, closed_at is not null as closed, display_name
                from access.account where %s_fingerprint = :print
                """.formatted(contact.column()))
                .param("print", contact.fingerprint(vault))
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getBoolean("citizen"),
                        row.getBoolean("closed"),
                        row.getString("display_name")))
                .list();
    }
}
