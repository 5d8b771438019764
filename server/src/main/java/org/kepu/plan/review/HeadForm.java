package org.kepu.plan.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.shared.RegionCode;

/** The plan's head: title, region, number, issuer, date and period. */
public record HeadForm(
        String title,
        String region,
        String documentNumber,
        String issuer,
        String signedOn,
        String periodFrom,
        String periodTo,
        String basis)
        implements EditForm {

    static final String NO_REGION = "plan.review.error.region";

    static HeadForm of(ParsedPlan plan, String region) {
        return new HeadForm(
                plan.title(),
                region,
                or(plan.documentNumber()),
                or(plan.issuer()),
                or(plan.signedOn()),
                or(plan.periodFrom()),
                or(plan.periodTo()),
                Lines.join(plan.basis()));
    }

    static HeadForm of(Fields form) {
        return new HeadForm(
                form.text("title"),
                form.text("region"),
                form.text("documentNumber"),
                form.text("issuer"),
                form.text("signedOn"),
                form.text("periodFrom"),
                form.text("periodTo"),
                form.text("basis"));
    }

    private static String or(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (title.isEmpty()) {
            errors.put("title", "plan.review.error.title");
        }
        if (!region.isEmpty() && chosen() == null) {
            errors.put("region", NO_REGION);
        }
        if (!signedOn.isEmpty() && date() == null) {
            errors.put("signedOn", "plan.review.error.date");
        }
        if (!Fields.isYear(periodFrom)) {
            errors.put("periodFrom", "plan.review.error.year");
        }
        if (!Fields.isYear(periodTo)) {
            errors.put("periodTo", "plan.review.error.year");
        } else if (Fields.isYear(periodFrom) && periodTo.compareTo(periodFrom) < 0) {
            errors.put("periodTo", "plan.review.error.period");
        }
        return errors;
    }

    /** The region as a code; none while nobody has chosen one. */
    @Nullable
    RegionCode chosen() {
        return RegionCode.read(region).orElse(null);
    }

    private @Nullable LocalDate date() {
        try {
            return signedOn.isEmpty() ? null : LocalDate.parse(signedOn);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @Override
    public ParsedPlan applyTo(ParsedPlan plan) {
        return new ParsedPlan(
                title,
                orNull(documentNumber),
                orNull(issuer),
                date(),
                Integer.valueOf(periodFrom),
                Integer.valueOf(periodTo),
                Lines.of(basis),
                plan.goals(),
                plan.programmes(),
                plan.phases(),
                plan.organisation(),
                plan.findings());
    }
}
