package org.kepu.plan.levels;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
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

/** The three levels on the desk: the matrix of a plan, and each of its measures with who takes it up below. */
@Controller
@RequestMapping("/desk/plans/{id}/levels")
class LevelPages {

    private final Levels levels;
    private final EditingLinks editing;
    private final Plans plans;
    private final Regions regions;
    private final LevelsSheet sheet;

    LevelPages(Levels levels, EditingLinks editing, Plans plans, Regions regions, LevelsSheet sheet) {
        this.levels = levels;
        this.editing = editing;
        this.plans = plans;
        this.regions = regions;
        this.sheet = sheet;
    }

    @GetMapping
    String matrix(
            @May(Right.DESK) Scope scope,
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "false") boolean open,
            Model model) {
        var view = view(scope, plan(id), levels.of(id), levels.changes(id));
        model.addAttribute("view", view);
        model.addAttribute("open", open);
        return "levels/matrix";
    }

    @GetMapping("/sheet")
    void sheet(
            @May(Right.DESK) Scope scope,
            @PathVariable PlanId id,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var view = view(scope, plan(id), levels.of(id), levels.changes(id));
        Attachment.EXCEL.head(response, page.say("levels.title"));
        sheet.write(page, view, response.getOutputStream());
    }

    private LevelsView view(Scope scope, Plan plan, Matrix matrix, List<TargetChange> changes) {
        var columns = matrix.columns().stream().map(Matrix.Column::region).toList();
        var children = regions.childrenOf(plan.region());
        var codes = Stream.concat(columns.stream(), Stream.of(plan.region())).toList();
        var places = regions.all(codes);
        return new LevelsView(
                plan,
                Optional.ofNullable(places.get(plan.region())),
                matrix,
                changes,
                places,
                regions.reached(scope, columns),
                children.stream()
                        .filter(region -> !columns.contains(region.code()))
                        .map(Region::name)
                        .toList());
    }

    @GetMapping("/{measure}")
    String measure(
            @May(Right.DESK) Scope scope,
            Desk desk,
            @PathVariable PlanId id,
            @PathVariable MeasureId measure,
            @RequestParam(required = false) @Nullable PlanId with,
            Model model) {
        var plan = plan(id);
        var matrix = levels.of(id);
        var row = matrix.rows().stream()
                .filter(one -> one.measure().equals(measure.value()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var links = levels.links(measure.value());
        var codes = Stream.concat(
                        matrix.columns().stream().map(Matrix.Column::region),
                        links.stream().map(LinkLine::region))
                .collect(Collectors.toSet());
        var keeps = desk.scope(Right.REVIEW_PLANS);
        var editable = keeps.isEmpty() ? Set.<RegionCode>of() : regions.reached(keeps, codes);
        model.addAttribute(
                "view",
                new MeasureLevelsView(
                        plan,
                        row,
                        matrix.columns(),
                        links,
                        levels.changes(measure.value()),
                        regions.all(codes),
                        regions.reached(scope, codes),
                        new HashSet<>(editable),
                        chosen(matrix, editable, with)));
        return "levels/measure";
    }

    /** The lower plan whose measures are offered for a new link. */
    private Optional<MeasureLevelsView.Offer> chosen(Matrix matrix, Set<RegionCode> editable, @Nullable PlanId with) {
        return matrix.columns().stream()
                .filter(column -> column.plan().equals(with) && editable.contains(column.region()))
                .findFirst()
                .map(column -> new MeasureLevelsView.Offer(column, plans.structure(column.plan())));
    }

    @PostMapping("/{measure}/links")
    String settle(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @PathVariable MeasureId measure,
            @RequestParam MeasureId lower,
            @RequestParam EditingLinks.Deed deed,
            RedirectAttributes redirect) {
        if (plans.of(measure).filter(plan -> plan.id().equals(id)).isEmpty()) {
            throw new NotFound();
        }
        redirect.addFlashAttribute(
                "flash", Flash.of(editing.settle(scope, deed, measure, lower), deed.act, "levels.link.nothing"));
        return "redirect:/desk/plans/" + id + "/levels/" + measure;
    }

    private Plan plan(PlanId id) {
        return plans.find(id).orElseThrow(NotFound::new);
    }
}
