package org.kepu.ledger.round;

import java.util.ArrayList;
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
    private final Rounds rounds;
    private final Bodies bodies;

    OpinionPages(GivingOpinions giving, Rounds rounds, Bodies bodies) {
        this.giving = giving;
        this.rounds = rounds;
        this.bodies = bodies;
    }

    @GetMapping
    String show(@May(Right.DO_TASKS) Scope scope, @PathVariable RoundId round, @PathVariable BodyId body, Model model) {
        model.addAttribute("awaited", giving.awaited(scope, round, body));
        model.addAttribute("round", rounds.asked(scope, round));
        model.addAttribute("body", bodies.find(body).orElseThrow(NotFound::new));
        return "round/opinions";
    }

    @PostMapping
    String give(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable RoundId round,
            @PathVariable BodyId body,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes redirect) {
        var said = new ArrayList<GivingOpinions.Said>();
        fields.toSingleValueMap().forEach((name, value) -> {
            if (name.matches("opinion-[0-9a-f-]{36}") && !value.isEmpty()) {
                var line = name.substring("opinion-".length());
                var text = fields.getFirst("text-" + line);
                said.add(new GivingOpinions.Said(LineId.of(line), value.equals("agree"), text == null ? "" : text));
            }
        });
        var given = giving.give(scope, round, body, said);
        redirect.addFlashAttribute(
                "flash", given == 0 ? Flash.warn("round.opinions.none") : Flash.success("round.opinions.given", given));
        return "redirect:/desk/rounds/" + round + "/opinions/" + body;
    }
}
