package org.kepu.people.hours;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.guard.HumanCheck;
import org.kepu.guard.HumanQuestion;
import org.kepu.guard.HumanVerdict;
import org.kepu.guard.SpokenCode;
import org.kepu.notice.Channels;
import org.kepu.notice.Message.Channel;
import org.kepu.page.Flash;
import org.kepu.people.team.VolunteerCodes;
import org.kepu.shared.PhoneNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way to a volunteer's own page: by the code, or by a new one if it is lost. */
@Controller
@RequestMapping("/volunteer/mine")
class OwnCodePages {

    /** What the human check calls the form that asks for a new code. */
    static final String FORM = "people.code";

    private final VolunteerCodes codes;
    private final HumanCheck human;
    private final Channels channels;

    OwnCodePages(VolunteerCodes codes, HumanCheck human, Channels channels) {
        this.codes = codes;
        this.human = human;
        this.channels = channels;
    }

    @GetMapping
    String ask(Model model) {
        return find(model, "", false, null, human.ask(FORM));
    }

    @PostMapping
    String find(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (codes.holder(code, request.getRemoteAddr()).isPresent()) {
            return "redirect:/volunteer/mine/" + SpokenCode.bare(code);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return find(model, "", true, null, human.ask(FORM));
    }

    /**
     * Sends a new code; who asks learns nothing of whose number it is. Where no text messages leave, the old code stays: a new
     * one would open nothing for anybody.
     */
    @PostMapping("/code")
    String renew(
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (!channels.leave(Channel.SMS)) {
            return "redirect:/volunteer/mine";
        }
        var number = PhoneNumber.read(phone).filter(PhoneNumber::isMobile);
        if (number.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return find(model, phone, false, "people.wrong.phone", human.ask(FORM));
        }
        if (human.passed(request, FORM) instanceof HumanVerdict.Again(var said, var next)) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return find(model, phone, false, said, next);
        }
        codes.renew(number.get());
        redirect.addFlashAttribute("flash", Flash.success("people.code.sent"));
        return "redirect:/volunteer/mine";
    }

    private String find(Model model, String phone, boolean wrong, @Nullable String again, HumanQuestion question) {
        model.addAttribute("phone", phone);
        model.addAttribute("wrong", wrong);
        model.addAttribute("sent", channels.leave(Channel.SMS));
        model.addAttribute("again", again);
        model.addAttribute("question", question);
        return "people/find";
    }
}
