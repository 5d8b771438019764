package org.kepu.notice;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Pager;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The outbox at the desk of the system administrator. */
@Controller
@RequestMapping("/desk/outbox")
class OutboxPages {

    private static final int ROWS = 50;

    private final KeepingOutbox outbox;

    OutboxPages(KeepingOutbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    String list(
            @May(Right.KEEP_SYSTEM) Scope scope,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var chosen = state(state);
        var number = Math.max(1, page);
        var listing = outbox.list(scope, chosen.orElse(null), number, ROWS);
        var here = UriComponentsBuilder.fromPath("/desk/outbox")
                .queryParam("state", chosen.map(State::name).orElse(""))
                .build()
                .toUriString();
        model.addAttribute("rows", listing.rows());
        model.addAttribute("pager", new Pager(here, number, ROWS, listing.total()));
        model.addAttribute(
                "states", Arrays.stream(State.values()).map(State::name).toList());
        model.addAttribute("state", chosen.map(State::name).orElse(""));
        model.addAttribute(
                "shown",
                outbox.onlyShown(scope).stream()
                        .map(Message.Channel::messageKey)
                        .toList());
        return "notice/outbox";
    }

    private static Optional<State> state(String name) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    @GetMapping("/{id}")
    String message(@May(Right.KEEP_SYSTEM) Scope scope, @PathVariable UUID id, Model model) {
        return show(scope, id, null, model);
    }

    /** A form, and no link: that the text is read is written down. */
    @PostMapping("/{id}/text")
    String read(@May(Right.KEEP_SYSTEM) Scope scope, @PathVariable UUID id, Model model) {
        return show(scope, id, outbox.read(scope, id).orElseThrow(NotFound::new), model);
    }

    private String show(Scope scope, UUID id, @Nullable String text, Model model) {
        model.addAttribute("row", outbox.find(scope, id).orElseThrow(NotFound::new));
        model.addAttribute("text", text);
        return "notice/message";
    }

    @PostMapping("/{id}/again")
    String again(@May(Right.KEEP_SYSTEM) Scope scope, @PathVariable UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash", Flash.of(outbox.sendAgain(scope, id), "notice.queued-again", "notice.not-again"));
        return "redirect:/desk/outbox/" + id;
    }
}
