package org.kepu.people.roster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.people.Identity;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/** Somebody on a roster as a clerk enters them. */
public record RosterForm(
        String kind,
        String name,
        String phone,
        String region,
        String speciality,
        String workplace,
        String post,
        @Nullable Boolean fullTime,
        String certificate,
        @Nullable LocalDate certified,
        @Nullable LocalDate since,
        String agreedHow) {

    private static final int LONGEST = 120;

    @SuppressWarnings("NullAway") // an absent field comes as null
    public RosterForm {
        kind = tidy(kind);
        name = tidy(name);
        phone = tidy(phone);
        region = tidy(region);
        speciality = tidy(speciality);
        workplace = tidy(workplace);
        post = tidy(post);
        fullTime = Boolean.TRUE.equals(fullTime);
        certificate = tidy(certificate);
        agreedHow = tidy(agreedHow);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static RosterForm blank(RosterKind kind, LocalDate today) {
        return new RosterForm(kind.name(), "", "", "", "", "", "", false, "", null, today, "");
    }

    public boolean isFullTime() {
        return Boolean.TRUE.equals(fullTime);
    }

    Identity identity() {
        return Identity.of(name, PhoneNumber.read(phone).orElseThrow());
    }

    /** Says at the fields what is wrong. */
    void check(RosterKind of, LocalDate today, Errors errors) {
        if (name.isEmpty()
                || name.length() > Identity.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            errors.rejectValue("name", "people.wrong.name");
        }
        if (PhoneNumber.read(phone).isEmpty()) {
            errors.rejectValue("phone", "people.wrong.phone");
        }
        if (RegionCode.read(region).isEmpty()) {
            errors.rejectValue("region", "people.wrong.region");
        }
        for (var text : List.of(speciality, workplace, certificate)) {
            if (text.length() > LONGEST) {
                errors.reject("people.wrong.long");
            }
        }
        if (of == RosterKind.ENVOY && speciality.isEmpty()) {
            errors.rejectValue("speciality", "people.wrong.speciality");
        }
        if (of == RosterKind.HEAD && !post.matches("HOSPITAL|SCHOOL|STATION")) {
            errors.rejectValue("post", "people.wrong.post");
        }
        if (certified != null && (certificate.isEmpty() || certified.isAfter(today))) {
            errors.rejectValue("certificate", "people.wrong.certificate");
        }
        if (since == null || since.isAfter(today)) {
            errors.rejectValue("since", "people.wrong.since");
        }
        if (agreedHow.length() < 2 || agreedHow.length() > LONGEST) {
            errors.rejectValue("agreedHow", "people.wrong.agreed-how");
        } else if (Reason.tellsTooMuch(agreedHow)) {
            errors.rejectValue("agreedHow", Reason.Fault.PERSONAL.messageKey());
        }
    }

    @Override
    public String toString() {
        return "RosterForm";
    }
}
