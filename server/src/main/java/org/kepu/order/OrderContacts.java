package org.kepu.order;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PhoneNumber;
import org.kepu.vault.SealedColumns;
import org.kepu.vault.Vault;
import org.springframework.stereotype.Component;

/** Those who ask, as they lie in the database: sealed, and found again by a keyed hash of their number. */
@Component
class OrderContacts implements SealedColumns {

    static final String NAME = "orders.service_order.name";
    static final String PHONE = "orders.service_order.phone";
    static final String PLACE = "orders.service_order.place";
    static final String NEEDS = "orders.service_order.needs";

    private final Vault vault;

    OrderContacts(Vault vault) {
        this.vault = vault;
    }

    String sealName(String name) {
        return vault.seal(NAME, name);
    }

    String sealPhone(PhoneNumber phone) {
        return vault.seal(PHONE, phone.digits());
    }

    String sealPlace(String place) {
        return vault.seal(PLACE, place);
    }

    /** Nothing where nothing is needed. */
    @Nullable
    String sealNeeds(String needs) {
        return needs.isEmpty() ? null : vault.seal(NEEDS, needs);
    }

    String print(PhoneNumber phone) {
        return vault.fingerprint(PHONE, phone.digits());
    }

    /** All that is wished, so that a key is not used for two. */
    String print(Wish wish) {
        return vault.fingerprint(
                "orders.service_order.wish_print",
                Stream.<Object>of(
                                wish.region(),
                                wish.subject(),
                                wish.words(),
                                wish.audience(),
                                wish.people(),
                                wish.from(),
                                wish.to(),
                                wish.hours(),
                                Objects.toString(wish.wished(), ""),
                                wish.place(),
                                wish.needs(),
                                wish.name(),
                                wish.phone().digits(),
                                wish.channel())
                        .map(part -> part.toString().length() + " " + part)
                        .collect(Collectors.joining("\n")));
    }

    /** The key of a request, which is known of those only by whom it came. */
    String asked(Wish wish) {
        var by = wish.by();
        return vault.fingerprint(
                "orders.service_order.asked_with",
                (by == null ? "" : by.account().toString()) + " " + wish.key());
    }

    /** The value of a field; nothing where there is none. */
    String open(String field, @Nullable String sealed) {
        return sealed == null ? "" : vault.open(field, sealed);
    }

    Optional<PhoneNumber> phone(@Nullable String sealed) {
        return Optional.ofNullable(sealed).map(text -> new PhoneNumber(vault.open(PHONE, text)));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("orders.service_order", "id", "name", NAME),
                new Column("orders.service_order", "id", "phone", PHONE),
                new Column("orders.service_order", "id", "place", PLACE),
                new Column("orders.service_order", "id", "needs", NEEDS));
    }
}
