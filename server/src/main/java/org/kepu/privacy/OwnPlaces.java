package org.kepu.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kepu.audit.EntriesAboutPerson;
import org.kepu.notice.PersonsMessages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places of personal data that lie in this module, or in those below it. */
final class OwnPlaces {

    private OwnPlaces() {}

    /** Children go with their guardian. */
    @Component
    static class DependantsOfPerson implements PersonalData {

        private final Dependants dependants;

        DependantsOfPerson(Dependants dependants) {
            this.dependants = dependants;
        }

        @Override
        public String source() {
            return "privacy.dependant";
        }

        @Override
        public String messageKey() {
            return "privacy.place.dependant";
        }

        @Override
        public Set<String> columns() {
            return Set.of(Dependants.NAME, Dependants.BIRTH, "privacy.dependant.guardian");
        }

        @Override
        public List<Held> find(Subject subject) {
            return dependants.of(subject.person()).stream()
                    .flatMap(one -> Stream.of(
                            new Held(Dependants.PURPOSE, Dependants.NAME, one.name()),
                            new Held(
                                    Dependants.PURPOSE,
                                    Dependants.BIRTH,
                                    one.birth().toString())))
                    .toList();
        }

        @Override
        public Erased erase(Subject subject) {
            return Erased.removed(dependants.removeAll(subject.person()));
        }

        @Override
        public int left(Subject subject) {
            return dependants.of(subject.person()).size();
        }
    }

    /** That somebody agreed has to be proven later; it holds a bare identity, and what was said last is no. */
    @Component
    static class ConsentsOfPerson implements PersonalData {

        private final Consents consents;

        ConsentsOfPerson(Consents consents) {
            this.consents = consents;
        }

        @Override
        public String source() {
            return "privacy.consent";
        }

        @Override
        public String messageKey() {
            return "privacy.place.consent";
        }

        @Override
        public Set<String> columns() {
            return Set.of("privacy.consent_event.person", "privacy.consent_event.actor");
        }

        @Override
        public List<Held> find(Subject subject) {
            return List.of();
        }

        @Override
        public Erased erase(Subject subject) {
            return new Erased(0, 0, consents.history(subject.person()).size());
        }

        @Override
        public int left(Subject subject) {
            return 0;
        }
    }

    /** Why somebody wanted to read this person's data may tell of it. */
    @Component
    static class ApprovalsOfPerson implements PersonalData {

        private final JdbcClient database;

        ApprovalsOfPerson(JdbcClient database) {
            this.database = database;
        }

        @Override
        public String source() {
            return "privacy.approval";
        }

        @Override
        public String messageKey() {
            return "privacy.place.approval";
        }

        @Override
        public Set<String> columns() {
            return Set.of("privacy.approval.subject", "privacy.approval.reason", "privacy.approval.decision");
        }

        @Override
        public List<Held> find(Subject subject) {
            return List.of();
        }

        @Override
        public Erased erase(Subject subject) {
            int emptied = database.sql("""
                    update privacy.approval set reason = '', decision = case when decision is null then null else '' end
                    where subject = :person and (reason <> '' or decision <> '')
                    """).param("person", subject.person()).update();
            return new Erased(0, emptied, 0);
        }

        @Override
        public int left(Subject subject) {
            return database.sql("""
                    select count(*) from privacy.approval where subject = :person and (reason <> '' or decision <> '')
                    """)
                    .param("person", subject.person())
                    .query(Integer.class)
                    .single();
        }
    }

    /** Messages in the outbox, sent or not. */
    @Component
    static class MessagesOfPerson implements PersonalData, Retained {

        private final PersonsMessages messages;

        MessagesOfPerson(PersonsMessages messages) {
            this.messages = messages;
        }

        @Override
        public String source() {
            return "notice.message";
        }

        @Override
        public String messageKey() {
            return "privacy.place.message";
        }

        @Override
        public Set<String> columns() {
            return Set.of(
                    "notice.message.recipient",
                    "notice.message.recipient_print",
                    "notice.message.subject",
                    "notice.message.text",
                    "notice.message.person");
        }

        @Override
        public List<Held> find(Subject subject) {
            return messages.of(subject.person(), subject.values()).stream()
                    .flatMap(one -> Stream.of(
                            new Held("messages", "notice.message.recipient", one.to()),
                            new Held("messages", "notice.message.text", one.text())))
                    .toList();
        }

        @Override
        public Erased erase(Subject subject) {
            return Erased.removed(messages.erase(subject.person(), subject.values()));
        }

        @Override
        public int left(Subject subject) {
            return messages.of(subject.person(), subject.values()).size();
        }

        @Override
        public String rule() {
            return "notice.message";
        }

        @Override
        public int removeOlderThan(Instant limit) {
            return messages.removeOlderThan(limit);
        }
    }

    /** Who decided, exported or was erased: the books hold bare identities. */
    @Component
    static class BooksNamingPerson implements PersonalData {

        private final JdbcClient database;

        BooksNamingPerson(JdbcClient database) {
            this.database = database;
        }

        @Override
        public String source() {
            return "privacy.book";
        }

        @Override
        public String messageKey() {
            return "privacy.place.book";
        }

        @Override
        public Set<String> columns() {
            return Set.of(
                    "privacy.approval.reader",
                    "privacy.approval.decided_by",
                    "privacy.erasure.person",
                    "privacy.erasure.contacts",
                    "privacy.erasure.asked_by",
                    "privacy.export.exporter");
        }

        @Override
        public List<Held> find(Subject subject) {
            return List.of();
        }

        @Override
        public Erased erase(Subject subject) {
            var rows = database.sql("""
                    select (select count(*) from privacy.approval where :person in (reader, decided_by))
                         + (select count(*) from privacy.erasure where :person in (person, asked_by))
                         + (select count(*) from privacy.export where exporter = :person)
                    """)
                    .param("person", subject.person())
                    .query(Integer.class)
                    .single();
            return new Erased(0, 0, rows);
        }

        /** The contacts in the running erasure go at its end. */
        @Override
        public int left(Subject subject) {
            return 0;
        }
    }

    /** The trail stays whole: it holds bare identities, whose names are asked for when it is read. */
    @Component
    static class TrailOfPerson implements PersonalData {

        private final EntriesAboutPerson entries;

        TrailOfPerson(EntriesAboutPerson entries) {
            this.entries = entries;
        }

        @Override
        public String source() {
            return "audit.entry";
        }

        @Override
        public String messageKey() {
            return "privacy.place.trail";
        }

        @Override
        public Set<String> columns() {
            return Set.of(
                    "audit.entry.actor",
                    "audit.entry.actor_name",
                    "audit.entry.represented",
                    "audit.entry.subject",
                    "audit.entry.address");
        }

        @Override
        public List<Held> find(Subject subject) {
            return List.of();
        }

        @Override
        public Erased erase(Subject subject) {
            return new Erased(0, 0, entries.naming(subject.person()));
        }

        @Override
        public int left(Subject subject) {
            return 0;
        }
    }
}
