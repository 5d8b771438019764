package org.kepu.notice;

import java.util.List;
import org.kepu.vault.SealedColumns;
import org.springframework.stereotype.Component;

/** The outbox holds who messages are for, and what they say, under the vault's keys. */
@Component
class SealedMessages implements SealedColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("notice.message", "id", "recipient", Outbox.TO),
                new Column("notice.message", "id", "text", Outbox.TEXT));
    }
}
