package org.kepu.people.tour;

import java.time.Clock;
import java.time.LocalDate;
import org.kepu.people.ServiceChoices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where experts come to, for everybody. */
@Controller
class TourPortal {

    private final AnnouncedTours announced;
    private final ServiceChoices choices;
    private final Clock clock;

    TourPortal(AnnouncedTours announced, ServiceChoices choices, Clock clock) {
        this.announced = announced;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/experts/tours")
    String list(Model model) {
        var coming = announced.coming();
        model.addAttribute("coming", coming);
        model.addAttribute("past", announced.past());
        model.addAttribute(
                "ways",
                choices.ways(coming.stream()
                        .flatMap(one -> one.places().stream())
                        .map(AnnouncedTours.Place::banner)
                        .toList()));
        model.addAttribute("today", LocalDate.now(clock));
        return "people/tourlist";
    }
}
