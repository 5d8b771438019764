package org.kepu.access.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Who may act in whose place, in the order in which people should hear it. */
enum DeputyRule {
    UNKNOWN("deputy", (wanted, known) -> known.deputy().isEmpty()),
    ONESELF(
            "deputy",
            (wanted, known) ->
                    known.deputy().filter(wanted.represented()::equals).isPresent()),
    /** The three hands have no deputies (三员分立). */
    NOT_FOR_A_HAND("deputy", (wanted, known) -> known.representedIsAHand()),
    /** One of the three hands is nobody's deputy. */
    NOT_BY_A_HAND("deputy", (wanted, known) -> known.deputyIsAHand()),
    BEGINS_IN_THE_PAST("from", (wanted, known) -> wanted.from().isBefore(known.today())),
    ENDS_BEFORE_IT_BEGINS("until", (wanted, known) -> wanted.until().isBefore(wanted.from())),
    TOO_LONG("until", (wanted, known) -> wanted.until().isAfter(wanted.from().plusDays(DeputyRule.MOST_DAYS))),
    NAMED_ALREADY("deputy", (wanted, known) -> known.namedAlready());

    /** Half a year; who is away for longer gets a successor. */
    private static final int MOST_DAYS = 182;

    private final String field;
    private final BiPredicate<Wanted, Known> broken;

    DeputyRule(String field, BiPredicate<Wanted, Known> broken) {
        this.field = field;
        this.broken = broken;
    }

    /** @param deputy the name of the deputy's account, as it was typed */
    record Wanted(UUID represented, String deputy, LocalDate from, LocalDate until, String reason) {}

    /** What is known of the two within the wanted time. */
    record Known(
            Optional<UUID> deputy,
            boolean representedIsAHand,
            boolean deputyIsAHand,
            boolean namedAlready,
            LocalDate today) {}

    /** The field of the form at which it is told. */
    String field() {
        return field;
    }

    /** The key of the sentence. */
    String messageKey() {
        return "access.deputy.rule." + name();
    }

    /** All that speaks against it. */
    static List<DeputyRule> broken(Wanted wanted, Known known) {
        return Arrays.stream(values())
                .filter(rule -> rule.broken.test(wanted, known))
                .toList();
    }
}
