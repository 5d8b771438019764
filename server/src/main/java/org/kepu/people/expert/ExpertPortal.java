package org.kepu.people.expert;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.Typed;
import org.kepu.shared.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Experts who agreed to be published, and the page on which an expert answers an invitation by its link. */
@Controller
@RequestMapping("/experts")
class ExpertPortal {

    private final PublishedExperts published;
    private final AnsweringInvitations answering;
    private final Fields fields;
    private final Bodies bodies;
    private final ServiceChoices choices;
    private final Clock clock;

    ExpertPortal(
            PublishedExperts published,
            AnsweringInvitations answering,
            Fields fields,
            Bodies bodies,
            ServiceChoices choices,
            Clock clock) {
        this.published = published;
        this.answering = answering;
        this.fields = fields;
        this.bodies = bodies;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String field, Model model) {
        model.addAttribute("experts", published.all(fields.isField(field) ? field : null));
        model.addAttribute("field", field);
        model.addAttribute("fields", fields);
        model.addAttribute("choices", choices);
        return "people/expertlist";
    }

    @GetMapping("/invitations/{secret}")
    String invitation(@PathVariable String secret, HttpServletRequest request, Model model) {
        return show(secret, request, null, model);
    }

    /** @param typed what comes back with what is wrong with it; null if nothing was typed */
    private String show(String secret, HttpServletRequest request, @Nullable Typed typed, Model model) {
        var found = answering.find(secret, request.getRemoteAddr()).orElseThrow(NotFound::new);
        model.addAttribute("invitation", found);
        model.addAttribute("secret", secret);
        model.addAttribute("body", bodies.find(found.body()).map(Body::name).orElse(""));
        model.addAttribute("where", choices.way(found.region()));
        model.addAttribute("open", answering.isOpen(found));
        model.addAttribute("typed", typed);
        return "people/invitation";
    }

    @PostMapping("/invitations/{secret}/accept")
    String accept(@PathVariable String secret, HttpServletRequest request, RedirectAttributes redirect) {
        return said(secret, answering.accept(secret, request.getRemoteAddr()), redirect);
    }

    @PostMapping("/invitations/{secret}/decline")
    String decline(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return Typed.because(
                "decline",
                "reason",
                reason,
                response,
                typed -> show(secret, request, typed, model),
                why -> said(secret, answering.decline(secret, request.getRemoteAddr(), why), redirect));
    }

    @PostMapping("/invitations/{secret}/propose")
    String propose(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var at = InvitingForm.moment(day, time).filter(one -> one.isAfter(clock.instant()));
        var wrong = new LinkedHashMap<String, String>();
        if (at.isEmpty()) {
            wrong.put("day", "people.wrong.proposed");
        }
        Reason.fault(reason).ifPresent(fault -> wrong.put("reason", fault.messageKey()));
        if (!wrong.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var words = Map.of("day", day, "time", time, "reason", reason);
            return show(secret, request, new Typed("propose", words, wrong), model);
        }
        return said(
                secret,
                answering.propose(secret, request.getRemoteAddr(), at.orElseThrow(), new Reason(reason)),
                redirect);
    }

    private static String said(String secret, AnsweringInvitations.Answered answered, RedirectAttributes redirect) {
        if (answered == AnsweringInvitations.Answered.UNKNOWN) {
            throw new NotFound();
        }
        redirect.addFlashAttribute(
                "flash", Flash.of(answered == AnsweringInvitations.Answered.DONE, answered.messageKey()));
        return "redirect:/experts/invitations/" + secret;
    }
}
