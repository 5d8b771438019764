package org.kepu.access;

import java.util.List;
import org.kepu.vault.SealedColumns;
import org.springframework.stereotype.Component;

/** Accounts hold how their owners are reached, and what their telephones make codes from, under the vault's keys. */
@Component
class SealedContacts implements SealedColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("access.account", "id", "mail", Accounts.MAIL),
                new Column("access.account", "id", "phone", "access.account.phone"),
                new Column("access.code_app", "id", "secret", "access.code_app.secret"));
    }
}
