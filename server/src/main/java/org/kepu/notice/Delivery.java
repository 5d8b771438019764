package org.kepu.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.notice.Message.Channel;
import org.kepu.notice.Undelivered.Reason;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes messages out of the outbox, one at a time, hands each to the sender of its channel and writes down what came of
 * it. Several nodes never take the same one: taking is one statement, and holds for a time. What a killed program had
 * taken is taken again when that time is over.
 */
@Component
class Delivery {

    /** Longer than any sender's patience. */
    static final Duration HELD = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Vault vault;
    private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
    private final Clock clock;

    Delivery(JdbcClient database, Vault vault, List<Sender> senders, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        senders.forEach(sender -> this.senders.put(sender.channel(), sender));
    }

    private record Taken(
            UUID id,
            Channel channel,
            String recipient,
            String subject,
            @Nullable String text,
            boolean secret,
            int tries) {}

    /** Whether messages of this channel leave the platform. */
    boolean leaves(Channel channel) {
        return senders.containsKey(channel);
    }

    /** Sends what is due; returns when nothing is. */
    void run() {
        for (var taken = take(); taken.isPresent() && !Thread.currentThread().isInterrupted(); taken = take()) {
            deliver(taken.get());
        }
    }

    private void deliver(Taken message) {
        var sender = senders.get(message.channel());
        var text = message.text();
        if (sender == null || text == null) {
            settle(message, State.SHOWN, null, null);
            return;
        }
        try {
            if (!TryingRule.of(message.secret()).allows(message.tries())) {
                throw new Undelivered(Reason.INTERRUPTED);
            }
            sender.send(
                    message.id(),
                    vault.open(Outbox.TO, message.recipient()),
                    message.subject(),
                    vault.open(Outbox.TEXT, text));
            settle(message, State.SENT, null, null);
        } catch (Undelivered failure) {
            later(message, failure.reason());
        }
    }

    private void later(Taken message, Reason reason) {
        var pause = TryingRule.of(message.secret()).pauseAfter(message.tries());
        if (reason.isPassing() && pause.isPresent()) {
            settle(message, State.QUEUED, reason, pause.get());
        } else {
            settle(message, State.FAILED, reason, null);
        }
    }

    private Optional<Taken> take() {
        return database.sql("""
                update notice.message set state = 'SENDING', tries = tries + 1, due_at = :until
                where id = (select id from notice.message
                            where state in ('QUEUED', 'SENDING') and due_at <= :now
                            order by due_at limit 1 for update skip locked)
                returning id, channel, recipient, subject, text, secret, tries
                """)
                .param("now", now())
                .param("until", now().plus(HELD))
                .query(Taken.class)
                .optional();
    }

    /** A secret is wiped as soon as it has gone, or will never go. */
    private void settle(Taken message, State state, @Nullable Reason reason, @Nullable Duration pause) {
        var wipe = message.secret() && (state == State.SENT || state == State.FAILED);
        database.sql("""
                update notice.message
                set state = :state, failure = :reason, due_at = :due, settled_at = :now,
                    text = case when :wipe then null else text end
                where id = :id and state = 'SENDING' and tries = :tries
                """)
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("due", pause == null ? now() : now().plus(pause))
                .param("now", now())
                .param("wipe", wipe)
                .param("id", message.id())
                .param("tries", message.tries())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
