package org.kepu.activity.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activities;
import org.kepu.activity.Activity;
import org.kepu.activity.Offer;
import org.kepu.activity.Offers;
import org.kepu.activity.SeatState;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.AdmissionRule;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Booking;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Registering for a session, without an account: a name, a telephone number, how many. */
@Controller
@RequestMapping("/activities/sessions/{session}")
class RegistrationPages {

    /** What the human check calls the form. */
    static final String FORM = "activity.register";

    private final Activities activities;
    private final Offers offers;
    private final Registrations registrations;
    private final Shown shown;
    private final HumanCheck human;
    private final Clock clock;

    RegistrationPages(
            Activities activities,
            Offers offers,
            Registrations registrations,
            Shown shown,
            HumanCheck human,
            Clock clock) {
        this.activities = activities;
        this.offers = offers;
        this.registrations = registrations;
        this.shown = shown;
        this.human = human;
        this.clock = clock;
    }

    /** What one registers for. */
    record Asked(Activity activity, Offer offer) {

        Session session() {
            return offer.session();
        }
    }

    @GetMapping
    String form(@PathVariable SessionId session, @RequestParam(defaultValue = "") String party, Model model) {
        var asked = asked(session);
        return SeatState.of(asked.session(), clock.instant()).isOpen()
                ? show(asked, RegistrationForm.blank(party), null, null, human.ask(FORM), model)
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
        if (asked.session().seats() == null) {
            return "redirect:/activities/" + asked.activity().id();
        }
        form.check(asked.offer(), errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(asked, form, errors, null, human.ask(FORM), model);
        }
        var who = form.applicant(asked.offer(), null);
        var before = registrations.before(session, who);
        if (before.isPresent()) {
            return answer(asked, who, before.get(), model);
        }
        var against = registrations.against(asked.offer(), who);
        if (!against.isEmpty()) {
            return answer(asked, who, new Registration.Refused(against), model);
        }
        var counted = BookingLimit.ofForm(session, request.getRemoteAddr());
        if (human.passed(request, FORM, counted) instanceof HumanVerdict.Again(var said, var next)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(asked, form, null, said, next, model);
        }
        return answer(asked, who, registrations.register(session, who), model);
    }

    private String answer(Asked asked, Applicant who, Registration outcome, Model model) {
        return switch (outcome) {
            case Registration.Confirmed(var code) -> "redirect:/registrations/" + code;
            case Registration.Waiting(var code, var position) -> "redirect:/registrations/" + code;
            case Registration.Already(var code, var state, var drawn) ->
                refused(asked, who, List.of(already(state, drawn)), List.of(), model);
            case Registration.Refused(var broken) ->
                refused(
                        asked,
                        who,
                        broken.stream().map(AdmissionRule::messageKey).toList(),
                        broken,
                        model);
        };
    }

    /** What really holds: after a draw one is drawn, or is not. */
    private static String already(Booking.State state, boolean drawn) {
        return switch (state) {
            case ENTERED -> "booking.already.entered";
            case OFFERED -> "booking.already.offered";
            case WAITING -> drawn ? "booking.already.not-drawn" : "activity.already.waiting";
            case CONFIRMED -> drawn ? "booking.already.drawn" : "activity.already";
            case CANCELLED, LAPSED, RECLAIMED, TOO_LARGE -> "activity.refused.GIVEN_BACK";
        };
    }

    /** Why not, and where else: sessions of the same with seats, or with a line. */
    private String refused(Asked asked, Applicant who, List<String> words, List<AdmissionRule> broken, Model model) {
        var others = activities.sessionsOf(asked.activity().id()).stream()
                .filter(other -> !other.id().equals(asked.session().id()))
                .map(shown::seating)
                .filter(other -> other.state().isOpen())
                .toList();
        var seats = asked.session().seats();
        model.addAttribute("activity", asked.activity());
        model.addAttribute("offer", asked.offer());
        model.addAttribute("words", words);
        model.addAttribute("refused", !broken.isEmpty());
        model.addAttribute(
                "most",
                who.party().kind().isNamed() || seats == null
                        ? asked.offer().admission().groupMost()
                        : seats.perPerson());
        model.addAttribute("others", others);
        return "activity/refused";
    }

    private Asked asked(SessionId session) {
        var found = offers.find(session).orElseThrow(NotFound::new);
        return new Asked(activities.find(found.session().activity()).orElseThrow(NotFound::new), found);
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
        model.addAttribute("offer", asked.offer());
        model.addAttribute("kept", shown.kept(asked.offer()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("again", again);
        model.addAttribute("question", question);
        return "activity/register";
    }
}
