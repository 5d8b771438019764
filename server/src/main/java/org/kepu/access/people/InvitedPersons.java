package org.kepu.access.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kepu.privacy.Contact;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What invitations, wished roles and deputies hold of a person: where the invitation went, sealed, and otherwise bare
 * identities, which stay for the record.
 */
@Component
class InvitedPersons implements PersonalData {

    private final JdbcClient database;
    private final Vault vault;

    InvitedPersons(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public String source() {
        return "access.invitation";
    }

    @Override
    public String messageKey() {
        return "access.invitations";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "access.invitation.account",
                Invitations.CONTACT,
                "access.wish.holder",
                "access.deputy.represented",
                "access.deputy.deputy");
    }

    @Override
    public List<Contact> contacts(UUID person) {
        return values(person).stream().map(Contact::new).toList();
    }

    @Override
    public List<Held> find(Subject subject) {
        return values(subject.person()).stream()
                .map(value -> new Held("invitation", Invitations.CONTACT, value))
                .toList();
    }

    @Override
    public Erased erase(Subject subject) {
        int removed = database.sql("delete from access.invitation where account = :person")
                .param("person", subject.person())
                .update();
        int kept = database.sql("""
                select (select count(*) from access.wish where holder = :person)
                     + (select count(*) from access.deputy where :person in (represented, deputy))
                """)
                .param("person", subject.person())
                .query(Integer.class)
                .single();
        return new Erased(removed, 0, kept);
    }

    @Override
    public int left(Subject subject) {
        return values(subject.person()).size();
    }

    private List<String> values(UUID person) {
        return database
                .sql("select contact from access.invitation where account = :person and contact is not null")
                .param("person", person)
                .query(String.class)
                .list()
                .stream()
                .map(contact -> vault.open(Invitations.CONTACT, contact))
                .toList();
    }
}
