package org.kepu.activity.booking;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PhoneNumber;
import org.kepu.vault.SealedColumns;
import org.kepu.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Names and numbers of those who booked as they lie in the database: sealed, and found again by a keyed hash of the number. */
@Component
class Contacts implements SealedColumns {

    static final String NAME = "activity.booking.name";
    static final String PHONE = "activity.booking.phone";
    static final String PARTY = "activity.booking.party_name";
    static final String ANSWERS = "activity.booking.answers";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Vault vault;

    Contacts(Vault vault) {
        this.vault = vault;
    }

    String sealName(String name) {
        return vault.seal(NAME, name);
    }

    String sealPhone(PhoneNumber phone) {
        return vault.seal(PHONE, phone.digits());
    }

    /** Nothing where there is no name. */
    @Nullable
    String sealParty(Party party) {
        return party.name().isEmpty() ? null : vault.seal(PARTY, party.name());
    }

    String party(@Nullable String sealed) {
        return sealed == null ? "" : vault.open(PARTY, sealed);
    }

    /** Nothing where nothing was answered. */
    @Nullable
    String sealAnswers(List<String> answers) {
        return answers.stream().allMatch(String::isEmpty)
                ? null
                : vault.seal(ANSWERS, JSON.writeValueAsString(answers));
    }

    List<String> answers(@Nullable String sealed) {
        return sealed == null ? List.of() : List.of(JSON.readValue(vault.open(ANSWERS, sealed), String[].class));
    }

    String print(PhoneNumber phone) {
        return vault.fingerprint(PHONE, phone.digits());
    }

    /** The key of a request, which is known of those only by whom it came. */
    String asked(Applicant who) {
        var by = who.by();
        return vault.fingerprint(
                "activity.booking.asked_with", (by == null ? "" : by.account().toString()) + " " + who.key());
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
                new Column("activity.booking", "id", "name", NAME),
                new Column("activity.booking", "id", "phone", PHONE),
                new Column("activity.booking", "id", "party_name", PARTY),
                new Column("activity.booking", "id", "answers", ANSWERS));
    }
}
