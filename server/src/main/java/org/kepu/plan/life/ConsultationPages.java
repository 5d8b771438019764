package org.kepu.plan.life;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.body.LeadingGroups;
import org.kepu.page.Flash;
import org.kepu.plan.life.Consulting.Closing;
import org.kepu.plan.life.Consulting.Opening;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office's side of a consultation: opening it, answering what came in, closing it. */
@Controller
class ConsultationPages {

    /** What the law calls the least for important decisions (重大行政决策程序暂行条例第十五条). */
    private static final int USUAL_DAYS = 30;

    private final Consulting consulting;
    private final Clock clock;
    private final Versions versions;
    private final Bodies bodies;
    private final LeadingGroups groups;

    ConsultationPages(Consulting consulting, Versions versions, Bodies bodies, LeadingGroups groups, Clock clock) {
        this.consulting = consulting;
        this.clock = clock;
        this.versions = versions;
        this.bodies = bodies;
        this.groups = groups;
    }

    @GetMapping("/desk/plans/{id}/consultations/new")
    String form(
            @May(Right.REVIEW_PLANS) Scope scope, @PathVariable PlanId id, Model model, RedirectAttributes redirect) {
        var version = versions.get(scope, id);
        var region = versions.region(scope, id);
        if (version.inForce() || region.isEmpty()) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.warn(
                            (version.inForce() ? Consulting.Fault.IN_FORCE : Consulting.Fault.NO_REGION).messageKey()));
            return "redirect:/desk/plans/" + id + "/versions";
        }
        var today = today();
        var members = groups.membersOn(region.get(), today).stream()
                .map(body -> body.id().toString())
                .toList();
        return show(
                scope,
                version,
                new OpeningForm("", today.plusDays(USUAL_DAYS).toString(), true, members),
                List.of(),
                model);
    }

    private String show(Scope scope, Version version, OpeningForm form, List<String> faults, Model model) {
        model.addAttribute("version", version);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("bodies", asked(scope, version.id()));
        return "life/opening";
    }

    /** The bodies that may be asked: those of the division of the plan. */
    private List<Body> asked(Scope scope, PlanId id) {
        return versions.region(scope, id).map(bodies::in).orElse(List.of());
    }

    @PostMapping("/desk/plans/{id}/consultations")
    String open(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable PlanId id,
            OpeningForm form,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var version = versions.get(scope, id);
        var day = form.day();
        var opening = day == null
                ? new Opening.Refused(List.of(Consulting.Fault.ENDS_BEFORE_TODAY))
                : consulting.open(
                        scope,
                        id,
                        new Consulting.Terms(
                                String.valueOf(form.request()),
                                day,
                                Boolean.TRUE.equals(form.openToPublic()),
                                form.chosen(asked(scope, id))));
        return switch (opening) {
            case Opening.Opened(var consultation) -> {
                redirect.addFlashAttribute("flash", Flash.success("life.consultation.opened"));
                yield "redirect:/desk/consultations/" + consultation;
            }
            case Opening.Refused(var faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(
                        scope,
                        version,
                        form,
                        faults.stream().map(Consulting.Fault::messageKey).toList(),
                        model);
            }
        };
    }

    @GetMapping("/desk/consultations/{consultation}")
    String consultation(@May(Right.REVIEW_PLANS) Scope scope, @PathVariable ConsultationId consultation, Model model) {
        model.addAttribute("summary", consulting.summary(scope, consultation));
        model.addAttribute("today", today());
        return "life/consultation";
    }

    @PostMapping("/desk/consultations/{consultation}/opinions/{opinion}")
    String answer(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable ConsultationId consultation,
            @PathVariable OpinionId opinion,
            @RequestParam Opinion.Outcome outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int seen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (consulting.answer(scope, consultation, opinion, outcome, reason, seen)) {
            case ANSWERED -> {
                redirect.addFlashAttribute("flash", Flash.success("life.opinion.answered"));
                yield "redirect:/desk/consultations/" + consultation + "#opinion-" + opinion;
            }
            case REASON_MISSING, REASON_TOO_LONG -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute(
                        "typed",
                        new TypedAnswer(
                                opinion,
                                outcome,
                                reason,
                                reason.isBlank() ? "life.opinion.reason-missing" : "life.opinion.reason-too-long",
                                null));
                yield consultation(scope, consultation, model);
            }
            case OVERTAKEN -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                var faster = consulting.answerer(scope, consultation, opinion).orElse(null);
                model.addAttribute(
                        "typed", new TypedAnswer(opinion, outcome, reason, "life.opinion.overtaken", faster));
                yield consultation(scope, consultation, model);
            }
        };
    }

    @PostMapping("/desk/consultations/{consultation}/close")
    String close(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable ConsultationId consultation,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (consulting.close(scope, consultation)) {
                    case Closing.Closed closed -> Flash.success("life.consultation.closed");
                    case Closing.NotOver(var day) -> Flash.warn("life.consultation.not-over", day);
                    case Closing.Unanswered(var opinions) -> Flash.warn("life.consultation.unanswered", opinions);
                    case Closing.Overtaken overtaken -> Flash.warn("life.consultation.overtaken");
                });
        return "redirect:/desk/consultations/" + consultation;
    }

    @PostMapping("/desk/consultations/{consultation}/publish")
    String publish(
            @May(Right.REVIEW_PLANS) Scope scope,
            @PathVariable ConsultationId consultation,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.of(
                        consulting.publish(scope, consultation),
                        "life.consultation.published",
                        "life.consultation.overtaken"));
        return "redirect:/desk/consultations/" + consultation;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
