package org.kepu.order.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.order.OrderAct;
import org.kepu.order.Said;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.BodyId;

/**
 * What is said with an act; each reads what it needs.
 *
 * @param version of the order as it was read; where it is said, an act on an order that has moved is refused as {@code overtaken}
 * @param hand {@code requester} where the act is that of whoever asked; otherwise it is that of the token's own hand
 * @param words the reason, or a comment
 * @param unmet of refuse and cancel: because nobody could serve
 * @param department of dispatch: the id of the body
 * @param supplier of dispatch, claim and take: the id of the team or expert, which dispatch asks at once where no department is named; of take only where the token is of several that serve there
 * @param starts of schedule and reschedule: a moment such as {@code 2026-03-05T06:30:00Z}
 * @param minutes of schedule and reschedule: how long it is to take; of serve and amend: how long it took
 * @param day of serve and amend: on which day
 * @param came of serve and amend: how many came
 * @param stars of rate: 1 to 5
 */
record ActJson(
        @Nullable Integer version,
        @Nullable String hand,
        @Nullable String words,
        @Nullable Boolean unmet,
        @Nullable String department,
        @Nullable String supplier,
        @Nullable String starts,
        @Nullable Integer minutes,
        @Nullable String day,
        @Nullable Integer came,
        @Nullable Integer stars) {

    static final ActJson NOTHING = new ActJson(null, null, null, null, null, null, null, null, null, null, null);

    boolean isOfRequester() {
        return "requester".equals(hand);
    }

    Said said(OrderAct act) {
        var reason = words == null ? "" : words;
        var team = read(supplier, text -> new SupplierId(UUID.fromString(text)));
        return switch (act.says()) {
            case NOTHING -> new Said("", false, null, team, null, null, null, null, null);
            case REASON -> Boolean.TRUE.equals(unmet) ? Said.unmet(reason) : Said.because(reason);
            case WHOM -> Said.to(read(department, BodyId::of), team);
            case TIME -> Said.at(read(starts, Instant::parse), minutes, reason);
            case OUTCOME -> Said.served(read(day, LocalDate::parse), came, minutes);
            case CORRECTION -> Said.amended(read(day, LocalDate::parse), came, minutes, reason);
            case MARK -> Said.rated(stars, reason);
        };
    }

    /** What cannot be read is as if it were not said. */
    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reader) {
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException none) {
            return null;
        }
    }
}
