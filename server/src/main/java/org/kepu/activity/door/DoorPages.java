package org.kepu.activity.door;

import jakarta.servlet.http.HttpServletResponse;
import org.kepu.activity.SessionId;
import org.kepu.page.Page;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The door of a session on the telephone of its organisers: with a camera and without a line, or as plain forms. */
@Controller
@RequestMapping("/desk/activities/sessions/{session}/door")
class DoorPages {

    private final ClerksDoor door;
    private final DoorViews views;

    DoorPages(ClerksDoor door, DoorViews views) {
        this.door = door;
        this.views = views;
    }

    @GetMapping
    String door(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            Model model,
            HttpServletResponse response) {
        return show(scope, session, false, model, response);
    }

    /** The copy that a telephone keeps. */
    @GetMapping("/kept")
    String kept(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            Model model,
            HttpServletResponse response) {
        return show(scope, session, true, model, response);
    }

    @GetMapping("/worker.js")
    ResponseEntity<Resource> worker(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable SessionId session) {
        return DoorViews.worker(path(door.list(scope, session).session().id()));
    }

    @GetMapping("/list")
    ResponseEntity<DoorViews.ListJson> list(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @ModelAttribute("page") Page page) {
        return DoorViews.list(door.list(scope, session), door.known(scope, session), page);
    }

    /** What a telephone has written down. */
    @PostMapping("/batches")
    ResponseEntity<?> take(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String batch,
            @ModelAttribute("page") Page page) {
        var sent = views.batch(batch);
        if (sent.isEmpty()) {
            door.list(scope, session); // whoever may not see it does not learn what is wrong either
            return DoorViews.unreadable();
        }
        return DoorViews.told(door.take(scope, session, sent.get()), page);
    }

    /** A code is typed. */
    @PostMapping("/codes")
    String type(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String scan,
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var typed = views.typed(scan, code);
        if (typed.isEmpty()) {
            DoorViews.wrong(code, model, response);
            return show(scope, session, false, model, response);
        }
        redirect.addFlashAttribute("flash", DoorViews.flash(door.take(scope, session, typed.get()), page));
        return "redirect:" + path(session);
    }

    /** One more just came. */
    @PostMapping("/walk-ins")
    String count(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String count,
            @RequestParam(defaultValue = "") String turn,
            RedirectAttributes redirect) {
        var list = door.list(scope, session);
        views.counted(audience, count, turn)
                .filter(typed -> list.audiences().contains(audience))
                .ifPresent(typed -> redirect.addFlashAttribute(
                        "flash", DoorViews.counted(door.take(scope, session, typed), typed)));
        return "redirect:" + path(session) + "#walk-ins";
    }

    private String show(Scope scope, SessionId session, boolean kept, Model model, HttpServletResponse response) {
        var list = door.list(scope, session);
        return views.door(
                list,
                door.walkIns(scope, session),
                path(session),
                "/desk/activities/sessions/" + session,
                kept,
                model,
                response);
    }

    private static String path(SessionId session) {
        return "/desk/activities/sessions/" + session + "/door";
    }
}
