package org.kepu.people.expert;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Identity;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * An expert as a clerk enters one.
 *
 * @param name empty where a known one is told otherwise
 * @param publishedHow how they agreed that the public reads of them; empty where that stands already
 * @param agreedHow how they agreed to be on the list
 * @param version of what was read; 0 for a new one
 */
public record ExpertForm(
        String name,
        String phone,
        String region,
        List<String> fields,
        String topics,
        String rank,
        String workplace,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String most,
        String onCall,
        @Nullable Boolean published,
        String publishedHow,
        String agreedHow,
        @Nullable Integer version) {

    private static final int LONGEST = 200;
    private static final int DAYS_OF_A_YEAR = 366;

    @SuppressWarnings("NullAway") // an absent field comes as null
    public ExpertForm {
        name = tidy(name);
        phone = tidy(phone);
        region = tidy(region);
        fields = fields == null ? List.of() : List.copyOf(fields);
        topics = tidy(topics);
        rank = tidy(rank);
        workplace = tidy(workplace);
        most = tidy(most);
        onCall = tidy(onCall);
        published = Boolean.TRUE.equals(published);
        publishedHow = tidy(publishedHow);
        agreedHow = tidy(agreedHow);
        version = version == null ? 0 : version;
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static ExpertForm blank(LocalDate today) {
        return new ExpertForm(
                "", "", "", List.of(), "", "", "", today, today.plusYears(2).minusDays(1), "10", "", false, "", "", 0);
    }

    static ExpertForm of(Expert expert) {
        return new ExpertForm(
                "",
                "",
                expert.region().value(),
                expert.fields(),
                expert.topics(),
                expert.rank(),
                expert.workplace(),
                expert.from(),
                expert.to(),
                String.valueOf(expert.most()),
                expert.onCall() == null ? "" : String.valueOf(expert.onCall()),
                expert.published(),
                "",
                "",
                expert.version());
    }

    public boolean isPublished() {
        return Boolean.TRUE.equals(published);
    }

    int basedOn() {
        return version == null ? 0 : version;
    }

    Identity identity() {
        return Identity.of(name, PhoneNumber.read(phone).orElseThrow());
    }

    /** Says at the fields what is wrong with a new one. */
    void check(Fields known, Errors errors) {
        if (name.isEmpty()
                || name.length() > Identity.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            errors.rejectValue("name", "people.wrong.name");
        }
        if (PhoneNumber.read(phone).isEmpty()) {
            errors.rejectValue("phone", "people.wrong.phone");
        }
        agreed("agreedHow", agreedHow, "people.wrong.agreed-how", errors);
        checkRest(known, false, errors);
    }

    private static void agreed(String field, String how, String key, Errors errors) {
        if (how.length() < 2 || how.length() > LONGEST) {
            errors.rejectValue(field, key);
        } else if (Reason.tellsTooMuch(how)) {
            errors.rejectValue(field, Reason.Fault.PERSONAL.messageKey());
        }
    }

    /**
     * Says at the fields what is wrong with what can be told otherwise.
     *
     * @param stands whether they have agreed already that the public reads of them: each use is agreed to on its own
     */
    void checkRest(Fields known, boolean stands, Errors errors) {
        if (isPublished() && !(stands && publishedHow.isEmpty())) {
            agreed("publishedHow", publishedHow, "people.wrong.published-how", errors);
        }
        if (RegionCode.read(region).isEmpty()) {
            errors.rejectValue("region", "people.wrong.region");
        }
        if (fields.isEmpty() || !fields.stream().allMatch(known::isField)) {
            errors.rejectValue("fields", "people.wrong.fields");
        }
        for (var text : List.of(topics, rank, workplace)) {
            if (text.length() > LONGEST) {
                errors.reject("people.wrong.long");
            } else if (Reason.tellsTooMuch(text)) {
                errors.reject(Reason.Fault.PERSONAL.messageKey());
            }
        }
        if (from == null || to == null || !to.isAfter(from)) {
            errors.rejectValue("to", "people.wrong.term");
        }
        if (!most.matches("[1-9]\\d{0,2}") || Integer.parseInt(most) > DAYS_OF_A_YEAR) {
            errors.rejectValue("most", "people.wrong.number", new Object[] {1, DAYS_OF_A_YEAR}, null);
        }
        if (!onCall.matches("([1-9]\\d{0,2})?")) {
            errors.rejectValue("onCall", "people.wrong.number", new Object[] {1, 999}, null);
        }
    }

    @Override
    public String toString() {
        return "ExpertForm";
    }
}
