package org.kepu.order.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.order.supply.Subjects;
import org.kepu.order.supply.Supplier;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * A team or an expert as a clerk writes it down.
 *
 * @param id made when the form was shown: sent twice, it is one
 * @param version 0 of a new one
 */
public record SupplierForm(
        String id,
        int version,
        String kind,
        String title,
        String about,
        String body,
        String region,
        String area,
        List<String> subjects,
        String capacity,
        @Nullable Boolean active) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public SupplierForm {
        id = id == null || id.isBlank() ? UUID.randomUUID().toString() : id.strip();
        kind = tidy(kind);
        title = tidy(title);
        about = tidy(about);
        body = tidy(body);
        region = tidy(region);
        area = tidy(area);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        capacity = tidy(capacity);
        active = Boolean.TRUE.equals(active);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static SupplierForm blank(String region) {
        return new SupplierForm("", 0, "TEAM", "", "", "", region, region, List.of(), "3", true);
    }

    static SupplierForm of(Supplier one) {
        return new SupplierForm(
                one.id().toString(),
                one.version(),
                one.kind().name(),
                one.title(),
                one.about(),
                one.body().toString(),
                one.region().value(),
                one.area().value(),
                one.subjects(),
                String.valueOf(one.capacity()),
                one.active());
    }

    /** Says at the fields what is wrong. */
    void check(Subjects known, Errors errors) {
        if (title.isEmpty() || title.length() > Supplier.LONGEST_TITLE || Reason.tellsTooMuch(title)) {
            errors.rejectValue("title", "order.supplier.wrong.title");
        }
        if (about.length() > Supplier.LONGEST_ABOUT || Reason.tellsTooMuch(about)) {
            errors.rejectValue("about", "order.supplier.wrong.about");
        }
        if (read(body).isEmpty()) {
            errors.rejectValue("body", "order.supplier.wrong.body");
        }
        if (RegionCode.read(region).isEmpty()) {
            errors.rejectValue("region", "order.form.wrong.region");
        }
        if (RegionCode.read(area).isEmpty()) {
            errors.rejectValue("area", "order.form.wrong.region");
        }
        if (subjects.isEmpty() || !subjects.stream().allMatch(known::isKnown)) {
            errors.rejectValue("subjects", "order.supplier.wrong.subjects");
        }
        if (!capacity.matches("[1-9]\\d?")) {
            errors.rejectValue("capacity", "order.supplier.wrong.capacity");
        }
    }

    private static Optional<UUID> read(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The body whose clerks act for them, if one is chosen. */
    Optional<BodyId> bodyId() {
        return read(body).map(BodyId::new);
    }

    /** What is written down, once nothing is wrong. */
    Supplier.Written written() {
        return new Supplier.Written(
                kind.equals(Supplier.Kind.EXPERT.name()) ? Supplier.Kind.EXPERT : Supplier.Kind.TEAM,
                title,
                about,
                bodyId().orElseThrow(),
                new RegionCode(region),
                new RegionCode(area),
                subjects,
                List.of(),
                Integer.parseInt(capacity),
                Boolean.TRUE.equals(active));
    }
}
