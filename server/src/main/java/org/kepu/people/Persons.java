package org.kepu.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.kepu.indicator.PersonMark;
import org.kepu.indicator.PersonMarks;
import org.kepu.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People, each once. The callers have looked whether the reader may know of them. */
@Service
public class Persons {

    private final JdbcClient database;
    private final PersonContacts contacts;
    private final PersonMarks marks;
    private final Clock clock;

    Persons(JdbcClient database, PersonContacts contacts, PersonMarks marks, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.marks = marks;
        this.clock = clock;
    }

    /** A person in full, for papers and messages; it never goes into lists. */
    public record InFull(UUID id, String name, PhoneNumber phone) {

        @Override
        public String toString() {
            return "InFull[" + id + "]";
        }
    }

    private record Sealed(String name, String phone) {}

    private record Entered(UUID id, String name, boolean unchecked) {}

    /** The person of this number, entered if new, as somebody told on the portal whom nobody knows; a name that is on record stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID keepTold(Identity who) {
        return keep(who, true).id();
    }

    /**
     * The person of this number, entered if new by somebody on duty, whose word replaces a name that was only told on the
     * portal; nothing if another name is on record.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> keep(Identity who) {
        var entered = keep(who, false);
        if (entered.unchecked()) {
            database.sql("update people.person set name = :name, unchecked = false where id = :id")
                    .param("name", contacts.sealName(who.name()))
                    .param("id", entered.id())
                    .update();
            return Optional.of(entered.id());
        }
        return contacts.name(entered.name()).equals(who.name()) ? Optional.of(entered.id()) : Optional.empty();
    }

    private Entered keep(Identity who, boolean unchecked) {
        return database.sql("""
                        insert into people.person (id, name, phone, phone_print, identity_print, birth_month, guardian, unchecked, entered_at)
                        values (gen_random_uuid(), :name, :phone, :print, :identity, :birth, :guardian, :unchecked, :now)
                        on conflict on constraint person_here_once do update set identity_print = excluded.identity_print
                        returning id, name, unchecked
                        """)
                .param("name", contacts.sealName(who.name()))
                .param("phone", contacts.sealPhone(who.phone()))
                .param("print", contacts.print(who.phone()))
                .param("identity", contacts.identity(who))
                .param("birth", contacts.sealBirth(who))
                .param("guardian", contacts.sealGuardian(who))
                .param("unchecked", unchecked)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Entered.class)
                .single();
    }

    /** Those of this number: the one of age, and the minors whose guardian has it. */
    public UUID[] ofPhone(PhoneNumber phone) {
        return database.sql("select id from people.person where phone_print = :print")
                .param("print", contacts.print(phone))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    /** Nothing if the person had name and number erased. */
    public Optional<InFull> inFull(UUID id) {
        return database.sql("select name, phone from people.person where id = :id and name is not null")
                .param("id", id)
                .query(Sealed.class)
                .optional()
                .map(found -> new InFull(
                        id,
                        contacts.name(found.name()),
                        contacts.phone(found.phone()).orElseThrow()));
    }

    /** By which figures count the person once, also beside trainings; a minor is another than the guardian. */
    public PersonMark mark(UUID id) {
        return database.sql(
                        "select phone from people.person where id = :id and birth_month is null and phone is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .flatMap(contacts::phone)
                .map(phone -> marks.of(phone.digits()))
                .orElseGet(() -> marks.of(id.toString()));
    }
}
