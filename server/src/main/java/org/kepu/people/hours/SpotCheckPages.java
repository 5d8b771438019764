package org.kepu.people.hours;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.Typed;
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
import org.springframework.web.bind.annotation.ResponseBody;
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
        return all(scope, null, model);
    }

    private String all(Scope scope, @Nullable Typed typed, Model model) {
        model.addAttribute("checks", checks.all(scope));
        model.addAttribute("regions", choices.regions(scope));
        model.addAttribute("choices", choices);
        model.addAttribute("today", scope.day());
        model.addAttribute("typed", typed);
        return "people/checks";
    }

    @PostMapping("/desk/hours/checks")
    String draw(
            @May(Right.RUN_LEDGER) Scope scope,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String size,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var wrong = new LinkedHashMap<String, String>();
        var code = RegionCode.read(region);
        var from = Typed.day(first);
        var to = Typed.day(last);
        if (code.isEmpty()) {
            wrong.put("region", "people.wrong.region");
        }
        if (!size.matches("[1-9]\\d{0,2}") || Integer.parseInt(size) > MOST) {
            wrong.put("size", "people.wrong.check-size");
        }
        if (from.isEmpty()) {
            wrong.put("first", "people.wrong.day");
        }
        if (to.isEmpty() || from.filter(to.get()::isBefore).isPresent()) {
            wrong.put("last", "people.wrong.days");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var words = Map.of("region", region, "first", first, "last", last, "size", size);
            return all(scope, new Typed("", words, wrong), model);
        }
        var drawn =
                checks.draw(scope, code.orElseThrow(), from.orElseThrow(), to.orElseThrow(), Integer.parseInt(size));
        redirect.addFlashAttribute("flash", Flash.of(drawn.isPresent(), "people.check.drawn", "people.check.empty"));
        return drawn.map(id -> "redirect:/desk/hours/checks/" + id).orElse("redirect:/desk/hours/checks");
    }

    @GetMapping("/desk/hours/checks/{check}")
    String show(@May(Right.RUN_LEDGER) Scope scope, @PathVariable UUID check, Model model) {
        return one(scope, checks.find(scope, check).orElseThrow(NotFound::new), null, model);
    }

    private String one(Scope scope, SpotChecks.Check check, @Nullable Typed typed, Model model) {
        model.addAttribute("check", check);
        model.addAttribute("lines", checks.lines(scope, check.id()));
        model.addAttribute("where", choices.way(check.region()));
        model.addAttribute("typed", typed);
        return "people/check";
    }

    @PostMapping("/desk/hours/checks/{check}/duties/{duty}")
    String look(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable UUID check,
            @PathVariable UUID duty,
            @RequestParam(required = false) SpotChecks.@Nullable Found found,
            @RequestParam(defaultValue = "") String said,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = checks.find(scope, check).orElseThrow(NotFound::new);
        var wrong = new LinkedHashMap<String, String>();
        if (found == null) {
            wrong.put("found", "people.wrong.found");
        }
        Reason.fault(said).ifPresent(fault -> wrong.put("said", fault.messageKey()));
        if (found == null || !wrong.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var words = Map.of("found", found == null ? "" : found.name(), "said", said);
            return one(scope, of, new Typed(duty.toString(), words, wrong), model);
        }
        var looked = checks.look(scope, check, duty, found, said.strip());
        redirect.addFlashAttribute("flash", Flash.of(looked == SpotChecks.Looked.DONE, looked.messageKey()));
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

    /** The marks of all among which was drawn, one in a line. */
    @GetMapping(path = "/volunteer/checks/{check}/pool", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String pool(@PathVariable UUID check) {
        var pool = checks.pool(check);
        if (pool.isEmpty()) {
            throw new NotFound();
        }
        return String.join("\n", pool) + "\n";
    }
}
