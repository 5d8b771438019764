package org.kepu.order;

import java.time.Clock;
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
        int days = rule.daysFor(state);
        return days == 0 ? null : calendar.days().after(LocalDate.now(clock), days);
    }
}
