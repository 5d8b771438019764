package org.kepu.activity.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.kepu.activity.Nearby;
import org.kepu.activity.Point;
import org.kepu.activity.WhatsOn;
import org.kepu.page.Pager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is on near me: where the device is, told once when the button is pressed, or a banner that is chosen. The point comes by
 * POST, so that no address and no log has it, and is gone with the answer.
 */
@Controller
@RequestMapping("/activities/near")
class NearPages {

    private static final int ROWS = 20;

    /** As on every page, but that this one may ask the device where it is. */
    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()";

    private final Nearby nearby;
    private final Shown shown;
    private final Clock clock;

    NearPages(Nearby nearby, Shown shown, Clock clock) {
        this.nearby = nearby;
        this.shown = shown;
        this.clock = clock;
    }

    @GetMapping
    String ask(HttpServletResponse response, Model model) {
        return ask(false, response, model);
    }

    private String ask(boolean wrong, HttpServletResponse response, Model model) {
        response.setHeader("Permissions-Policy", PERMISSIONS);
        model.addAttribute("wrong", wrong);
        model.addAttribute("words", shown.words());
        return "activity/near";
    }

    @PostMapping
    String list(
            @RequestParam(defaultValue = "") String latitude,
            @RequestParam(defaultValue = "") String longitude,
            @RequestParam(defaultValue = "1") int page,
            HttpServletResponse response,
            Model model) {
        var here = Point.read(latitude, longitude);
        if (here.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(true, response, model);
        }
        var number = Math.clamp(page, 1, 100_000);
        var found = shown.found(nearby.of(here.get(), WhatsOn.from(clock.instant()), number, ROWS));
        model.addAttribute("cards", found.cards());
        model.addAttribute("here", here.get());
        model.addAttribute("pager", new Pager("/activities/near", number, ROWS, found.total()));
        return "activity/nearby";
    }
}
