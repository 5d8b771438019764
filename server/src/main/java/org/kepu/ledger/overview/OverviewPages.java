package org.kepu.ledger.overview;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A leader's page. */
@Controller
@RequestMapping("/desk/overview")
class OverviewPages {

    private final Overview overview;
    private final Regions regions;

    OverviewPages(Overview overview, Regions regions) {
        this.overview = overview;
        this.regions = regions;
    }

    @GetMapping
    String overview(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable PlanId plan,
            Model model) {
        model.addAttribute("view", overview.of(scope, desk.scope(Right.READ_FIGURES), Optional.ofNullable(plan)));
        return "overview/overview";
    }

    /** What a number is made of: the targets of a programme, or of a division. */
    @GetMapping("/targets")
    String targets(
            @May(Right.READ_FIGURES) Scope scope,
            @RequestParam(required = false) @Nullable PlanId plan,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(defaultValue = "BEHIND") Pulse pulse,
            Model model) {
        model.addAttribute("pulse", pulse);
        if (region != null) {
            var known = regions.find(region).orElseThrow(NotFound::new);
            model.addAttribute("cards", overview.ofRegion(scope, known, pulse));
        } else if (plan != null) {
            model.addAttribute("cards", overview.ofProgramme(scope, plan, programme, pulse));
        } else {
            return "redirect:/desk/overview";
        }
        return "overview/targets";
    }
}
