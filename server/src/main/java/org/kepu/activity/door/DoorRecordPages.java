package org.kepu.activity.door;

import java.util.UUID;
import org.kepu.activity.SessionId;
import org.kepu.page.Flash;
import org.kepu.page.Page;
import org.kepu.page.SiteAddress;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was written down at the doors of a session, and who may help there. */
@Controller
@RequestMapping("/desk/activities/sessions/{session}/door")
class DoorRecordPages {

    private final ClerksDoor door;
    private final DoorLinks links;
    private final DoorViews views;
    private final SiteAddress site;

    DoorRecordPages(ClerksDoor door, DoorLinks links, DoorViews views, SiteAddress site) {
        this.door = door;
        this.links = links;
        this.views = views;
        this.site = site;
    }

    @GetMapping("/record")
    String record(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @ModelAttribute("page") Page page,
            Model model) {
        model.addAttribute("list", door.list(scope, session));
        model.addAttribute("counters", views.counters(door.walkIns(scope, session)));
        model.addAttribute("lines", views.lines(door.doubtful(scope, session), page));
        model.addAttribute("late", door.late(scope, session));
        model.addAttribute("links", links.of(scope, session));
        return "door/record";
    }

    /** The link stands on the next page, once. */
    @PostMapping("/links")
    String make(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SessionId session, RedirectAttributes redirect) {
        links.make(scope, session)
                .ifPresentOrElse(
                        made -> redirect.addFlashAttribute("made", site.of("/door/" + made.token())),
                        () -> redirect.addFlashAttribute("flash", Flash.warn("door.link.too-late")));
        return "redirect:/desk/activities/sessions/" + session + "/door/record#links";
    }

    @PostMapping("/links/{link}/withdraw")
    String withdraw(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @PathVariable UUID link,
            RedirectAttributes redirect) {
        links.withdraw(scope, session, link);
        redirect.addFlashAttribute("flash", Flash.success("door.link.withdrawn"));
        return "redirect:/desk/activities/sessions/" + session + "/door/record#links";
    }
}
