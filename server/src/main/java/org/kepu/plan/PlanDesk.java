package org.kepu.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kepu.page.NotFound;
import org.kepu.plan.life.PlanLife;
import org.kepu.plandoc.Target.Window;
import org.kepu.region.Regions;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A plan in force on the desk: what it asks for at one look. */
@Controller
class PlanDesk {

    private final Plans plans;
    private final Regions regions;
    private final PlanLife life;

    PlanDesk(Plans plans, Regions regions, PlanLife life) {
        this.plans = plans;
        this.regions = regions;
        this.life = life;
    }

    @GetMapping("/desk/plans/{id}")
    String overview(@May(Right.DESK) Scope scope, @PathVariable PlanId id, Model model) {
        var view = view(id);
        model.addAttribute("view", view);
        model.addAttribute("life", life.of(view.plan(), view.structure()));
        return "plan/overview";
    }

    private OverviewView view(PlanId id) {
        var plan = plans.find(id).orElseThrow(NotFound::new);
        var structure = plans.structure(id);
        var region = regions.find(plan.region()).orElse(null);
        return new OverviewView(plan, region, structure, families(structure));
    }

    private static Map<Window, List<OverviewView.TargetLine>> families(PlanStructure structure) {
        var goals = structure.goals().stream().map(target -> new OverviewView.TargetLine(target, null));
        var promised = structure
                .measures()
                .flatMap(measure ->
                        measure.targets().stream().map(target -> new OverviewView.TargetLine(target, measure)));
        return Stream.concat(goals, promised)
                .collect(groupingBy(line -> line.target().window(), () -> new EnumMap<>(Window.class), toList()));
    }
}
