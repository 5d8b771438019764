package org.kepu.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The messages of one person, for showing them to that person and for erasing them. */
@Service
public class PersonsMessages {

    private final JdbcClient database;
    private final Vault vault;

    PersonsMessages(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** A message as its receiver may see it; the text of a secret one is not told again. */
    public record Sent(UUID id, Instant at, String to, String text) {
        @Override
        public String toString() {
            return "Sent[" + id + "]";
        }
    }

    /** Those to the account, and those to one of the numbers or addresses whoever they were meant for. */
    public List<Sent> of(UUID person, Collection<String> contacts) {
        var found = new ArrayList<Sent>();
        database.sql("select id, queued_at, recipient, text, secret, person from notice.message order by queued_at, id")
                .withFetchSize(500)
                .query(row -> {
                    var to = vault.open(Outbox.TO, row.getString("recipient"));
                    if (person.equals(row.getObject("person", UUID.class)) || contacts.contains(to)) {
                        var text = row.getBoolean("secret") ? "" : vault.open(Outbox.TEXT, row.getString("text"));
                        found.add(new Sent(
                                row.getObject("id", UUID.class),
                                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                                to,
                                text));
                    }
                });
        return List.copyOf(found);
    }

    /** Removes them, sent or not, and says how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(UUID person, Collection<String> contacts) {
        var ids = of(person, contacts).stream().map(Sent::id).toArray(UUID[]::new);
        return database.sql("delete from notice.message where id = any(:ids)")
                .param("ids", ids)
                .update();
    }

    /** Removes what was put into the outbox before this moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int removeOlderThan(Instant limit) {
        return database.sql("delete from notice.message where queued_at < :limit")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
    }
}
