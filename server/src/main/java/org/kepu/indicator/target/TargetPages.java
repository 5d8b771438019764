package org.kepu.indicator.target;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.target.TargetCard.State;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Targets on the desk: how far those of a division have come, and which indicator reads those of a plan. */
@Controller
@RequestMapping("/desk/targets")
class TargetPages {

    private final Targets targets;
    private final TargetCards cards;
    private final ProposingTargets proposing;
    private final Definitions definitions;
    private final Plans plans;
    private final Regions regions;
    private final Clock clock;

    TargetPages(
            Targets targets,
            TargetCards cards,
            ProposingTargets proposing,
            Definitions definitions,
            Plans plans,
            Regions regions,
            Clock clock) {
        this.targets = targets;
        this.cards = cards;
        this.proposing = proposing;
        this.definitions = definitions;
        this.plans = plans;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping
    String targets(
            @May(Right.READ_FIGURES) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable PlanId plan,
            @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable LocalDate on,
            Model model) {
        if (plan != null) {
            model.addAttribute("view", proposals(scope, desk, plan));
            return "target/proposals";
        }
        model.addAttribute("view", cards(scope, region, state, on == null ? LocalDate.now(clock) : on));
        return "target/targets";
    }

    private TargetsView cards(Scope scope, @Nullable RegionCode asked, @Nullable State state, LocalDate on) {
        var known = targets.regions(scope).stream()
                .flatMap(code -> regions.find(code).stream())
                .toList();
        var shown = asked == null
                ? known.stream().findFirst()
                : Optional.of(regions.find(asked).orElseThrow(NotFound::new));
        var all = shown.map(Region::code)
                .map(code -> cards.of(scope, targets.of(scope, code), on))
                .orElse(List.of());
        return new TargetsView(known, shown.orElse(null), state, on, all, proposing.plans(scope));
    }

    private ProposalsView proposals(Scope scope, Desk desk, PlanId id) {
        var proposals = proposing.of(scope, id);
        return new ProposalsView(
                plans.find(id).orElseThrow(NotFound::new),
                proposals,
                definitions.on(LocalDate.now(clock)),
                desk.may(Right.KEEP_INDICATORS));
    }

    /** Which indicator reads a target of a plan, or that none does. */
    @PostMapping("/{target}")
    String decide(
            @May(Right.KEEP_INDICATORS) Scope scope,
            @PathVariable UUID target,
            @RequestParam PlanId plan,
            @RequestParam String indicator,
            @RequestParam String seen,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (proposing.decide(scope, plan, target, indicator, seen)) {
                    case ProposingTargets.Outcome.Done done -> Flash.success("target.decided");
                    case ProposingTargets.Outcome.Already already -> Flash.success("target.decided.already");
                    case ProposingTargets.Outcome.Overtaken overtaken -> Flash.warn("target.decided.overtaken");
                    case ProposingTargets.Outcome.Refused(var misfit) ->
                        Flash.warn(misfit.why().messageKey(), misfit.asked(), misfit.counted());
                });
        return "redirect:/desk/targets?plan=" + plan + "#target-" + target;
    }
}
