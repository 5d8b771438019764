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
        model.addAttribute("tours", announced.all());
        model.addAttribute("choices", choices);
        model.addAttribute("today", LocalDate.now(clock));
        return "people/tourlist";
    }
}
