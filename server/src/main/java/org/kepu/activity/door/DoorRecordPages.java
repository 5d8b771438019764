package org.kepu.activity.door;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
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
        return show(scope, session, page, model);
    }

    private String show(Scope scope, SessionId session, Page page, Model model) {
        model.addAttribute("list", door.list(scope, session));
        model.addAttribute("counters", views.counters(door.walkIns(scope, session)));
        model.addAttribute("lines", views.lines(door.doubtful(scope, session), page));
        model.addAttribute("late", door.late(scope, session));
        model.addAttribute("links", links.of(scope, session));
        model.addAttribute("next", UUID.randomUUID());
        return "door/record";
    }

    /** The link stands in the answer itself, once: what waits for another page is kept in the database. */
    @PostMapping("/links")
    String make(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(required = false) @Nullable UUID link,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes redirect) {
        switch (links.make(scope, session, link == null ? UUID.randomUUID() : link)) {
            case DoorLinks.Making.Made made -> {
                model.addAttribute("made", site.of("/door/" + made.token()));
                return show(scope, session, page, model);
            }
            case DoorLinks.Making.ShownBefore before ->
                redirect.addFlashAttribute("flash", Flash.warn("door.link.shown"));
            case DoorLinks.Making.TooLate late -> redirect.addFlashAttribute("flash", Flash.warn("door.link.too-late"));
        }
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
