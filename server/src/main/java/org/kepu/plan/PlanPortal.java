package org.kepu.plan;

import java.util.List;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The plans for everyone: issued plans are public (政府信息公开条例). */
@Controller
class PlanPortal {

    private final PlanList list;
    private final Plans plans;
    private final Regions regions;

    PlanPortal(PlanList list, Plans plans, Regions regions) {
        this.list = list;
        this.plans = plans;
        this.regions = regions;
    }

    @GetMapping("/plans")
    String list(Model model) {
        model.addAttribute("levels", list.byLevel());
        return "plan/list";
    }

    @GetMapping("/plans/{id}")
    String read(@PathVariable PlanId id, Model model) {
        var plan = plans.find(id).orElseThrow(NotFound::new);
        var structure = plans.structure(id);
        var source = SourceView.of(plans.source(id), marks(structure));
        model.addAttribute(
                "view", new ReadingView(plan, regions.find(plan.region()).orElse(null), structure, source));
        return "plan/reading";
    }

    private static List<SourceView.Mark> marks(PlanStructure structure) {
        return structure
                .measures()
                .flatMap(measure -> measure.at().stream()
                        .map(at -> new SourceView.Mark(measure.id().toString(), at)))
                .toList();
    }
}
