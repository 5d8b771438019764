package org.kepu.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Masked;
import org.kepu.shared.PhoneNumber;
import org.kepu.vault.SealedColumns;
import org.kepu.vault.Vault;
import org.springframework.stereotype.Component;

/** Names and numbers of people as they lie in the database: sealed, and found again by keyed hashes. */
@Component
public class PersonContacts implements SealedColumns {

    static final String NAME = "people.person.name";
    static final String PHONE = "people.person.phone";
    static final String BIRTH = "people.person.birth_month";
    static final String GUARDIAN = "people.person.guardian";
    static final String PHONE_PRINT = "people.person.phone_print";
    static final String IDENTITY_PRINT = "people.person.identity_print";

    /** What {@link #person} reads of a person {@code p}. */
    public static final String COLUMNS =
            "p.id as person, p.name as person_name, p.phone as person_phone, p.birth_month as person_birth";

    private final Vault vault;

    PersonContacts(Vault vault) {
        this.vault = vault;
    }

    /** The person of a row that holds {@link #COLUMNS}, masked. */
    public Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("person", UUID.class),
                Masked.name(name(row.getString("person_name"))),
                phone(row.getString("person_phone")).map(PhoneNumber::toString).orElse(""),
                row.getString("person_birth") != null);
    }

    /** By which people are found who have this number. */
    public String print(PhoneNumber phone) {
        return vault.fingerprint(PHONE_PRINT, phone.digits());
    }

    /** A minor is another than the guardian whose number it is, and than a sister or brother. */
    String identity(Identity who) {
        return vault.fingerprint(IDENTITY_PRINT, who.phone().digits() + (who.minor() == null ? "" : "/" + who.name()));
    }

    String sealName(String name) {
        return vault.seal(NAME, name);
    }

    String sealPhone(PhoneNumber phone) {
        return vault.seal(PHONE, phone.digits());
    }

    @Nullable
    String sealBirth(Identity who) {
        var minor = who.minor();
        return minor == null ? null : vault.seal(BIRTH, minor.birth().toString());
    }

    @Nullable
    String sealGuardian(Identity who) {
        var minor = who.minor();
        return minor == null ? null : vault.seal(GUARDIAN, minor.guardian());
    }

    String name(@Nullable String sealed) {
        return sealed == null ? "" : vault.open(NAME, sealed);
    }

    Optional<PhoneNumber> phone(@Nullable String sealed) {
        return Optional.ofNullable(sealed).map(text -> new PhoneNumber(vault.open(PHONE, text)));
    }

    Optional<YearMonth> birth(@Nullable String sealed) {
        return Optional.ofNullable(sealed).map(text -> YearMonth.parse(vault.open(BIRTH, text)));
    }

    String guardian(@Nullable String sealed) {
        return sealed == null ? "" : vault.open(GUARDIAN, sealed);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("people.person", "id", "name", NAME),
                new Column("people.person", "id", "phone", PHONE),
                new Column("people.person", "id", "birth_month", BIRTH),
                new Column("people.person", "id", "guardian", GUARDIAN));
    }
}
