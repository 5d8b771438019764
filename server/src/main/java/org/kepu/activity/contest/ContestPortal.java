package org.kepu.activity.contest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import org.kepu.region.Regions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The contests of a year, for everybody: which are in the white list, and until when one may enter. */
@Controller
class ContestPortal {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Contests contests;
    private final Regions regions;
    private final Clock clock;

    ContestPortal(Contests contests, Regions regions, Clock clock) {
        this.contests = contests;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/activities/contests")
    String calendar(@RequestParam(defaultValue = "0") int year, Model model) {
        var today = LocalDate.now(clock.withZone(HERE));
        var shown = Year.of(year < 2021 || year > today.getYear() + 1 ? today.getYear() : year);
        var entries = contests.calendar(shown.atDay(1), shown.atDay(shown.length()));
        var names = regions.all(
                entries.stream().map(Contests.Entry::region).distinct().toList());
        model.addAttribute("calendar", new ContestCalendar(shown.getValue(), today, entries, names));
        return "contest/calendar";
    }
}
