package org.kepu.activity.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activities;
import org.kepu.activity.Offer;
import org.kepu.activity.Offers;
import org.kepu.activity.Reach;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Registration;
import org.kepu.activity.booking.Registrations;
import org.kepu.activity.portal.RegistrationForm;
import org.kepu.activity.portal.Shown;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody without a telephone that can do so, a family, a group or a school is booked by the clerk. */
@Controller
@RequestMapping("/desk/activities/sessions/{session}/bookings")
class AgentPages {

    private final Activities activities;
    private final Offers offers;
    private final Reach reach;
    private final Shown shown;
    private final Registrations registrations;

    AgentPages(Activities activities, Offers offers, Reach reach, Shown shown, Registrations registrations) {
        this.activities = activities;
        this.offers = offers;
        this.reach = reach;
        this.shown = shown;
        this.registrations = registrations;
    }

    @GetMapping
    String form(
            @May(Right.BOOK_FOR_OTHERS) Scope scope,
            @PathVariable SessionId session,
            @RequestParam(defaultValue = "") String party,
            Model model) {
        return show(offer(scope, session), RegistrationForm.blank(party), null, model);
    }

    @PostMapping
    String book(
            @May(Right.BOOK_FOR_OTHERS) Scope scope,
            @PathVariable SessionId session,
            @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var offer = offer(scope, session);
        form.check(offer, Applicant.LARGEST_GROUP, errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(offer, form, errors, model);
        }
        redirect.addFlashAttribute("flash", booked(scope, offer, form));
        return "redirect:/desk/activities/sessions/" + session + "#bookings";
    }

    private Flash booked(Scope scope, Offer offer, RegistrationForm form) {
        var who = form.applicant(offer, scope.actor());
        return switch (registrations.registerFor(scope, offer.session().id(), who)) {
            case Registration.Confirmed(var code) -> Flash.success("activity.agent.confirmed", Booking.spelled(code));
            case Registration.Waiting(var code, var position) ->
                Flash.warn("activity.agent.waiting", Booking.spelled(code), position);
            case Registration.Already(var code, var state, var drawn) -> Flash.warn("activity.agent.already");
            case Registration.Refused(var broken) ->
                Flash.warn(broken.getFirst().messageKey());
        };
    }

    private Offer offer(Scope scope, SessionId session) {
        if (!reach.covers(scope, session)) {
            throw new NotFound();
        }
        return offers.find(session)
                .filter(offer -> offer.session().seats() != null)
                .orElseThrow(NotFound::new);
    }

    private String show(Offer offer, RegistrationForm form, @Nullable Errors errors, Model model) {
        model.addAttribute(
                "activity", activities.find(offer.session().activity()).orElseThrow(NotFound::new));
        model.addAttribute("offer", offer);
        model.addAttribute("kept", shown.kept(offer));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "activity/agent";
    }
}
