package org.kepu.activity.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activities;
import org.kepu.activity.Activity;
import org.kepu.activity.SeatState;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.AdmissionRule;
import org.kepu.activity.booking.BookingLimit;
import org.kepu.activity.booking.Registration;
import org.kepu.activity.booking.Registrations;
import org.kepu.guard.HumanCheck;
import org.kepu.guard.HumanQuestion;
import org.kepu.guard.HumanVerdict;
import org.kepu.page.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Registering for a session, without an account: a name, a telephone number, how many. */
@Controller
@RequestMapping("/activities/sessions/{session}")
class RegistrationPages {

    /** What the human check calls the form. */
    static final String FORM = "activity.register";

    private final Activities activities;
    private final Registrations registrations;
    private final Shown shown;
    private final HumanCheck human;
    private final Clock clock;

    RegistrationPages(Activities activities, Registrations registrations, Shown shown, HumanCheck human, Clock clock) {
        this.activities = activities;
        this.registrations = registrations;
        this.shown = shown;
        this.human = human;
        this.clock = clock;
    }

    /** What one registers for. */
    record Asked(Activity activity, Session session) {}

    @GetMapping
    String form(@PathVariable SessionId session, Model model) {
        var asked = asked(session);
        return SeatState.of(asked.session(), clock.instant()).isOpen()
                ? show(asked, RegistrationForm.blank(), null, null, human.ask(FORM), model)
                : "redirect:/activities/" + asked.activity().id();
    }

    @PostMapping
    String register(
            @PathVariable SessionId session,
            @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var asked = asked(session);
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(asked, form, errors, null, human.ask(FORM), model);
        }
        var who = form.applicant();
        var before = registrations.before(session, who);
        if (before.isPresent()) {
            return answer(asked, before.get(), model);
        }
        var against = registrations.against(asked.session(), who);
        if (!against.isEmpty()) {
            return refused(asked, against, false, model);
        }
        var counted = BookingLimit.ofForm(session, request.getRemoteAddr());
        if (human.passed(request, FORM, counted) instanceof HumanVerdict.Again(var said, var next)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(asked, form, null, said, next, model);
        }
        return answer(asked, registrations.register(session, who), model);
    }

    private String answer(Asked asked, Registration outcome, Model model) {
        return switch (outcome) {
            case Registration.Confirmed(var code) -> "redirect:/registrations/" + code;
            case Registration.Waiting(var code, var position) -> "redirect:/registrations/" + code;
            case Registration.Already(var code, var waiting) -> refused(asked, List.of(), waiting, model);
            case Registration.Refused(var broken) -> refused(asked, broken, false, model);
        };
    }

    /** Why not, and where else. */
    private String refused(Asked asked, List<AdmissionRule> broken, boolean waiting, Model model) {
        var others = activities.sessionsOf(asked.activity().id()).stream()
                .filter(other -> !other.id().equals(asked.session().id()))
                .map(shown::seating)
                .filter(other -> other.state().isOpen())
                .toList();
        model.addAttribute("activity", asked.activity());
        model.addAttribute("session", asked.session());
        model.addAttribute("broken", broken);
        model.addAttribute("waiting", waiting);
        model.addAttribute("others", others);
        return "activity/refused";
    }

    private Asked asked(SessionId session) {
        var found = activities.session(session).orElseThrow(NotFound::new);
        return new Asked(activities.find(found.activity()).orElseThrow(NotFound::new), found);
    }

    private String show(
            Asked asked,
            RegistrationForm form,
            @Nullable Errors errors,
            @Nullable String again,
            HumanQuestion question,
            Model model) {
        model.addAttribute("activity", asked.activity());
        model.addAttribute("seating", shown.seating(asked.session()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("again", again);
        model.addAttribute("question", question);
        return "activity/register";
    }
}
