package org.kepu.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** By which day the next step of an order is promised: so many working days from today, as the division has set. */
@Component
class Promises {

    private final Rules rules;
    private final OfficeCalendar calendar;
    private final Clock clock;

    Promises(Rules rules, OfficeCalendar calendar, Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Null where nothing is promised. */
    @Nullable
    LocalDate dueFor(OrderState state, List<RegionCode> way) {
        return due(state, rules.along(way));
    }

    @Nullable
    LocalDate due(OrderState state, Rule rule) {
        return due(state, rule, LocalDate.now(clock));
    }

    /** What is to be served is promised from the day on which it ends, everything else from today. */
    @Nullable
    LocalDate due(OrderState state, Rule rule, @Nullable Instant ends) {
        var today = LocalDate.now(clock);
        var end = ends == null ? today : LocalDate.ofInstant(ends, clock.getZone());
        return due(state, rule, state == OrderState.SCHEDULED && end.isAfter(today) ? end : today);
    }

    private @Nullable LocalDate due(OrderState state, Rule rule, LocalDate from) {
        int days = rule.daysFor(state);
        return days == 0 ? null : calendar.days().after(from, days);
    }
}
