package org.kepu.access;

import java.util.List;
import org.kepu.vault.SealedColumns;
import org.springframework.stereotype.Component;

@Component
class SealedAccounts implements SealedColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("access.account", "id", "mail", "access.account.mail"),
                new Column("access.account", "id", "phone", "access.account.phone"),
                new Column("access.code_app", "id", "secret", "access.code_app.secret"));
    }
}
