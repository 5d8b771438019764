package org.kepu.plan.review;

import java.util.List;
import java.util.Optional;
import org.kepu.plan.PlanList;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All plans on the desk: those under review within reach first, then those in force by level. */
@Controller
class DeskListPages {

    private final Drafts drafts;
    private final PlanList plans;
    private final DemoPlans demo;
    private final Regions regions;

    DeskListPages(Drafts drafts, PlanList plans, DemoPlans demo, Regions regions) {
        this.drafts = drafts;
        this.plans = plans;
        this.demo = demo;
        this.regions = regions;
    }

    @GetMapping("/desk/plans")
    String list(@May(Right.DESK) Scope scope, Desk desk, Model model) {
        var reviewing = desk.scope(Right.REVIEW_PLANS);
        model.addAttribute("drafts", lines(drafts.open(reviewing)));
        model.addAttribute("demo", demo.offeredTo(reviewing));
        model.addAttribute("levels", plans.byLevel());
        return "plan/desk";
    }

    private List<DraftLine> lines(List<Drafts.Line> open) {
        var places = regions.all(open.stream()
                .flatMap(line -> Optional.ofNullable(line.region()).stream())
                .toList());
        return open.stream()
                .map(line -> new DraftLine(
                        line.id().toString(),
                        line.title(),
                        Optional.ofNullable(line.region())
                                .map(places::get)
                                .map(Region::name)
                                .orElse(""),
                        line.periodFrom() == null || line.periodTo() == null
                                ? ""
                                : line.periodFrom() + "—" + line.periodTo(),
                        line.fileName(),
                        line.uploadedAt(),
                        line.uploadedBy()))
                .toList();
    }
}
