package org.kepu.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.OwnPath;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One personal value on a page of its own: masked first, in full after a purpose is chosen. A link to it says in {@code
 * from} which page of the desk the reader comes from, so that it can lead back.
 */
@Controller
@RequestMapping("/desk/personal/{field}/{record}")
class PersonalPages {

    private final ReadingFullValues reading;
    private final Approvals approvals;
    private final Purposes purposes;
    private final Clock clock;

    PersonalPages(ReadingFullValues reading, Approvals approvals, Purposes purposes, Clock clock) {
        this.reading = reading;
        this.approvals = approvals;
        this.purposes = purposes;
        this.clock = clock;
    }

    @GetMapping
    String before(
            @May(Right.DESK) Scope reader,
            Desk desk,
            @PathVariable String field,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "/desk") String from,
            Model model) {
        return page(reading.within(reader, desk, field), field, record, from, model, null, null);
    }

    /** Shown in the answer itself, so that no address leads to it a second time. */
    @PostMapping
    String read(
            @May(Right.DESK) Scope reader,
            Desk desk,
            @PathVariable String field,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "/desk") String from,
            HttpServletResponse response,
            Model model) {
        var scope = reading.within(reader, desk, field);
        return switch (reading.read(scope, field, record, purpose)) {
            case Reading.Shown shown -> page(scope, field, record, from, model, shown.value(), null);
            case Reading.NoPurpose none -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(scope, field, record, from, model, null, "privacy.read.purpose.missing");
            }
            case Reading.NeedsApproval needs -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(scope, field, record, from, model, null, "privacy.read.needs-approval");
            }
        };
    }

    /** Asks somebody else to approve. */
    @PostMapping("/ask")
    String ask(
            @May(Right.READ_PERSONAL) Scope scope,
            @PathVariable String field,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "/desk") String from,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int hours,
            RedirectAttributes redirect) {
        var value = reading.before(scope, field, record);
        var chosen = purposes.reading(field, Right.READ_PERSONAL).stream()
                .filter(one -> one.id().equals(purpose))
                .findFirst();
        var fault = Reason.fault(reason);
        if (chosen.isEmpty()) {
            redirect.addFlashAttribute("flash", Flash.warn("privacy.read.purpose.missing"));
        } else if (fault.isPresent()) {
            redirect.addFlashAttribute("flash", Flash.warn(fault.get().messageKey()));
        } else if (hours < 1 || hours > Approvals.LONGEST_HOURS) {
            redirect.addFlashAttribute("flash", Flash.warn("privacy.read.hours.wrong", Approvals.LONGEST_HOURS));
        } else if (approvals.ask(scope, field, record, value, chosen.get(), new Reason(reason), hours)) {
            redirect.addFlashAttribute("flash", Flash.success("privacy.read.asked"));
        } else {
            redirect.addFlashAttribute("flash", Flash.warn("privacy.read.asked-already"));
        }
        redirect.addAttribute("from", OwnPath.orHome(from));
        return "redirect:/desk/personal/" + field + "/" + record;
    }

    private String page(
            Scope scope,
            String field,
            UUID record,
            String from,
            Model model,
            @Nullable String shown,
            @Nullable String problem) {
        var choices = purposes.reading(field, scope.right());
        model.addAttribute("field", field);
        model.addAttribute("record", record);
        model.addAttribute(
                "name",
                choices.stream()
                        .flatMap(one -> one.called(field).stream())
                        .findFirst()
                        .orElseThrow(NotFound::new));
        model.addAttribute("from", OwnPath.orHome(from));
        var value = reading.before(scope, field, record);
        var asked = value.minor() ? approvals.own(scope, field, record) : List.<Approvals.Approval>of();
        model.addAttribute("value", value);
        model.addAttribute("purposes", choices);
        model.addAttribute("readable", value.minor() ? approved(choices, asked) : choices);
        model.addAttribute("asked", asked);
        model.addAttribute(
                "waiting", asked.stream().anyMatch(one -> one.decision().isEmpty()));
        model.addAttribute("shown", shown);
        model.addAttribute("problem", problem);
        return "privacy/personal";
    }

    /** Of a minor nothing is offered that would be refused. */
    private List<Purpose> approved(List<Purpose> choices, List<Approvals.Approval> asked) {
        var now = clock.instant();
        return choices.stream()
                .filter(choice -> asked.stream().anyMatch(one -> one.purpose().equals(choice.id()) && one.holds(now)))
                .toList();
    }
}
