package org.kepu.notice;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where messages wait until they are sent: written with the change that causes them, or not at all. */
@Service
public class Outbox {

    static final String TO = "notice.message.recipient";
    static final String TEXT = "notice.message.text";

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Outbox(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Puts a message into the outbox, in the transaction of what it tells of. It leaves within seconds after that. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        database.sql("""
                insert into notice.message (id, channel, recipient, recipient_print, subject, text, person, secret,
                                            queued_at, due_at)
                values (:id, :channel, :to, :print, :subject, :text, :person, :secret, :now, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("channel", message.channel().name())
                .param("to", vault.seal(TO, message.to()))
                .param("print", vault.fingerprint(TO, message.to()))
                .param("subject", message.subject())
                .param("text", vault.seal(TEXT, message.text()))
                .param("person", message.person())
                .param("secret", message.secret())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
