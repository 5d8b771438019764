package org.kepu.order.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.order.Refusal;
import org.kepu.order.Wish;
import org.kepu.shared.Actor;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.springframework.validation.Errors;

/**
 * An order as somebody fills it in.
 *
 * @param region the division in which it is to take place
 * @param supplier whom they would like from the menu; may be empty
 * @param key made when the form was shown, so that sending it twice asks once
 * @param phoned of a clerk's form: whether they rang up
 */
public record RequestForm(
        String region,
        String subject,
        String words,
        String audience,
        String people,
        String from,
        String to,
        String hours,
        String supplier,
        String place,
        String needs,
        String name,
        String phone,
        @Nullable Boolean consent,
        @Nullable Boolean phoned,
        String key) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public RequestForm {
        region = tidy(region);
        subject = tidy(subject);
        words = tidy(words);
        audience = tidy(audience);
        people = tidy(people);
        from = tidy(from);
        to = tidy(to);
        hours = tidy(hours);
        supplier = tidy(supplier);
        place = tidy(place);
        needs = tidy(needs);
        name = tidy(name);
        phone = tidy(phone);
        consent = Boolean.TRUE.equals(consent);
        phoned = Boolean.TRUE.equals(phoned);
        key = tidy(key);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public static RequestForm blank(String region, String subject, String supplier, LocalDate today) {
        return new RequestForm(
                region,
                subject,
                "",
                "PUBLIC",
                "30",
                today.plusDays(7).toString(),
                today.plusDays(30).toString(),
                "",
                supplier,
                "",
                "",
                "",
                "",
                false,
                true,
                UUID.randomUUID().toString());
    }

    /** Says at each field what is wrong with what somebody fills in for themselves. */
    void check(OrderPlaces.Offered offered, Errors errors) {
        checkAsked(offered, errors);
        if (!Boolean.TRUE.equals(consent)) {
            errors.rejectValue("consent", "order.form.wrong.consent");
        }
    }

    /** Says at each field what is wrong with it by itself. */
    public void checkAsked(OrderPlaces.Offered offered, Errors errors) {
        if (offered.within().stream()
                .flatMap(group -> group.members().stream())
                .noneMatch(one -> one.code().value().equals(region))) {
            errors.rejectValue("region", "order.form.wrong.region");
        }
        if (offered.subjects().stream().noneMatch(one -> one.code().equals(subject))) {
            errors.rejectValue("subject", "order.form.wrong.subject");
        }
        if (!audience.isEmpty()
                && offered.audiences().stream().noneMatch(one -> one.code().equals(audience))) {
            errors.rejectValue("audience", "order.form.wrong.audience");
        }
        checkWords(errors);
        if (count().filter(many -> many >= 1 && many <= Wish.MOST_PEOPLE).isEmpty()) {
            errors.rejectValue("people", "order.form.wrong.people", new Object[] {Wish.MOST_PEOPLE}, null);
        }
        checkSpan(errors);
        if (name.isEmpty() || name.length() > Wish.LONGEST_NAME) {
            errors.rejectValue("name", "order.form.wrong.name");
        }
        if (PhoneNumber.read(phone).isEmpty()) {
            errors.rejectValue("phone", "order.form.wrong.phone");
        }
        if (key.isEmpty() || key.length() > Wish.LONGEST_KEY) {
            errors.reject("order.form.wrong.key");
        }
    }

    private void checkWords(Errors errors) {
        if (words.length() > Wish.LONGEST_WORDS) {
            errors.rejectValue("words", "order.form.wrong.words", new Object[] {Wish.LONGEST_WORDS}, null);
        } else if (Reason.tellsTooMuch(words)) {
            errors.rejectValue("words", "order.refused.TELLS_TOO_MUCH");
        }
        if (hours.length() > Wish.LONGEST_HOURS) {
            errors.rejectValue("hours", "order.form.wrong.words", new Object[] {Wish.LONGEST_HOURS}, null);
        } else if (Reason.tellsTooMuch(hours)) {
            errors.rejectValue("hours", "order.refused.TELLS_TOO_MUCH");
        }
        if (place.isEmpty() || place.length() > Wish.LONGEST_PLACE) {
            errors.rejectValue("place", "order.form.wrong.place");
        }
        if (needs.length() > Wish.LONGEST_NEEDS) {
            errors.rejectValue("needs", "order.form.wrong.words", new Object[] {Wish.LONGEST_NEEDS}, null);
        }
    }

    private void checkSpan(Errors errors) {
        var first = day(from);
        var last = day(to);
        if (first.isEmpty()) {
            errors.rejectValue("from", "order.form.wrong.from");
        }
        if (last.isEmpty() || first.isPresent() && last.get().isBefore(first.get())) {
            rejectTo(errors);
        }
    }

    /** Says what is wrong with the days as they are seen today; of what was asked before, days may be over. */
    public void checkDays(LocalDate today, Errors errors) {
        if (day(from).filter(first -> first.isBefore(today)).isPresent()) {
            errors.rejectValue("from", "order.form.wrong.from");
        }
        if (day(to).filter(last -> last.isAfter(today.plusDays(Wish.LATEST_DAYS)))
                .isPresent()) {
            rejectTo(errors);
        }
    }

    private static void rejectTo(Errors errors) {
        errors.rejectValue("to", "order.form.wrong.to", new Object[] {Wish.LATEST_DAYS}, null);
    }

    /** The same as another order. */
    public RequestForm anew() {
        return new RequestForm(
                region,
                subject,
                words,
                audience,
                people,
                from,
                to,
                hours,
                supplier,
                place,
                needs,
                name,
                phone,
                consent,
                phoned,
                UUID.randomUUID().toString());
    }

    /** Says why it was not taken in, where it can be put right. */
    public static void reject(Refusal why, Errors errors) {
        switch (why) {
            case NOBODY -> errors.rejectValue("supplier", "order.form.wrong.supplier");
            case KEY_USED_OTHERWISE -> errors.reject(why.messageKey());
            default -> errors.rejectValue("words", why.messageKey());
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Optional<Integer> count() {
        return people.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(people)) : Optional.empty();
    }

    /** What is asked, once nothing is wrong; without a clerk, for themselves. */
    public Wish wish(OrderPlaces.Offered offered, @Nullable Actor by) {
        return new Wish(
                new RegionCode(region),
                subject,
                words,
                audience,
                count().orElseThrow(),
                day(from).orElseThrow(),
                day(to).orElseThrow(),
                hours,
                offered.wished().map(found -> found.id()).orElse(null),
                place,
                needs,
                name,
                PhoneNumber.read(phone).orElseThrow(),
                by == null ? Wish.Channel.WEB : Boolean.TRUE.equals(phoned) ? Wish.Channel.PHONE : Wish.Channel.DESK,
                key,
                by);
    }

    @Override
    public String toString() {
        return "RequestForm";
    }
}
