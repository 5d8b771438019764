package org.kepu.order.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.order.Hand;
import org.kepu.order.Happened;
import org.kepu.order.OrderAct;
import org.kepu.order.ServiceOrder;

/**
 * An order as other systems read it; nothing of whoever asked.
 *
 * @param id by which it is found again here
 * @param code by which whoever asked finds it again at {@code /orders/{code}}; told to those alone who dispatch it
 * @param state {@code requested}, {@code accepted}, {@code pooled}, {@code dispatched}, {@code offered}, {@code taken}, {@code scheduled},
 *     {@code served}, {@code confirmed}, {@code closed}, {@code refused} or {@code cancelled}
 * @param due the day by which the next step is promised
 * @param starts when it is served
 * @param minutes how long it is to take; once it is served, how long it took
 * @param version to send with the next act, so that nobody's act is overtaken unseen
 * @param acts that lead on from here, by whosever hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderJson(
        String id,
        @Nullable String code,
        String state,
        String region,
        String subject,
        int people,
        LocalDate from,
        LocalDate to,
        @Nullable String department,
        @Nullable String supplier,
        @Nullable Instant starts,
        @Nullable Integer minutes,
        @Nullable Integer came,
        @Nullable Integer stars,
        @Nullable LocalDate due,
        int version,
        List<String> acts,
        @Nullable List<LineJson> life) {

    /** @param words what was said with it */
    record LineJson(Instant at, String act, String hand, String state, String words) {

        static LineJson of(Happened one) {
            return new LineJson(one.at(), one.act().word(), low(one.hand()), low(one.state()), one.words());
        }
    }

    static OrderJson of(ServiceOrder order, boolean withCode, @Nullable List<Happened> life) {
        var department = order.department();
        var supplier = order.supplier();
        return new OrderJson(
                order.id().toString(),
                withCode ? order.code() : null,
                low(order.state()),
                order.region().value(),
                order.subject(),
                order.people(),
                order.from(),
                order.to(),
                department == null ? null : department.toString(),
                supplier == null ? null : supplier.toString(),
                order.starts(),
                order.servedMinutes() == null ? order.minutes() : order.servedMinutes(),
                order.came(),
                order.stars(),
                order.due(),
                order.version(),
                Arrays.stream(OrderAct.values())
                        .filter(act -> Arrays.stream(Hand.values())
                                .anyMatch(hand -> hand != Hand.PLATFORM && act.isOpen(order.state(), hand)))
                        .map(OrderAct::word)
                        .toList(),
                life == null ? null : life.stream().map(LineJson::of).toList());
    }

    private static String low(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
