package org.kepu.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.vault.SealedColumns;
import org.kepu.vault.Vault;
import org.springframework.stereotype.Component;

/** Names of those who hold certificates as they lie in the database: sealed, and found again by a keyed hash of the number. */
@Component
class SealedHolders implements SealedColumns {

    static final String HOLDER = "certificate.certificate.holder";
    static final String PRINT = "certificate.certificate.holder_print";

    private final Vault vault;

    SealedHolders(Vault vault) {
        this.vault = vault;
    }

    String seal(String name) {
        return vault.seal(HOLDER, name);
    }

    String open(@Nullable String sealed) {
        return sealed == null ? "" : vault.open(HOLDER, sealed);
    }

    /** However the number is written: spaces, hyphens and +86 in front make no other person. */
    String print(String contact) {
        return vault.fingerprint(PRINT, contact.replaceAll("[\\s()-]", "").replaceFirst("^(\\+|00)86", ""));
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("certificate.certificate", "id", "holder", HOLDER));
    }
}
