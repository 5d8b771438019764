package org.kepu.people.hours;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Spot checks: drawn and looked into on the desk, published with their seed on the portal. */
@Controller
class SpotCheckPages {

    private static final int MOST = 200;

    private final SpotChecks checks;
    private final ServiceChoices choices;

    SpotCheckPages(SpotChecks checks, ServiceChoices choices) {
        this.checks = checks;
        this.choices = choices;
    }

    @GetMapping("/desk/hours/checks")
    String list(@May(Right.RUN_LEDGER) Scope scope, Model model) {
        model.addAttribute("checks", checks.all(scope));
        model.addAttribute("regions", choices.regions(scope));
        model.addAttribute("choices", choices);
        model.addAttribute("today", scope.day());
        return "people/checks";
    }

    @PostMapping("/desk/hours/checks")
    String draw(
            @May(Right.RUN_LEDGER) Scope scope,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @Nullable LocalDate first,
            @RequestParam(required = false) @Nullable LocalDate last,
            @RequestParam(defaultValue = "10") int size,
            RedirectAttributes redirect) {
        var code = RegionCode.read(region);
        if (code.isEmpty() || first == null || last == null || last.isBefore(first) || size < 1 || size > MOST) {
            redirect.addFlashAttribute("flash", Flash.warn("people.check.wrong", MOST));
            return "redirect:/desk/hours/checks";
        }
        var drawn = checks.draw(scope, code.get(), first, last, size);
        redirect.addFlashAttribute(
                "flash", drawn.isPresent() ? Flash.success("people.check.drawn") : Flash.warn("people.check.empty"));
        return drawn.map(id -> "redirect:/desk/hours/checks/" + id).orElse("redirect:/desk/hours/checks");
    }

    @GetMapping("/desk/hours/checks/{check}")
    String show(@May(Right.RUN_LEDGER) Scope scope, @PathVariable UUID check, Model model) {
        var found = checks.find(scope, check).orElseThrow(NotFound::new);
        model.addAttribute("check", found);
        model.addAttribute("lines", checks.lines(scope, check));
        model.addAttribute("where", choices.way(found.region()));
        return "people/check";
    }

    @PostMapping("/desk/hours/checks/{check}/duties/{duty}")
    String look(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable UUID check,
            @PathVariable UUID duty,
            @RequestParam(defaultValue = "UNCLEAR") SpotChecks.Found found,
            @RequestParam(defaultValue = "") String said,
            RedirectAttributes redirect) {
        var of = checks.find(scope, check).orElseThrow(NotFound::new);
        var fault = Reason.fault(said);
        fault.ifPresent(wrong -> redirect.addFlashAttribute("flash", Flash.warn(wrong.messageKey())));
        if (fault.isEmpty()) {
            var looked = checks.look(scope, check, duty, found, said.strip());
            redirect.addFlashAttribute(
                    "flash",
                    looked == SpotChecks.Looked.DONE
                            ? Flash.success(looked.messageKey())
                            : Flash.warn(looked.messageKey()));
        }
        return "redirect:" + of.path();
    }

    @GetMapping("/volunteer/checks/{check}")
    String published(@PathVariable UUID check, Model model) {
        var found = checks.find(check).orElseThrow(NotFound::new);
        model.addAttribute("check", found);
        model.addAttribute("marks", checks.marks(check));
        model.addAttribute("where", choices.way(found.region()));
        return "people/published";
    }
}
