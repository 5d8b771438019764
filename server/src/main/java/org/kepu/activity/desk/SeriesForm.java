package org.kepu.activity.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.series.Occasion;
import org.kepu.activity.series.Rhythm;
import org.kepu.activity.series.SeriesId;
import org.springframework.validation.Errors;

/**
 * How a session comes again, as a clerk tells it; the session itself is a {@link SessionForm} beside it.
 *
 * @param key by which the series is known when it is sent twice
 * @param weekdays of a weekly one; none: that of the first day
 * @param looked the rule whose days were shown last; empty: none were
 * @param chosen the days that were ticked
 */
public record SeriesForm(
        String key,
        String rhythm,
        String every,
        String times,
        List<String> weekdays,
        @Nullable Boolean skips,
        String looked,
        List<String> chosen) {

    private static final int MOST_TIMES = 60;

    @SuppressWarnings("NullAway") // an absent field comes as null
    public SeriesForm {
        key = tidy(key);
        rhythm = tidy(rhythm);
        every = tidy(every);
        times = tidy(times);
        weekdays = weekdays == null ? List.of() : List.copyOf(weekdays);
        skips = Boolean.TRUE.equals(skips);
        looked = tidy(looked);
        chosen = chosen == null ? List.of() : List.copyOf(chosen);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static SeriesForm blank() {
        return new SeriesForm(
                UUID.randomUUID().toString(), Rhythm.WEEKLY.name(), "1", "10", List.of(), true, "", List.of());
    }

    /** Says at each field what is wrong. */
    void check(Errors errors) {
        if (told().isEmpty()) {
            errors.rejectValue("rhythm", "planning.wrong.rhythm");
        }
        if (!every.matches("[1-9]|1[0-2]")) {
            errors.rejectValue("every", "planning.wrong.every");
        }
        if (!times.matches("[1-9]|[1-5]\\d|60")) {
            errors.rejectValue("times", "planning.wrong.times", new Object[] {MOST_TIMES}, "");
        }
        if (!weekdays.stream().allMatch(written -> day(written).isPresent())) {
            errors.rejectValue("weekdays", "planning.wrong.weekdays");
        }
        if (id().isEmpty()) {
            errors.reject("planning.wrong.key");
        }
    }

    private Optional<Rhythm> told() {
        return Arrays.stream(Rhythm.values())
                .filter(one -> one.name().equals(rhythm))
                .findFirst();
    }

    private static Optional<DayOfWeek> day(String written) {
        return Arrays.stream(DayOfWeek.values())
                .filter(one -> one.name().equals(written))
                .findFirst();
    }

    Optional<SeriesId> id() {
        try {
            return Optional.of(SeriesId.of(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The rule, once nothing is wrong. */
    String rule(LocalDate first) {
        return told().orElseThrow()
                .rule(
                        first,
                        Integer.parseInt(every),
                        weekdays.stream()
                                .flatMap(written -> day(written).stream())
                                .toList());
    }

    int count() {
        return Integer.parseInt(times);
    }

    /** What was asked of whoever ticks: the rule, from when on, how often. */
    String sight(LocalDate first) {
        return rule(first) + " " + first + " " + times + " " + skips;
    }

    boolean isLooked(LocalDate first) {
        return looked.equals(sight(first));
    }

    /** The same after these days were shown, all ticked that can be, unless the ticks were made on these very days. */
    SeriesForm shown(LocalDate first, List<Occasion> occasions) {
        var ticks = isLooked(first)
                ? chosen
                : occasions.stream()
                        .filter(Occasion::ticked)
                        .map(occasion -> occasion.day().toString())
                        .toList();
        return new SeriesForm(key, rhythm, every, times, weekdays, skips, sight(first), ticks);
    }

    /** The ticked ones of these days. */
    List<LocalDate> days(List<Occasion> occasions) {
        return occasions.stream()
                .filter(occasion -> occasion.kind() != Occasion.Kind.THERE)
                .map(Occasion::day)
                .filter(day -> chosen.contains(day.toString()))
                .toList();
    }
}
