package org.kepu.activity.door;

import jakarta.servlet.http.HttpServletResponse;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
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

/** The door of a session for a helper without an account: the same page by a link, and nothing else. */
@Controller
@RequestMapping("/door/{token}")
class HelperPages {

    private final HelpersDoor door;
    private final DoorViews views;

    HelperPages(HelpersDoor door, DoorViews views) {
        this.door = door;
        this.views = views;
    }

    @GetMapping
    String door(@PathVariable String token, Model model, HttpServletResponse response) {
        return show(token, false, model, response);
    }

    /** The copy that a telephone keeps. */
    @GetMapping("/kept")
    String kept(@PathVariable String token, Model model, HttpServletResponse response) {
        return show(token, true, model, response);
    }

    @GetMapping("/worker.js")
    ResponseEntity<Resource> worker(@PathVariable String token) {
        return door.list(token).map(list -> DoorViews.worker(path(token))).orElseThrow(NotFound::new);
    }

    @GetMapping("/list")
    ResponseEntity<DoorViews.ListJson> list(@PathVariable String token, @ModelAttribute("page") Page page) {
        var list = door.list(token).orElseThrow(NotFound::new);
        return DoorViews.list(list, door.known(token).orElseThrow(NotFound::new), page);
    }

    /** What a telephone has written down. */
    @PostMapping("/batches")
    ResponseEntity<?> take(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String batch,
            @ModelAttribute("page") Page page) {
        var sent = views.batch(batch);
        return sent.isEmpty()
                ? DoorViews.unreadable()
                : DoorViews.told(door.take(token, sent.get()).orElseThrow(NotFound::new), page);
    }

    /** A code is typed. */
    @PostMapping("/codes")
    String type(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String scan,
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var typed = views.typed(scan, code);
        if (typed.isEmpty()) {
            DoorViews.wrong(code, model, response);
            return show(token, false, model, response);
        }
        var told = door.take(token, typed.get()).orElseThrow(NotFound::new);
        redirect.addFlashAttribute("flash", DoorViews.flash(told, page));
        return "redirect:" + path(token);
    }

    /** One more just came. */
    @PostMapping("/walk-ins")
    String count(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String count,
            @RequestParam(defaultValue = "") String turn,
            RedirectAttributes redirect) {
        var list = door.list(token).orElseThrow(NotFound::new);
        views.counted(audience, count, turn)
                .filter(typed -> list.audiences().contains(audience))
                .flatMap(typed -> door.take(token, typed).map(told -> DoorViews.counted(told, typed)))
                .ifPresent(flash -> redirect.addFlashAttribute("flash", flash));
        return "redirect:" + path(token) + "#walk-ins";
    }

    private String show(String token, boolean kept, Model model, HttpServletResponse response) {
        var list = door.list(token);
        if (list.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "door/ended";
        }
        return views.door(list.get(), door.walkIns(token).orElseThrow(), path(token), null, kept, model, response);
    }

    private static String path(String token) {
        return "/door/" + token;
    }
}
