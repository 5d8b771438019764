package org.kepu.ledger.supervision.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import org.kepu.ledger.round.Today;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One problem on the desk: read, mended, judged. */
@Controller
@RequestMapping("/desk/supervision/problems/{problem}")
class ProblemActPages {

    private final ProblemList problems;
    private final KeepingProblems keeping;
    private final Clock clock;

    ProblemActPages(ProblemList problems, KeepingProblems keeping, Clock clock) {
        this.problems = problems;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping
    String show(@May(Right.READ_LEDGER) Scope scope, Desk desk, @PathVariable ProblemId problem, Model model) {
        return page(scope, desk, problem, "", model);
    }

    private String page(Scope scope, Desk desk, ProblemId id, String typed, Model model) {
        var problem = problems.find(scope, id).orElseThrow(NotFound::new);
        boolean office = problems.judgeable(desk.scope(Right.RUN_LEDGER), id).isPresent();
        model.addAttribute(
                "view",
                new ProblemView(
                        problem,
                        problems.history(scope, problem),
                        problem.state() == ProblemState.OPEN
                                && problems.mendable(desk.scope(Right.DO_TASKS), id)
                                        .isPresent(),
                        Arrays.stream(ProblemAct.values())
                                .filter(act -> office && act != ProblemAct.MEND && act.from == problem.state())
                                .toList(),
                        Today.by(clock),
                        typed));
        return "supervision/problem";
    }

    @PostMapping("/mend")
    String mend(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable ProblemId problem,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var outcome = keeping.mend(scope, problem, version, words);
        if (outcome == KeepingProblems.Outcome.WITHOUT_WORDS) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("wrong", page.say("supervision.problem.done.wrong"));
            return page(desk.scope(Right.READ_LEDGER), desk, problem, words, model);
        }
        return back(redirect, problem, outcome, ProblemAct.MEND);
    }

    @PostMapping("/judge/{act}")
    String judge(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable ProblemId problem,
            @PathVariable ProblemAct act,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return back(redirect, problem, keeping.judge(scope, problem, act, version, words), act);
    }

    private static String back(
            RedirectAttributes redirect, ProblemId problem, KeepingProblems.Outcome outcome, ProblemAct act) {
        redirect.addFlashAttribute(
                "flash",
                switch (outcome) {
                    case DONE -> Flash.success("supervision.problem.moved." + act);
                    case ALREADY, OVERTAKEN -> Flash.warn("supervision.problem.overtaken");
                    case WITHOUT_WORDS -> Flash.warn("supervision.note.words.missing");
                });
        return "redirect:/desk/supervision/problems/" + problem;
    }
}
