package org.kepu.activity.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import org.kepu.activity.DaysOfActivities;
import org.kepu.activity.Vocabulary;
import org.kepu.page.SameForStrangers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** A month of what is on: a table of its weeks, or on a telephone a list of its days. */
@Controller
class MonthPages {

    private static final int LINES = 3;

    private final DaysOfActivities days;
    private final Vocabulary vocabulary;
    private final Shown shown;
    private final Clock clock;

    MonthPages(DaysOfActivities days, Vocabulary vocabulary, Shown shown, Clock clock) {
        this.days = days;
        this.vocabulary = vocabulary;
        this.shown = shown;
        this.clock = clock;
    }

    @GetMapping("/activities/calendar")
    @SameForStrangers
    String month(@ModelAttribute("filter") Filter filter, Model model) {
        var month = filter.month(clock);
        var first = month.atDay(1);
        var last = month.atEndOfMonth();
        var on = days.between(first, last, filter.during(first, last, clock), LINES);
        var campaigns = vocabulary.campaigns(Year.of(month.getYear()));
        model.addAttribute("view", MonthView.of(month, LocalDate.now(clock), on, campaigns));
        model.addAttribute("filter", filter.on(month.toString()));
        model.addAttribute("words", shown.words());
        return "activity/calendar";
    }
}
