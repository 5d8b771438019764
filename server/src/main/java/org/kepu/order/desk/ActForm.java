package org.kepu.order.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.order.OrderAct;
import org.kepu.order.Said;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.BodyId;

/**
 * What is typed with an act on the desk; what cannot be read is as if it were not said.
 *
 * @param other a team beyond those suggested; where one is chosen, it is meant
 * @param starts as the browser writes a moment: 2026-03-05T14:30, in Asia/Shanghai
 * @param day as the browser writes a day
 */
public record ActForm(
        @Nullable Integer version,
        @Nullable String words,
        @Nullable Boolean unmet,
        @Nullable String department,
        @Nullable String supplier,
        @Nullable String other,
        @Nullable String starts,
        @Nullable String minutes,
        @Nullable String day,
        @Nullable String came,
        @Nullable String stars) {

    /** Nothing typed yet. */
    static final ActForm BLANK = new ActForm(null, null, null, null, null, null, null, null, null, null, null);

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    Said said(OrderAct act) {
        var reason = words == null ? "" : words;
        return switch (act.says()) {
            case NOTHING -> new Said("", false, null, supplierId(), null, null, null, null, null);
            case REASON -> Boolean.TRUE.equals(unmet) ? Said.unmet(reason) : Said.because(reason);
            case WHOM -> Said.to(read(department, BodyId::of), supplierId());
            case TIME -> Said.at(read(starts, ActForm::moment), number(minutes), reason);
            case OUTCOME -> Said.served(read(day, LocalDate::parse), number(came), number(minutes));
            case CORRECTION -> Said.amended(read(day, LocalDate::parse), number(came), number(minutes), reason);
            case MARK -> Said.rated(number(stars), reason);
        };
    }

    private @Nullable SupplierId supplierId() {
        return read(other == null || other.isBlank() ? supplier : other, text -> new SupplierId(UUID.fromString(text)));
    }

    /** The day of a moment, as the browser writes it; nothing where there is none. */
    public static String day(@Nullable Instant moment) {
        return moment == null ? "" : LocalDate.ofInstant(moment, HERE).toString();
    }

    private static Instant moment(String typed) {
        return LocalDateTime.parse(typed).atZone(HERE).toInstant();
    }

    private static @Nullable Integer number(@Nullable String typed) {
        return read(typed, Integer::valueOf);
    }

    private static <T> @Nullable T read(@Nullable String typed, Function<String, T> reader) {
        try {
            return Optional.ofNullable(typed)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(reader)
                    .orElse(null);
        } catch (IllegalArgumentException | DateTimeParseException none) {
            return null;
        }
    }
}
