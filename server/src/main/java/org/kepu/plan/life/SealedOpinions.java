package org.kepu.plan.life;

import java.util.List;
import org.kepu.vault.SealedColumns;
import org.springframework.stereotype.Component;

/** Who sent an opinion lies under the vault's keys. */
@Component
class SealedOpinions implements SealedColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("plan.opinion", "id", "name", PublicOpinions.NAME),
                new Column("plan.opinion", "id", "contact", PublicOpinions.CONTACT));
    }
}
