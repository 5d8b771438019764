package org.kepu.activity.desk;

import java.nio.charset.StandardCharsets;
import org.kepu.activity.Offers;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.SessionId;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of a session to take along, for a reason. */
@Controller
class BookingExportPages {

    private final OwnActivities activities;
    private final Offers offers;
    private final ExportingBookings exporting;

    BookingExportPages(OwnActivities activities, Offers offers, ExportingBookings exporting) {
        this.activities = activities;
        this.offers = offers;
        this.exporting = exporting;
    }

    /** A post, since it is written on the trail. */
    @PostMapping("/desk/activities/sessions/{session}/export")
    Object export(
            @May(Right.EXPORT_PERSONAL) Scope scope,
            Desk desk,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("page") Page page,
            RedirectAttributes redirect) {
        var running = desk.scope(Right.RUN_ACTIVITIES);
        var found = activities.session(running, session).orElseThrow(NotFound::new);
        var activity = activities.find(running, found.activity()).orElseThrow(NotFound::new);
        var fault = Reason.fault(reason);
        if (fault.isPresent()) {
            redirect.addFlashAttribute("flash", Flash.warn(fault.get().messageKey()));
            return "redirect:/desk/activities/sessions/" + session + "#bookings";
        }
        var text = exporting.export(scope, running, activity, offers.of(found), new Reason(reason), page);
        return Attachment.CSV
                .named(page.say("activity.bookings") + "-" + found.day())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
