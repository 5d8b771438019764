package org.kepu.activity.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.kepu.activity.Activities;
import org.kepu.activity.Admission;
import org.kepu.activity.PartyKind;
import org.kepu.activity.SeatState;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Bookings;
import org.kepu.activity.booking.Changing;
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
    private final Changing changing;
    private final Activities activities;
    private final Shown shown;
    private final Voices voices;
    private final SiteAddress site;
    private final Clock clock;

    TicketPages(
            Tickets tickets,
            Changing changing,
            Activities activities,
            Shown shown,
            Voices voices,
            SiteAddress site,
            Clock clock) {
        this.tickets = tickets;
        this.changing = changing;
        this.activities = activities;
        this.shown = shown;
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
        model.addAttribute("others", others(ticket));
        model.addAttribute("begun", ticket.session().hasBegun(clock.instant()));
        return "activity/ticket";
    }

    /** The sessions of the same activity in which there may be seats. */
    private List<Shown.Seating> others(Bookings.Ticket ticket) {
        return activities.sessionsOf(ticket.activity()).stream()
                .filter(other -> !other.id().equals(ticket.session().id()))
                .map(shown::seating)
                .filter(other -> other.state() == SeatState.FREE || other.state() == SeatState.KEPT)
                .toList();
    }

    /** Fewer people, or more. */
    @PostMapping("/{code}/places")
    String resize(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String places,
            @RequestParam(defaultValue = "0") String children,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var ticket = tickets.find(code, request.getRemoteAddr()).orElseThrow(NotFound::new);
        var family = ticket.booking().party().kind() == PartyKind.FAMILY;
        if (!places.matches("[1-9]\\d{0,2}") || family && !children.matches("\\d{1,2}")) {
            redirect.addFlashAttribute("flash", Flash.warn("booking.change.wrong"));
            return "redirect:/registrations/" + code;
        }
        int minors = family ? Integer.parseInt(children) : 0;
        int come = Math.min(Integer.parseInt(places) + minors, Admission.LARGEST_GROUP);
        return changed(code, ticket, changing.resize(code, come, minors), "booking.change.done", redirect);
    }

    /** Another session of the same activity. */
    @PostMapping("/{code}/session")
    String move(
            @PathVariable String code,
            @RequestParam SessionId to,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var ticket = tickets.find(code, request.getRemoteAddr()).orElseThrow(NotFound::new);
        return changed(code, ticket, changing.move(code, to), "booking.change.moved", redirect);
    }

    private static String changed(
            String code, Bookings.Ticket ticket, Changing.Changed outcome, String done, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (outcome) {
                    case Changing.Changed.Done(var now) -> Flash.success(done);
                    case Changing.Changed.TooLate() -> Flash.warn("activity.ticket.too-late");
                    case Changing.Changed.NoRoom() -> Flash.warn("booking.change.no-room");
                    case Changing.Changed.Refused(var broken) ->
                        Flash.warn(broken.getFirst().messageKey(), "", ticket.most());
                    case Changing.Changed.Unknown() -> throw new NotFound();
                });
        return "redirect:/registrations/" + (outcome instanceof Changing.Changed.Done(var now) ? now : code);
    }

    @PostMapping("/{code}/accept")
    String accept(@PathVariable String code, HttpServletRequest request, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.of(
                        tickets.accept(code, request.getRemoteAddr()),
                        "activity.ticket.accepted",
                        "activity.ticket.lapsed"));
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
