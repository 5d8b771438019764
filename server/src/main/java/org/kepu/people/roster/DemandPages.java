package org.kepu.people.roster;

import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is asked of the envoys: noted for a herder, given to one who suits, served. */
@Controller
@RequestMapping("/desk/demands")
class DemandPages {

    private static final int LONGEST_TOPIC = 40;
    private static final int LONGEST_WORDS = 500;

    private final Demands demands;
    private final ServiceChoices choices;

    DemandPages(Demands demands, ServiceChoices choices) {
        this.demands = demands;
        this.choices = choices;
    }

    @GetMapping
    String list(@May(Right.KEEP_EXPERTS) Scope scope, Model model) {
        model.addAttribute("demands", demands.all(scope));
        model.addAttribute("regions", choices.regions(scope));
        model.addAttribute("choices", choices);
        return "people/demands";
    }

    @PostMapping
    String ask(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        var code = RegionCode.read(region);
        var about = topic.strip();
        if (code.isEmpty()
                || about.length() < 2
                || about.length() > LONGEST_TOPIC
                || words.strip().length() > LONGEST_WORDS) {
            redirect.addFlashAttribute("flash", Flash.warn("people.demand.wrong"));
            return "redirect:/desk/demands";
        }
        if (Reason.tellsTooMuch(about) || Reason.tellsTooMuch(words)) {
            redirect.addFlashAttribute("flash", Flash.warn(Reason.Fault.PERSONAL.messageKey()));
            return "redirect:/desk/demands";
        }
        var id = demands.ask(scope, code.get(), about, words.strip());
        redirect.addFlashAttribute("flash", Flash.success("people.demand.kept"));
        return "redirect:/desk/demands/" + id;
    }

    @GetMapping("/{demand}")
    String show(@May(Right.KEEP_EXPERTS) Scope scope, @PathVariable UUID demand, Model model) {
        var found = demands.find(scope, demand).orElseThrow(NotFound::new);
        model.addAttribute("demand", found);
        model.addAttribute("matches", found.envoy() == null ? demands.matches(scope, demand) : java.util.List.of());
        model.addAttribute("where", choices.way(found.region()));
        return "people/demand";
    }

    @PostMapping("/{demand}/give")
    String give(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID demand,
            @RequestParam UUID envoy,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                demands.give(scope, demand, envoy)
                        ? Flash.success("people.demand.given")
                        : Flash.warn("people.wrong.overtaken"));
        return "redirect:/desk/demands/" + demand;
    }

    @PostMapping("/{demand}/serve")
    String serve(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID demand,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String rating,
            RedirectAttributes redirect) {
        if (demands.find(scope, demand).isEmpty()) {
            throw new NotFound();
        }
        var right = minutes.matches("[1-9]\\d{0,3}")
                && Integer.parseInt(minutes) <= 1440
                && people.matches("\\d{1,6}")
                && rating.matches("[1-5]?");
        redirect.addFlashAttribute(
                "flash",
                !right
                        ? Flash.warn("people.demand.served.wrong")
                        : demands.serve(
                                        scope,
                                        demand,
                                        Integer.parseInt(minutes),
                                        Integer.parseInt(people),
                                        rating.isEmpty() ? null : Integer.valueOf(rating))
                                ? Flash.success("people.demand.served")
                                : Flash.warn("people.wrong.overtaken"));
        return "redirect:/desk/demands/" + demand;
    }
}
