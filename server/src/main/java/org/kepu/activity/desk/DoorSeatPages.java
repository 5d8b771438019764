package org.kepu.activity.desk;

import org.kepu.activity.SessionId;
import org.kepu.activity.booking.DoorSeats;
import org.kepu.page.Flash;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Seats that are given at the door, or taken back. */
@Controller
class DoorSeatPages {

    private final DoorSeats doorSeats;

    DoorSeatPages(DoorSeats doorSeats) {
        this.doorSeats = doorSeats;
    }

    @PostMapping("/desk/activities/sessions/{session}/door-seats")
    String give(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String places,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "false") boolean back,
            RedirectAttributes redirect) {
        int asked = places.matches("[1-9]\\d{0,2}") ? Integer.parseInt(places) : 0;
        redirect.addFlashAttribute(
                "flash",
                asked == 0 || asked > DoorSeats.MOST || key.isBlank()
                        ? Flash.warn("booking.door.wrong")
                        : switch (doorSeats.give(scope, session, back ? -asked : asked, key.strip())) {
                            case DONE -> Flash.success(back ? "booking.door.back" : "booking.door.given", asked);
                            case NOT_SO_MANY -> Flash.warn(back ? "booking.door.not-given" : "booking.door.none");
                            case KEY_USED_OTHERWISE -> Flash.warn("booking.door.otherwise");
                        });
        return "redirect:/desk/activities/sessions/" + session + "#door";
    }
}
