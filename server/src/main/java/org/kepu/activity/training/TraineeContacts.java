package org.kepu.activity.training;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PhoneNumber;
import org.kepu.vault.SealedColumns;
import org.kepu.vault.Vault;
import org.springframework.stereotype.Component;

/** Names and numbers of trainees as they lie in the database: sealed, and found again by a keyed hash of the number. */
@Component
class TraineeContacts implements SealedColumns {

    static final String NAME = "activity.trainee.name";
    static final String PHONE = "activity.trainee.phone";

    private final Vault vault;

    TraineeContacts(Vault vault) {
        this.vault = vault;
    }

    String sealName(String name) {
        return vault.seal(NAME, name);
    }

    String sealPhone(PhoneNumber phone) {
        return vault.seal(PHONE, phone.digits());
    }

    String print(PhoneNumber phone) {
        return vault.fingerprint(PHONE, phone.digits());
    }

    String name(@Nullable String sealed) {
        return sealed == null ? "" : vault.open(NAME, sealed);
    }

    Optional<PhoneNumber> phone(@Nullable String sealed) {
        return Optional.ofNullable(sealed).map(text -> new PhoneNumber(vault.open(PHONE, text)));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("activity.trainee", "id", "name", NAME),
                new Column("activity.trainee", "id", "phone", PHONE));
    }
}
