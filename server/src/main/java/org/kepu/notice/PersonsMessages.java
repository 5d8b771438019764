package org.kepu.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of one person, for showing them to that person and for erasing them. A number or address may be shared:
 * what was meant for another account stays with that account.
 */
@Service
public class PersonsMessages {

    private static final String THEIRS = "(person = :person or person is null and recipient_print = any(:prints))";

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

    /** Those to the account, and those to one of the numbers or addresses that were meant for no account. */
    public List<Sent> of(UUID person, Collection<String> contacts) {
        return database.sql("select id, queued_at, recipient, text, secret from notice.message where " + THEIRS
                        + " order by queued_at, id")
                .param("person", person)
                .param("prints", prints(contacts))
                .query(this::sent)
                .list();
    }

    private Sent sent(ResultSet row, int number) throws SQLException {
        var text = (@Nullable String) row.getString("text");
        return new Sent(
                row.getObject("id", UUID.class),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                vault.open(Outbox.TO, row.getString("recipient")),
                text == null || row.getBoolean("secret") ? "" : vault.open(Outbox.TEXT, text));
    }

    private String[] prints(Collection<String> contacts) {
        return contacts.stream()
                .map(contact -> vault.fingerprint(Outbox.TO, contact))
                .toArray(String[]::new);
    }

    /** Removes them, sent or not, and says how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(UUID person, Collection<String> contacts) {
        return database.sql("delete from notice.message where " + THEIRS)
                .param("person", person)
                .param("prints", prints(contacts))
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
