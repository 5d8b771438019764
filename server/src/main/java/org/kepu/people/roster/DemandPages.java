package org.kepu.people.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is asked of the envoys: noted for a herder, given to one who suits, served. */
@Controller
@RequestMapping("/desk/demands")
class DemandPages {

    private static final int LONGEST_TOPIC = 40;
    private static final int LONGEST_WORDS = 500;
    private static final int MINUTES_OF_A_DAY = 1440;

    private final Demands demands;
    private final ServiceChoices choices;

    DemandPages(Demands demands, ServiceChoices choices) {
        this.demands = demands;
        this.choices = choices;
    }

    @GetMapping
    String list(@May(Right.KEEP_EXPERTS) Scope scope, Model model) {
        return all(scope, null, model);
    }

    private String all(Scope scope, @Nullable Typed typed, Model model) {
        model.addAttribute("demands", demands.all(scope));
        model.addAttribute("regions", choices.regions(scope));
        model.addAttribute("choices", choices);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("typed", typed);
        return "people/demands";
    }

    /** @param key which the demand will bear: a form that is sent twice notes one */
    @PostMapping
    String ask(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @RequestParam Optional<UUID> key,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var code = RegionCode.read(region);
        var about = topic.strip();
        var wrong = new LinkedHashMap<String, String>();
        if (code.isEmpty()) {
            wrong.put("region", "people.wrong.region");
        }
        if (about.length() < 2 || about.length() > LONGEST_TOPIC) {
            wrong.put("topic", "people.wrong.topic");
        } else if (Reason.tellsTooMuch(about)) {
            wrong.put("topic", Reason.Fault.PERSONAL.messageKey());
        }
        if (words.strip().length() > LONGEST_WORDS) {
            wrong.put("words", "people.wrong.demand-words");
        } else if (Reason.tellsTooMuch(words)) {
            wrong.put("words", Reason.Fault.PERSONAL.messageKey());
        }
        if (wrong.isEmpty()) {
            var id = key.orElseGet(UUID::randomUUID);
            var asked = demands.ask(scope, id, code.orElseThrow(), about, words.strip());
            if (asked != Demands.Asked.OTHERWISE) {
                redirect.addFlashAttribute(
                        "flash", Flash.of(asked == Demands.Asked.NOTED, "people.demand.kept", "people.demand.before"));
                return "redirect:/desk/demands/" + id;
            }
            wrong.put("topic", "people.demand.otherwise");
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return all(scope, new Typed("", Map.of("region", region, "topic", topic, "words", words), wrong), model);
    }

    @GetMapping("/{demand}")
    String show(@May(Right.KEEP_EXPERTS) Scope scope, @PathVariable UUID demand, Model model) {
        return one(scope, demand, null, model);
    }

    private String one(Scope scope, UUID demand, @Nullable Typed typed, Model model) {
        var found = demands.find(scope, demand).orElseThrow(NotFound::new);
        model.addAttribute("demand", found);
        model.addAttribute("matches", found.envoy() == null ? demands.matches(scope, demand) : java.util.List.of());
        model.addAttribute("where", choices.way(found.region()));
        model.addAttribute("today", scope.day());
        model.addAttribute("typed", typed);
        return "people/demand";
    }

    @PostMapping("/{demand}/give")
    String give(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID demand,
            @RequestParam UUID envoy,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash", Flash.of(demands.give(scope, demand, envoy), "people.demand.given", "people.wrong.overtaken"));
        return "redirect:/desk/demands/" + demand;
    }

    @PostMapping("/{demand}/serve")
    String serve(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID demand,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String rating,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var of = demands.find(scope, demand).orElseThrow(NotFound::new);
        var wrong = new LinkedHashMap<String, String>();
        var there = Typed.day(day).filter(one -> !one.isBefore(of.asked()) && !one.isAfter(scope.day()));
        if (there.isEmpty()) {
            wrong.put("day", "people.wrong.served-on");
        }
        if (!minutes.matches("[1-9]\\d{0,3}") || Integer.parseInt(minutes) > MINUTES_OF_A_DAY) {
            wrong.put("minutes", "people.wrong.minutes");
        }
        if (!people.matches("\\d{1,6}")) {
            wrong.put("people", "people.wrong.people");
        }
        if (!rating.matches("[1-5]?")) {
            wrong.put("rating", "people.wrong.rating");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var words = Map.of("day", day, "minutes", minutes, "people", people, "rating", rating);
            return one(scope, demand, new Typed("", words, wrong), model);
        }
        var served = demands.serve(
                scope,
                demand,
                there.orElseThrow(),
                Integer.parseInt(minutes),
                Integer.parseInt(people),
                rating.isEmpty() ? null : Integer.valueOf(rating));
        redirect.addFlashAttribute("flash", Flash.of(served, "people.demand.served", "people.wrong.overtaken"));
        return "redirect:/desk/demands/" + demand;
    }

    @PostMapping("/{demand}/take-back")
    String takeBack(
            @May(Right.KEEP_EXPERTS) Scope scope,
            @PathVariable UUID demand,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (demands.find(scope, demand).isEmpty()) {
            throw new NotFound();
        }
        return Typed.because(
                "take-back", "reason", reason, response, typed -> one(scope, demand, typed, model), why -> {
                    redirect.addFlashAttribute(
                            "flash",
                            Flash.of(
                                    demands.takeBack(scope, demand, why),
                                    "people.taken-back",
                                    "people.wrong.overtaken"));
                    return "redirect:/desk/demands/" + demand;
                });
    }
}
