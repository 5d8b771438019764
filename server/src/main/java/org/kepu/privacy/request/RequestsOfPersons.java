package org.kepu.privacy.request;

import static org.kepu.privacy.request.Requests.CONTACT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Retained;
import org.kepu.privacy.Subject;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests name people; when a person is erased, or the time is over, the figures stay and the words go. */
@Component
class RequestsOfPersons implements PersonalData, Retained {

    private static final String THEIRS = "(person = :person or contact_print = any(:prints))";
    private static final String TELLING = "num_nonnulls(name, contact, contact_print, words, answer) > 0";

    private final JdbcClient database;
    private final Requests requests;
    private final Vault vault;

    RequestsOfPersons(JdbcClient database, Requests requests, Vault vault) {
        this.database = database;
        this.requests = requests;
        this.vault = vault;
    }

    @Override
    public String source() {
        return "privacy.request";
    }

    @Override
    public String messageKey() {
        return "privacy.place.request";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "privacy.request.name",
                "privacy.request.contact",
                "privacy.request.contact_print",
                "privacy.request.words",
                "privacy.request.answer",
                "privacy.request.person",
                "privacy.request.entered_by",
                "privacy.request.answered_by");
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        for (var request : requests.of(subject.person())) {
            held.add(new Held("rights", "privacy.request.name", request.name()));
            held.add(new Held("rights", "privacy.request.contact", request.contact()));
            held.add(new Held("rights", "privacy.request.words", request.words()));
            request.answer()
                    .ifPresent(answer -> held.add(new Held("rights", "privacy.request.answer", answer.words())));
        }
        return held;
    }

    @Override
    public Erased erase(Subject subject) {
        int emptied = database.sql("""
                update privacy.request set name = null, contact = null, contact_print = null, words = null, answer = null
                where %s and %s
                """.formatted(THEIRS, TELLING))
                .param("person", subject.person())
                .param("prints", prints(subject))
                .update();
        return new Erased(0, emptied, 0);
    }

    @Override
    public int left(Subject subject) {
        return database.sql("select count(*) from privacy.request where %s and %s".formatted(THEIRS, TELLING))
                .param("person", subject.person())
                .param("prints", prints(subject))
                .query(Integer.class)
                .single();
    }

    @Override
    public String rule() {
        return "privacy.request";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        return database.sql("delete from privacy.request where answered_at < :limit and not exists "
                        + "(select from privacy.erasure where erasure.request = request.id)")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
    }

    private String[] prints(Subject subject) {
        return subject.contacts().stream()
                .map(contact -> vault.fingerprint(CONTACT, contact.value()))
                .toArray(String[]::new);
    }
}
