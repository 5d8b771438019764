package org.kepu.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.notice.Message.Channel;
import org.kepu.notice.Undelivered.Reason;
import org.kepu.page.NotFound;
import org.kepu.shared.Masked;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as the system administrator keeps it: what is on its way, what did not arrive and why, and once more. */
@Service
class KeepingOutbox {

    private static final String ROW = """
            select id, channel, recipient, subject, state, tries, queued_at, settled_at, failure, secret,
                   state = 'SHOWN' and text is not null as readable,
                   state in ('FAILED', 'SHOWN') and text is not null as repeatable
            from notice.message
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final Delivery delivery;
    private final NeverShown never;
    private final Trail trail;
    private final Clock clock;

    KeepingOutbox(JdbcClient database, Vault vault, Delivery delivery, NeverShown never, Trail trail, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.delivery = delivery;
        this.never = never;
        this.trail = trail;
        this.clock = clock;
    }

    /** A page of messages, the newest first, and how many there are in all. */
    record Listing(List<OutboxRow> rows, long total) {}

    @Transactional(readOnly = true)
    Listing list(Scope scope, @Nullable State state, int page, int size) {
        scope.demands(Right.KEEP_SYSTEM);
        var rows = database.sql(ROW + """
                where cast(:state as text) is null or state = :state
                order by queued_at desc, id limit :size offset :skipped
                """)
                .param("state", state == null ? null : state.name())
                .param("size", size)
                .param("skipped", (page - 1L) * size)
                .query(this::row)
                .list();
        var total = database.sql(
                        "select count(*) from notice.message where cast(:state as text) is null or state = :state")
                .param("state", state == null ? null : state.name())
                .query(Long.class)
                .single();
        return new Listing(rows, total);
    }

    /** The channels whose messages stay here. */
    List<Channel> onlyShown(Scope scope) {
        scope.demands(Right.KEEP_SYSTEM);
        return Arrays.stream(Channel.values())
                .filter(channel -> !delivery.leaves(channel))
                .toList();
    }

    Optional<OutboxRow> find(Scope scope, UUID id) {
        scope.demands(Right.KEEP_SYSTEM);
        return database.sql(ROW + " where id = :id")
                .param("id", id)
                .query(this::row)
                .optional()
                .map(message -> isWithheld(message) ? message.unseen() : message);
    }

    private boolean isWithheld(OutboxRow message) {
        return message.secret() && person(message.id()).filter(never::to).isPresent();
    }

    /** The text of a message that goes nowhere; that it was read is written down. Empty for any other. */
    @Transactional
    Optional<String> read(Scope scope, UUID id) {
        scope.demands(Right.KEEP_SYSTEM);
        return find(scope, id).filter(OutboxRow::readable).map(message -> {
            trail.record(scope.actor(), act("notice.act.read", message));
            return vault.open(Outbox.TEXT, text(id));
        });
    }

    private String text(UUID id) {
        return database.sql("select text from notice.message where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Puts a message that did not arrive back into the queue; false if it is not one, or has been wiped. */
    @Transactional
    boolean sendAgain(Scope scope, UUID id) {
        scope.demands(Right.KEEP_SYSTEM);
        var message = find(scope, id).orElseThrow(NotFound::new);
        var again = database.sql("""
                update notice.message set state = 'QUEUED', tries = 0, due_at = :now, failure = null
                where id = :id and state in ('FAILED', 'SHOWN') and text is not null
                """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (again == 1) {
            trail.record(scope.actor(), act("notice.act.again", message));
        }
        return again == 1;
    }

    private Act act(String key, OutboxRow message) {
        var act = Act.of(key, "message", message.id(), message.subject());
        return person(message.id()).map(act::about).orElse(act);
    }

    private Optional<UUID> person(UUID id) {
        return database.sql("select person from notice.message where id = :id and person is not null")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    private OutboxRow row(ResultSet row, int number) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var failure = row.getString("failure");
        var settled = row.getObject("settled_at", OffsetDateTime.class);
        return new OutboxRow(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                Masked.contact(vault.open(Outbox.TO, row.getString("recipient"))),
                row.getString("subject"),
                state.messageKey(),
                state.tone(),
                row.getInt("tries"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                settled == null ? null : settled.toInstant(),
                failure == null ? null : Reason.valueOf(failure).messageKey(),
                row.getBoolean("secret"),
                false,
                row.getBoolean("readable"),
                row.getBoolean("repeatable"));
    }
}
