package org.kepu.ledger.round;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.kepu.body.Bodies;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.BodyId;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a lead is asked about in a round, all on one page. */
@Controller
@RequestMapping("/desk/rounds/{round}/opinions/{body}")
class OpinionPages {

    private final GivingOpinions giving;
    private final Bodies bodies;

    OpinionPages(GivingOpinions giving, Bodies bodies) {
        this.giving = giving;
        this.bodies = bodies;
    }

    @GetMapping
    String show(@May(Right.DO_TASKS) Scope scope, @PathVariable RoundId round, @PathVariable BodyId body, Model model) {
        return page(scope, round, body, List.of(), model);
    }

    /** What could not be given stays on the page as it was typed. */
    @PostMapping
    String give(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable RoundId round,
            @PathVariable BodyId body,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var said = LineFields.opinions(fields);
        var given = giving.give(scope, round, body, said);
        var left = said.stream().filter(one -> !given.contains(one)).toList();
        if (!left.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(scope, round, body, left, model);
        }
        redirect.addFlashAttribute(
                "flash",
                given.isEmpty()
                        ? Flash.warn("round.opinions.none")
                        : Flash.success("round.opinions.given", given.size()));
        return "redirect:/desk/rounds/" + round + "/opinions/" + body;
    }

    private String page(Scope scope, RoundId round, BodyId body, List<GivingOpinions.Said> left, Model model) {
        model.addAttribute("awaited", giving.awaited(scope, round, body));
        model.addAttribute("left", left.stream().collect(toMap(one -> one.line().value(), Function.identity())));
        model.addAttribute("round", giving.round(scope, round, body));
        model.addAttribute("body", bodies.find(body).orElseThrow(NotFound::new));
        return "round/opinions";
    }
}
