package org.kepu.ledger.supervision.light;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.Ledger;
import org.kepu.ledger.TaskId;
import org.kepu.ledger.round.Today;
import org.kepu.page.Flash;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
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

/** Lights on the desk: the list by body, and the table of rules in words. */
@Controller
@RequestMapping("/desk/supervision")
class LightPages {

    /** So many tasks are listed at most; whoever wants to see others chooses a body. */
    static final int MOST = 200;

    private final Lights lights;
    private final Remarks remarks;
    private final RuleTables rules;
    private final Ledger ledger;
    private final Plans plans;
    private final Clock clock;

    LightPages(Lights lights, Remarks remarks, RuleTables rules, Ledger ledger, Plans plans, Clock clock) {
        this.lights = lights;
        this.remarks = remarks;
        this.rules = rules;
        this.ledger = ledger;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable PlanId plan,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Light light,
            @RequestParam(defaultValue = "") String body,
            Model model) {
        var all = ledger.plans(scope);
        var chosen = all.stream()
                .filter(one -> plan == null || one.id().equals(plan))
                .findFirst();
        var today = Today.by(clock);
        model.addAttribute(
                "view",
                chosen.map(one -> view(scope, desk, all, one, year, light, body, today))
                        .orElseGet(() -> new LightsView(
                                all,
                                null,
                                today.getYear(),
                                List.of(),
                                today,
                                Optional.empty(),
                                light,
                                body,
                                List.of(),
                                List.of(),
                                0,
                                Map.of())));
        return "supervision/lights";
    }

    private LightsView view(
            Scope scope,
            Desk desk,
            List<Plan> all,
            Plan plan,
            @Nullable Integer asked,
            @Nullable Light light,
            String body,
            LocalDate today) {
        var years = ledger.years(scope, plan.id());
        var year = asked != null && years.contains(asked)
                ? asked
                : years.contains(today.getYear())
                        ? today.getYear()
                        : years.stream().findFirst().orElse(today.getYear());
        var structure = plans.structure(plan.id());
        var board = lights.of(scope, desk.scope(Right.READ_FIGURES), plan, structure, year);
        var lines = lines(board, structure, light, body);
        var listed = lines.stream().limit(MOST).toList();
        return new LightsView(
                all,
                plan,
                year,
                years,
                today,
                board.plan(),
                light,
                body,
                board.tasks().stream()
                        .map(Board.Of::written)
                        .distinct()
                        .sorted(Collator.getInstance(Locale.CHINA))
                        .toList(),
                listed,
                lines.size(),
                remarks.of(scope, listed.stream().map(line -> line.of().id()).toList()).stream()
                        .collect(groupingBy(Remark::task)));
    }

    private static List<LightsView.Line> lines(
            Board board, PlanStructure structure, @Nullable Light light, String body) {
        var titles = structure.measures().collect(toMap(PlanStructure.Measure::id, PlanStructure.Measure::title));
        var names = Collator.getInstance(Locale.CHINA);
        return board.tasks().stream()
                .filter(of ->
                        light == null ? of.lit().light().calls() : of.lit().light() == light)
                .filter(of -> body.isBlank() || of.written().equals(body))
                .map(of -> new LightsView.Line(of, titles.getOrDefault(new MeasureId(of.measure()), "")))
                .sorted(Comparator.comparing(line -> line.of().written(), names))
                .toList();
    }

    @GetMapping("/rules")
    String rules(@May(Right.READ_LEDGER) Scope scope, Model model) {
        model.addAttribute("tables", rules.all());
        model.addAttribute("now", rules.on(Today.by(clock)));
        return "supervision/rules";
    }

    /** Says something of a light. */
    @PostMapping("/tasks/{task}/remarks")
    String remark(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable TaskId task,
            @RequestParam(defaultValue = "") String said,
            RedirectAttributes redirect) {
        var of = remarks.add(scope, desk.scope(Right.READ_LEDGER), desk.scope(Right.READ_FIGURES), task, said);
        redirect.addFlashAttribute(
                "flash",
                said.isBlank() ? Flash.warn("supervision.remark.empty") : Flash.success("supervision.remark.added"));
        return "redirect:/desk/measures/" + of.measure() + "?year=" + of.year() + "#lights";
    }
}
