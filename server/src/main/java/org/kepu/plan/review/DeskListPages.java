package org.kepu.plan.review;

import java.util.List;
import java.util.Optional;
import org.kepu.plan.PlanList;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All plans on the desk: those under review first, then those in force by level. */
@Controller
class DeskListPages {

    private final Drafts drafts;
    private final PlanList plans;
    private final Regions regions;

    DeskListPages(Drafts drafts, PlanList plans, Regions regions) {
        this.drafts = drafts;
        this.plans = plans;
        this.regions = regions;
    }

    @GetMapping("/desk/plans")
    String list(Model model) {
        model.addAttribute("drafts", lines());
        model.addAttribute("levels", plans.byLevel());
        return "plan/desk";
    }

    private List<DraftLine> lines() {
        var open = drafts.open();
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
