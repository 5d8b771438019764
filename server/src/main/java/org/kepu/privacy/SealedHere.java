package org.kepu.privacy;

import java.util.List;
import org.kepu.vault.SealedColumns;
import org.springframework.stereotype.Component;

@Component
class SealedHere implements SealedColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                column("dependant", "name"),
                column("dependant", "birth_month"),
                column("request", "name"),
                column("request", "contact"),
                column("request", "words"),
                column("request", "answer"),
                column("erasure", "contacts"));
    }

    private static Column column(String table, String column) {
        return new Column("privacy." + table, "id", column, "privacy." + table + "." + column);
    }
}
