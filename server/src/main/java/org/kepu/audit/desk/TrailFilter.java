package org.kepu.audit.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an auditor looks for, as it was typed; what is empty does not narrow.
 *
 * @param from the first day, in Asia/Shanghai
 * @param until the last day
 * @param person a part of the name of who acted, or was represented
 * @param act the key of an act
 * @param object a part of what it was done to is called, or its identity
 * @param region a division, with all that lies below it
 * @param subject a part of the name of the person whose data was touched
 * @param words anything that stands in label, reason, changes or address
 */
public record TrailFilter(
        String from,
        String until,
        String person,
        String act,
        String object,
        String region,
        String subject,
        String words) {

    /** Looks for nothing in particular. */
    static final TrailFilter ALL = new TrailFilter("", "", "", "", "", "", "", "");

    private static final int LONGEST = 100;

    @SuppressWarnings("NullAway") // an absent parameter comes as null
    public TrailFilter {
        from = tidy(from);
        until = tidy(until);
        person = tidy(person);
        act = tidy(act);
        object = tidy(object);
        region = tidy(region);
        subject = tidy(subject);
        words = tidy(words);
    }

    private static String tidy(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip().replace("\0", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** Says at which field something was typed that cannot be looked for. */
    void check(Errors errors) {
        if (!from.isEmpty() && firstDay().isEmpty()) {
            errors.rejectValue("from", "audit.search.day.wrong");
        }
        if (!until.isEmpty() && lastDay().isEmpty()) {
            errors.rejectValue("until", "audit.search.day.wrong");
        }
        if (!region.isEmpty() && division().isEmpty()) {
            errors.rejectValue("region", "audit.search.region.wrong");
        }
    }

    Optional<LocalDate> firstDay() {
        return day(from);
    }

    Optional<LocalDate> lastDay() {
        return day(until);
    }

    Optional<RegionCode> division() {
        return RegionCode.read(region);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The fields that narrow, in the order of the form. */
    public Map<String, String> narrowing() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("from", from);
        fields.put("until", until);
        fields.put("person", person);
        fields.put("act", act);
        fields.put("object", object);
        fields.put("region", region);
        fields.put("subject", subject);
        fields.put("words", words);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** Whether anything narrows beyond days, person and words, which are always in view. */
    public boolean isDetailed() {
        return !(act + object + region + subject).isEmpty();
    }

    /** The address of the newest rows. */
    public String first() {
        return address().encode().buildAndExpand(narrowing()).toUriString();
    }

    /** The address of the rows that come after this one. */
    public String after(long number) {
        return address()
                .queryParam("after", number)
                .encode()
                .buildAndExpand(narrowing())
                .toUriString();
    }

    private UriComponentsBuilder address() {
        var here = UriComponentsBuilder.fromPath("/desk/audit");
        narrowing().keySet().forEach(field -> here.queryParam(field, "{" + field + "}"));
        return here;
    }
}
