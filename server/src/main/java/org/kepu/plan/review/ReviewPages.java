package org.kepu.plan.review;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Typed;
import org.kepu.plan.SourceView;
import org.kepu.plan.review.Reviewing.Correction;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme.Kind;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review screen: correct what was read, decide who is meant, put the plan in force. */
@Controller
@RequestMapping("/desk/plans/{id}/review")
class ReviewPages {

    private final Reviewing reviewing;
    private final ConfirmingPlans confirming;
    private final NamingBodies naming;
    private final NearDuplicates nearDuplicates;
    private final Regions regions;
    private final Clock clock;

    ReviewPages(
            Reviewing reviewing,
            ConfirmingPlans confirming,
            NamingBodies naming,
            NearDuplicates nearDuplicates,
            Regions regions,
            Clock clock) {
        this.reviewing = reviewing;
        this.confirming = confirming;
        this.naming = naming;
        this.nearDuplicates = nearDuplicates;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView review(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(defaultValue = "") String at) {
        var draft = reviewing.draft(scope, id);
        if (draft.confirmed()) {
            return new ModelAndView("redirect:/desk/plans/" + id);
        }
        return page(scope, draft, at, edit, form(draft, edit), Map.of(), false, List.of(), List.of());
    }

    @PostMapping("/parts/{part}")
    ModelAndView correct(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @PathVariable String part,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String of,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response) {
        var form = filled(part, fields);
        var draft = reviewing.draft(scope, id);
        var correction =
                draft.confirmed() || draft.version() != version || form.errors().isEmpty()
                        ? correct(scope, id, version, form, part)
                        : null;
        return switch (correction) {
            case null -> wrong(scope, draft, part, form, form.errors());
            case Correction.Saved saved -> saved(id, part);
            case Correction.Closed closed -> closed(id);
            case Correction.Overtaken(var now) -> overtaken(scope, now, part, of, form, response);
            case Correction.OutOfReach(var now) -> wrong(scope, now, part, form, Map.of("region", HeadForm.NO_REGION));
        };
    }

    private Correction correct(Scope scope, PlanId id, int version, EditForm form, String part) {
        return form instanceof HeadForm head && head.chosen() != null
                ? reviewing.assignTo(scope, id, version, head.chosen(), form::applyTo)
                : reviewing.correct(scope, id, version, plan -> form.applyTo(there(plan, part)));
    }

    /** Adds, removes or moves a programme or a measure. */
    @PostMapping("/acts/{act}")
    ModelAndView act(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @PathVariable String act,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String title) {
        var words = Typed.clean(title);
        var draft = reviewing.draft(scope, id);
        if (act.startsWith("add-") && words.isEmpty() && !draft.confirmed()) {
            return wrong(scope, draft, "", null, Map.of(act + node, "plan.review.error.title"));
        }
        return switch (reviewing.correct(scope, id, version, change(act, node, words))) {
            case Correction.Saved saved -> saved(id, node);
            case Correction.Closed closed -> closed(id);
            case Correction.Overtaken(var now) ->
                conflict(scope, now, "", null, words.isEmpty() ? List.of() : List.of(words));
            case Correction.OutOfReach outOfReach -> throw new NotFound();
        };
    }

    private static UnaryOperator<ParsedPlan> change(String act, String node, String title) {
        return switch (act) {
            case "add-action" -> plan -> Editing.addProgramme(plan, Kind.ACTION, title);
            case "add-project" -> plan -> Editing.addProgramme(plan, Kind.PROJECT, title);
            case "add-measure" -> plan -> Editing.addMeasure(there(plan, node), programme(node), title);
            case "raise-measure" -> plan -> Editing.raiseMeasure(there(plan, node), measure(node));
            case "remove-measure" -> plan -> Editing.removeMeasure(there(plan, node), measure(node));
            case "remove-programme" -> plan -> Editing.removeProgramme(there(plan, node), programme(node));
            default -> throw new NotFound();
        };
    }

    private static NodePath programme(String node) {
        return Optional.of(path(node)).filter(NodePath::isProgramme).orElseThrow(NotFound::new);
    }

    private static NodePath measure(String node) {
        return Optional.of(path(node)).filter(at -> !at.isProgramme()).orElseThrow(NotFound::new);
    }

    /** The plan, if it has this part. */
    private static ParsedPlan there(ParsedPlan plan, String part) {
        if (form(plan, "", part) == null) {
            throw new NotFound();
        }
        return plan;
    }

    @PostMapping("/bodies")
    String name(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam MultiValueMap<String, String> fields) {
        var draft = reviewing.draft(scope, id);
        if (draft.confirmed()) {
            return "redirect:/desk/plans/" + id;
        }
        switch (fields.getOrDefault("all", List.of("")).getFirst()) {
            case "proposed" -> naming.acceptProposals(scope, draft);
            case "new" -> naming.registerUnknown(scope, draft);
            default ->
                naming.decide(
                        scope,
                        draft,
                        fields.getOrDefault("written", List.of()),
                        fields.getOrDefault("meaning", List.of()));
        }
        return "redirect:/desk/plans/" + id + "/review#bodies";
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") List<Integer> years,
            RedirectAttributes redirect) {
        return switch (confirming.confirm(scope, id, version, years)) {
            case Confirmation.InForce(var plan) -> {
                redirect.addFlashAttribute("flash", Flash.success("plan.review.in-force"));
                yield closed(plan);
            }
            case Confirmation.NotReady(var lacks) -> {
                var page = page(
                        scope,
                        reviewing.draft(scope, id),
                        "",
                        "",
                        null,
                        Map.of(),
                        false,
                        List.of(),
                        lacks.stream().map(lack -> "plan.review.lack." + lack).toList());
                ticked(page, years);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
            case Confirmation.Overtaken() -> {
                var now = reviewing.draft(scope, id);
                yield now.confirmed() ? closed(id) : ticked(conflict(scope, now, "", null, List.of()), years);
            }
        };
    }

    @PostMapping("/discard")
    String discard(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        if (!reviewing.discard(scope, id, version)) {
            redirect.addFlashAttribute("flash", Flash.warn("plan.review.not-discarded"));
            return "redirect:/desk/plans/" + id + "/review";
        }
        redirect.addFlashAttribute("flash", Flash.success("plan.review.discarded"));
        return "redirect:/desk/plans";
    }

    private static ModelAndView saved(PlanId id, String part) {
        return new ModelAndView("redirect:/desk/plans/" + id + "/review#node-" + part);
    }

    private static ModelAndView closed(PlanId id) {
        return new ModelAndView("redirect:/desk/plans/" + id);
    }

    /** The years that were ticked, for the form that comes back. */
    private static ModelAndView ticked(ModelAndView page, List<Integer> years) {
        return page.addObject("ticked", years);
    }

    private ModelAndView wrong(
            Scope scope, Draft draft, String part, @Nullable EditForm form, Map<String, String> errors) {
        if (form != null) {
            there(draft.structure(), part);
        }
        var page = page(scope, draft, "", part, form, errors, false, List.of(), List.of());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Someone saved first: the form moves with its part; where the part is gone, what was typed is shown to be copied. */
    private ModelAndView overtaken(
            Scope scope, Draft now, String part, String of, EditForm form, HttpServletResponse response) {
        var place = Editing.placeOf(now.structure(), part, of);
        if (!place.equals(Optional.of(part))) {
            response.setHeader("HX-Retarget", "#content");
            response.setHeader("HX-Reselect", "#content");
        }
        return place.map(there -> conflict(scope, now, there, form, List.of()))
                .orElseGet(() -> conflict(scope, now, "", null, form.typed()));
    }

    private ModelAndView conflict(Scope scope, Draft now, String part, @Nullable EditForm form, List<String> typed) {
        var errors = form == null ? Map.<String, String>of() : form.errors();
        var page = page(scope, now, "", part, form, errors, true, typed, List.of());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(
            Scope scope,
            Draft draft,
            String marked,
            String edit,
            @Nullable EditForm form,
            Map<String, String> errors,
            boolean overtaken,
            List<String> typed,
            List<String> lacks) {
        var view = new ReviewView(
                ReviewView.of(draft),
                SourceView.of(draft.source(), ReviewView.marks(draft.structure())),
                marked,
                form == null ? "" : edit,
                form,
                errors,
                overtaken,
                typed,
                confirming.meanings(scope, draft),
                nearDuplicates.of(scope, draft).stream().map(ReviewView::of).toList(),
                pickable(scope, draft),
                Year.now(clock).getValue(),
                lacks);
        return new ModelAndView("plan/review", Map.of("view", view));
    }

    /** Regions within reach down to the banners, and the draft's own where it lies deeper. */
    private List<Region> pickable(Scope scope, Draft draft) {
        var upper = Stream.of(RegionLevel.AUTONOMOUS_REGION, RegionLevel.LEAGUE, RegionLevel.BANNER)
                .flatMap(level -> regions.withinLevel(level).stream());
        var listed = upper.toList();
        var reached = regions.reached(scope, listed.stream().map(Region::code).toList());
        var all = new ArrayList<>(listed.stream()
                .filter(region -> reached.contains(region.code()))
                .toList());
        var own = draft.region();
        if (own != null && all.stream().noneMatch(region -> region.code().equals(own))) {
            regions.find(own).ifPresent(all::add);
        }
        return all;
    }

    private static NodePath path(String node) {
        try {
            return NodePath.of(node);
        } catch (IllegalArgumentException noSuchPlace) {
            throw new NotFound();
        }
    }

    private static @Nullable EditForm form(Draft draft, String part) {
        var region = draft.region();
        return form(draft.structure(), region == null ? "" : region.value(), part);
    }

    private static @Nullable EditForm form(ParsedPlan plan, String region, String part) {
        try {
            return EditForm.of(plan, region, part);
        } catch (IllegalArgumentException noSuchPart) {
            throw new NotFound();
        }
    }

    private static EditForm filled(String part, MultiValueMap<String, String> fields) {
        try {
            return EditForm.of(part, new Fields(fields));
        } catch (IllegalArgumentException noSuchPart) {
            throw new NotFound();
        }
    }
}
