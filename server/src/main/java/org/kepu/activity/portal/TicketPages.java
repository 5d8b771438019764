package org.kepu.activity.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.kepu.activity.booking.Tickets;
import org.kepu.activity.booking.Voices;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.SiteAddress;
import org.kepu.shared.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own registrations: found by their code, given back. */
@Controller
@RequestMapping("/registrations")
class TicketPages {

    private final Tickets tickets;
    private final Voices voices;
    private final SiteAddress site;
    private final Clock clock;

    TicketPages(Tickets tickets, Voices voices, SiteAddress site, Clock clock) {
        this.tickets = tickets;
        this.voices = voices;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("wrong", false);
        return "activity/find";
    }

    @PostMapping
    String find(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = tickets.find(code, request.getRemoteAddr());
        if (found.isPresent()) {
            return "redirect:/registrations/" + found.get().booking().code();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", true);
        return "activity/find";
    }

    @GetMapping("/{code}")
    String ticket(@PathVariable String code, HttpServletRequest request, Model model) {
        var ticket = tickets.find(code, request.getRemoteAddr()).orElseThrow(NotFound::new);
        model.addAttribute("ticket", ticket);
        model.addAttribute(
                "picture",
                QrCode.of(site.of("/registrations/" + ticket.booking().code())));
        model.addAttribute("maySpeak", voices.maySpeak(ticket.booking().code()));
        model.addAttribute("begun", ticket.session().hasBegun(clock.instant()));
        return "activity/ticket";
    }

    @PostMapping("/{code}/accept")
    String accept(@PathVariable String code, HttpServletRequest request, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                tickets.accept(code, request.getRemoteAddr())
                        ? Flash.success("activity.ticket.accepted")
                        : Flash.warn("activity.ticket.lapsed"));
        return "redirect:/registrations/" + code;
    }

    @PostMapping("/{code}/cancel")
    String giveBack(@PathVariable String code, HttpServletRequest request, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (tickets.giveBack(code, request.getRemoteAddr())) {
                    case DONE, ALREADY -> Flash.success("activity.ticket.given-back");
                    case TOO_LATE -> Flash.warn("activity.ticket.too-late");
                    case UNKNOWN -> throw new NotFound();
                });
        return "redirect:/registrations/" + code;
    }
}
