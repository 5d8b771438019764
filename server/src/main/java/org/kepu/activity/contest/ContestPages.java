package org.kepu.activity.contest;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.OwnActivities;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a contest is, and the reviews of its ethics, on the desk. */
@Controller
@RequestMapping("/desk/activities/{id}/contest")
class ContestPages {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final OwnActivities activities;
    private final Contests contests;
    private final KeepingContests keeping;
    private final Clock clock;

    ContestPages(OwnActivities activities, Contests contests, KeepingContests keeping, Clock clock) {
        this.activities = activities;
        this.contests = contests;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping
    String contest(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable ActivityId id, Model model) {
        return show(scope, id, null, null, null, model);
    }

    @PostMapping
    String tell(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @ModelAttribute("contest") ContestForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors);
        if (!errors.hasErrors()) {
            if (keeping.tell(scope, id, form)) {
                redirect.addFlashAttribute("flash", Flash.success("contest.told"));
                return "redirect:/desk/activities/" + id + "/contest";
            }
            errors.reject("contest.wrong.overtaken");
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(scope, id, form, null, errors, model);
    }

    @PostMapping("/reviews")
    String review(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId id,
            @ModelAttribute("review") ReviewForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors, LocalDate.now(clock.withZone(HERE)));
        if (!errors.hasErrors()) {
            switch (keeping.review(scope, id, form)) {
                case DONE -> {
                    redirect.addFlashAttribute("flash", Flash.success("contest.reviewed"));
                    return "redirect:/desk/activities/" + id + "/contest";
                }
                case OVERTAKEN -> errors.reject("contest.wrong.overtaken");
                case NO_CONTEST -> errors.reject("contest.wrong.first");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(scope, id, null, form, errors, model);
    }

    private String show(
            Scope scope,
            ActivityId id,
            @Nullable ContestForm typed,
            @Nullable ReviewForm review,
            @Nullable Errors errors,
            Model model) {
        var activity = activities
                .find(scope, id)
                .filter(one -> one.described().kind().equals(Contest.KIND))
                .orElseThrow(NotFound::new);
        var before = contests.find(scope, id);
        var reviews = contests.reviews(scope, id);
        model.addAttribute(
                "view",
                new ContestView(
                        activity,
                        typed == null ? before.map(ContestForm::of).orElse(ContestForm.BLANK) : typed,
                        before.isPresent(),
                        reviews,
                        review == null ? ReviewForm.blank(reviews.size() + 1) : review));
        model.addAttribute("errors", errors);
        return "contest/contest";
    }
}
