package org.kepu.body;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.vault.SealedColumns;
import org.kepu.vault.Vault;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The telephone numbers of delegates as they lie in the database: sealed, and found again by a keyed hash. */
@Component
class Phones implements SealedColumns {

    static final String FIELD = "body.delegate.phone";

    private final JdbcClient database;
    private final Vault vault;

    Phones(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Nullable
    String seal(String phone) {
        return phone.isBlank() ? null : vault.seal(FIELD, phone.strip());
    }

    /** However it is written: with or without spaces and dashes. */
    @Nullable
    String print(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.isEmpty() ? null : vault.fingerprint(FIELD, digits);
    }

    String open(@Nullable String sealed) {
        return sealed == null ? "" : vault.open(FIELD, sealed);
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("body.delegate", "id", "phone", FIELD));
    }

    /** Numbers from before they were sealed. Several nodes at once seal each of them once. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void sealThoseInClear() {
        database.sql("""
                select id, phone from body.delegate where phone ~ '^[0-9+() -]{1,30}$' and phone_print is null for update
                """)
                .query((row, number) -> new Clear(row.getObject("id", UUID.class), row.getString("phone")))
                .list()
                .forEach(one -> database.sql(
                                "update body.delegate set phone = :phone, phone_print = :print where id = :id")
                        .param("phone", seal(one.phone()))
                        .param("print", print(one.phone()))
                        .param("id", one.id())
                        .update());
    }

    private record Clear(UUID id, String phone) {
        @Override
        public String toString() {
            return "Clear[" + id + "]";
        }
    }
}
