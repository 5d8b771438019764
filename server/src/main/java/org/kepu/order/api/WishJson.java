package org.kepu.order.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.order.Wish;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.Actor;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;

/**
 * What another system asks for somebody.
 *
 * @param region the code of the division in which it is to take place
 * @param subject one of the subjects, such as {@code HEALTH}
 * @param words what they would like to hear, up to 500 signs; no telephone numbers
 * @param audience for whom, as facts call it; nobody in particular where nothing is said
 * @param people how many, 1 to 999
 * @param from the first day that suits, {@code to} the last
 * @param hours at what times of the day, in words
 * @param supplier the id of a team or an expert of the menu
 * @param place the address, 1 to 100 signs
 * @param needs what somebody needs to take part
 * @param name by which they want to be called, 1 to 40 signs
 * @param phone 7 to 12 digits
 */
record WishJson(
        @Nullable String region,
        @Nullable String subject,
        @Nullable String words,
        @Nullable String audience,
        @Nullable Integer people,
        @Nullable String from,
        @Nullable String to,
        @Nullable String hours,
        @Nullable String supplier,
        @Nullable String place,
        @Nullable String needs,
        @Nullable String name,
        @Nullable String phone) {

    /** The first field that is wrong by itself; whether subjects and audiences are known, and days to come, are other questions. */
    Optional<String> wrong() {
        if (RegionCode.read(told(region)).isEmpty()) {
            return Optional.of("region");
        }
        if (!fits(words, 0, Wish.LONGEST_WORDS)) {
            return Optional.of("words");
        }
        if (people == null || people < 1 || people > Wish.MOST_PEOPLE) {
            return Optional.of("people");
        }
        var first = day(from);
        var last = day(to);
        if (first.isEmpty()) {
            return Optional.of("from");
        }
        if (last.isEmpty() || last.get().isBefore(first.get())) {
            return Optional.of("to");
        }
        if (!fits(hours, 0, Wish.LONGEST_HOURS)) {
            return Optional.of("hours");
        }
        if (!told(supplier).isEmpty() && supplierId() == null) {
            return Optional.of("supplier");
        }
        if (!fits(place, 1, Wish.LONGEST_PLACE)) {
            return Optional.of("place");
        }
        if (!fits(needs, 0, Wish.LONGEST_NEEDS)) {
            return Optional.of("needs");
        }
        if (!fits(name, 1, Wish.LONGEST_NAME)) {
            return Optional.of("name");
        }
        return PhoneNumber.read(told(phone)).isEmpty() ? Optional.of("phone") : Optional.empty();
    }

    /** The first day that is over, or too far ahead; for days that can be read. */
    Optional<String> wrongDay(LocalDate today) {
        if (day(from).orElseThrow().isBefore(today)) {
            return Optional.of("from");
        }
        return day(to).orElseThrow().isAfter(today.plusDays(Wish.LATEST_DAYS)) ? Optional.of("to") : Optional.empty();
    }

    private static boolean fits(@Nullable String text, int shortest, int longest) {
        return told(text).length() >= shortest && told(text).length() <= longest;
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(told(typed)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private @Nullable SupplierId supplierId() {
        try {
            return told(supplier).isEmpty() ? null : new SupplierId(UUID.fromString(told(supplier)));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** What is asked, once nothing is wrong. */
    Wish wish(String key, Actor by) {
        return new Wish(
                RegionCode.read(told(region)).orElseThrow(),
                told(subject),
                told(words),
                told(audience),
                people == null ? 0 : people,
                day(from).orElseThrow(),
                day(to).orElseThrow(),
                told(hours),
                supplierId(),
                told(place),
                told(needs),
                told(name),
                PhoneNumber.read(told(phone)).orElseThrow(),
                Wish.Channel.API,
                key,
                by);
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "WishJson";
    }
}
