package org.kepu.privacy;

import java.util.List;
import org.kepu.vault.SealedColumns;
import org.springframework.stereotype.Component;

@Component
class SealedHere implements SealedColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("privacy.dependant", "id", "name", "privacy.dependant.name"),
                new Column("privacy.dependant", "id", "birth_month", "privacy.dependant.birth_month"),
                new Column("privacy.request", "id", "name", "privacy.request.name"),
                new Column("privacy.request", "id", "contact", "privacy.request.contact"),
                new Column("privacy.request", "id", "words", "privacy.request.words"),
                new Column("privacy.request", "id", "answer", "privacy.request.answer"),
                new Column("privacy.erasure", "id", "contacts", "privacy.erasure.contacts"));
    }
}
