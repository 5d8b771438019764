package org.kepu.ledger.round;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.WorkingDays;
import org.springframework.validation.Errors;

/**
 * What an office types when it opens a round.
 *
 * @param region the code of its division
 * @param dueDays working days from today; unless a day is given
 * @param dueAfterAll the day that was settled on after the form had said that the one given is a day off
 * @param before working days before the due day, as 3,1
 * @param all whether the plans of all divisions below are asked too
 */
public record RoundForm(
        @Nullable String region,
        @Nullable String name,
        @Nullable Period period,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String dueDays,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate dueAfterAll,
        @Nullable String opinionDays,
        @Nullable String mendDays,
        @Nullable String before,
        @Nullable String after,
        @Nullable List<String> plans,
        @Nullable Boolean all) {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}([,，、 ]+\\d{1,2}){0,4}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final int LONGEST_TERM = 60;
    private static final int MOST_DAYS = 30;
    private static final int LONGEST_NAME = 60;

    /** What is usual: the span before today's that is over, ten working days, leads three, reminders three and one before, one and three after. */
    static RoundForm usual(String region, Period period, LocalDate today) {
        var last = period.firstOf(today).minusDays(1);
        var day = period == Period.ONCE ? today : last;
        return new RoundForm(
                region,
                "",
                period,
                period.firstOf(day),
                period.lastOf(day),
                "10",
                null,
                null,
                "3",
                "3",
                "3,1",
                "1,3",
                List.of(),
                false);
    }

    List<String> chosen() {
        var chosen = plans;
        return chosen == null ? List.of() : List.copyOf(chosen);
    }

    boolean asksAll() {
        return Boolean.TRUE.equals(all);
    }

    /**
     * The day on which an answer is due, if that is settled: a day off only where the office was told so and means it.
     *
     * @throws java.util.NoSuchElementException if the form is not in order
     */
    Optional<LocalDate> due(LocalDate today, WorkingDays days) {
        var given = dueOn;
        if (given == null) {
            return Optional.of(days.after(today, days(dueDays).orElseThrow()));
        }
        return days.works(given)
                ? Optional.of(given)
                : Optional.ofNullable(dueAfterAll).filter(day -> day.equals(given) || day.equals(days.after(given, 1)));
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors, LocalDate today) {
        var called = name;
        if (called == null || called.strip().length() < 2 || called.strip().length() > LONGEST_NAME) {
            errors.rejectValue("name", "round.form.name.wrong");
        }
        if (period == null) {
            errors.rejectValue("period", "round.form.period.wrong");
        }
        if (from == null || to == null || to.isBefore(from) || from.getYear() != to.getYear()) {
            errors.rejectValue("to", "round.form.to.wrong");
        } else if (period != null && !period.spans(from, to)) {
            errors.rejectValue("to", "round.form.to.no-span");
        }
        if (dueOn == null
                ? !between(1, LONGEST_TERM, dueDays)
                : dueOn.isBefore(today) || dueOn.isAfter(today.plusYears(1))) {
            errors.rejectValue(dueOn == null ? "dueDays" : "dueOn", "round.form.due.wrong");
        }
        if (!between(0, MOST_DAYS, opinionDays)) {
            errors.rejectValue("opinionDays", "round.form.days.wrong");
        }
        if (!between(1, MOST_DAYS, mendDays)) {
            errors.rejectValue("mendDays", "round.form.days.wrong");
        }
        if (numbers(before).isEmpty()) {
            errors.rejectValue("before", "round.form.numbers.wrong");
        }
        if (numbers(after).isEmpty()) {
            errors.rejectValue("after", "round.form.numbers.wrong");
        }
        if (chosen().isEmpty() && !asksAll()) {
            errors.rejectValue("plans", "round.form.plans.none");
        }
    }

    private static boolean between(int least, int most, @Nullable String written) {
        return days(written).filter(days -> days >= least && days <= most).isPresent();
    }

    /** So many days, as somebody typed them; empty if that is no number. */
    static Optional<Integer> days(@Nullable String written) {
        return Optional.ofNullable(written)
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf);
    }

    /** None is a list too. */
    static Optional<List<Integer>> numbers(@Nullable String written) {
        var text = written == null ? "" : written.strip();
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        return NUMBERS.matcher(text).matches()
                ? Optional.of(Arrays.stream(text.split("[,，、 ]+"))
                        .map(Integer::valueOf)
                        .filter(number -> number > 0)
                        .distinct()
                        .toList())
                : Optional.empty();
    }
}
