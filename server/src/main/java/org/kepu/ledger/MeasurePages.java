package org.kepu.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.target.TargetCard;
import org.kepu.indicator.target.TargetCards;
import org.kepu.indicator.target.Targets;
import org.kepu.ledger.round.RoundTexts;
import org.kepu.ledger.supervision.light.Lights;
import org.kepu.ledger.supervision.light.Remarks;
import org.kepu.ledger.supervision.note.Notes;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.plan.MeasureId;
import org.kepu.plan.MeasureLinks;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The measure page, the product's centre: clause, bodies, targets, tasks, and the links up and down, on one page. */
@Controller
@RequestMapping("/desk/measures/{id}")
class MeasurePages {

    private final Plans plans;
    private final MeasureLinks links;
    private final Ledger ledger;
    private final TakingSteps steps;
    private final Targets targets;
    private final TargetCards cards;
    private final RoundTexts texts;
    private final Lights lights;
    private final Remarks remarks;
    private final Notes notes;
    private final Regions regions;
    private final Clock clock;

    MeasurePages(
            Plans plans,
            MeasureLinks links,
            Ledger ledger,
            TakingSteps steps,
            Targets targets,
            TargetCards cards,
            RoundTexts texts,
            Lights lights,
            Remarks remarks,
            Notes notes,
            Regions regions,
            Clock clock) {
        this.plans = plans;
        this.links = links;
        this.ledger = ledger;
        this.steps = steps;
        this.targets = targets;
        this.cards = cards;
        this.texts = texts;
        this.lights = lights;
        this.remarks = remarks;
        this.notes = notes;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping
    String measure(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @PathVariable MeasureId id,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        var plan = plans.of(id).orElseThrow(NotFound::new);
        var structure = plans.structure(plan.id());
        var programme = structure.programmes().stream()
                .filter(p -> p.measures().stream().anyMatch(m -> m.id().equals(id)))
                .findFirst()
                .orElseThrow(NotFound::new);
        var measure = programme.measures().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        var years = ledger.years(scope, plan.id());
        var shown = year != null
                ? year
                : years.stream().findFirst().orElse(Year.now(clock).getValue());
        var source = plans.source(plan.id());
        var tasks = ledger.tasks(scope, id, shown);
        var board = lights.of(scope, desk.scope(Right.READ_FIGURES), plan, measure, shown);
        model.addAttribute(
                "view",
                new MeasureView(
                        plan,
                        regions.find(plan.region()).orElse(null),
                        programme,
                        measure,
                        shown,
                        years,
                        tasks,
                        steps.within(desk.scope(Right.DO_TASKS), id, shown),
                        cards(desk.scope(Right.READ_FIGURES), measure),
                        texts.of(scope, id),
                        board.byTask(),
                        board.measures().get(id),
                        remarks.of(
                                scope, tasks.stream().map(Ledger.TaskLine::id).toList()),
                        notes.about(scope, id),
                        board.on(),
                        measure.at().stream()
                                .filter(at -> !at.isEmpty())
                                .map(source::of)
                                .toList(),
                        links.above(id),
                        links.below(id)));
        return "ledger/measure";
    }

    private List<TargetCard> cards(Scope scope, PlanStructure.Measure measure) {
        var asked = measure.targets().stream().map(PlanStructure.Target::id).toList();
        return cards.of(scope, targets.of(scope, asked), LocalDate.now(clock));
    }

    @PostMapping("/tasks/{task}/{step}")
    String step(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable MeasureId id,
            @PathVariable TaskId task,
            @PathVariable Task.Step step,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (take(scope, id, task, step)) {
                    case TAKEN -> Flash.success("ledger.step.taken." + step);
                    case NOT_FROM_HERE -> Flash.warn("ledger.step.overtaken");
                });
        return back.equals("task") ? "redirect:/desk/tasks/" + task : "redirect:/desk/measures/" + id + "?year=" + year;
    }

    /** Of two who press at the same moment, the later one is told. */
    private TakingSteps.Outcome take(Scope scope, MeasureId id, TaskId task, Task.Step step) {
        try {
            return steps.take(scope, id, task, step);
        } catch (OptimisticLockingFailureException overtaken) {
            return TakingSteps.Outcome.NOT_FROM_HERE;
        }
    }
}
