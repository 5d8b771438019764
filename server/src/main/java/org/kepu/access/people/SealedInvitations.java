package org.kepu.access.people;

import java.util.List;
import org.kepu.vault.SealedColumns;
import org.springframework.stereotype.Component;

/** Invitations hold where they went under the vault's keys. */
@Component
class SealedInvitations implements SealedColumns {

    @Override
    public List<Column> columns() {
        return List.of(new Column("access.invitation", "id", "contact", Invitations.CONTACT));
    }
}
