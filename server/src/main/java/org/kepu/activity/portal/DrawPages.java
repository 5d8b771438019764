package org.kepu.activity.portal;

import org.kepu.activity.Activities;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Drawing;
import org.kepu.page.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The draw of a session, for everybody to do again. */
@Controller
class DrawPages {

    private final Activities activities;
    private final Drawing drawing;

    DrawPages(Activities activities, Drawing drawing) {
        this.activities = activities;
        this.drawing = drawing;
    }

    @GetMapping("/activities/sessions/{session}/draw")
    String draw(@PathVariable SessionId session, Model model) {
        var found = activities.session(session).orElseThrow(NotFound::new);
        model.addAttribute("draw", drawing.of(session).orElseThrow(NotFound::new));
        model.addAttribute("session", found);
        model.addAttribute("activity", activities.find(found.activity()).orElseThrow(NotFound::new));
        return "activity/draw";
    }
}
