package org.kepu.activity.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.booking.Tickets;
import org.kepu.activity.booking.Voices;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Three questions to whoever was there, by the code of the booking; what is answered is kept apart from it. */
@Controller
@RequestMapping("/registrations/{code}/feedback")
class FeedbackPages {

    private final Tickets tickets;
    private final Voices voices;

    FeedbackPages(Tickets tickets, Voices voices) {
        this.tickets = tickets;
        this.voices = voices;
    }

    /** The answers as they were chosen. */
    public record Form(String useful, String clear, String again, String comment) {

        static final Form BLANK = new Form("", "", "", "");

        @SuppressWarnings("NullAway") // an absent field comes as null
        public Form {
            useful = tidy(useful);
            clear = tidy(clear);
            again = tidy(again);
            comment = tidy(comment);
        }

        private static String tidy(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        boolean isWhole() {
            return useful.matches("[1-5]")
                    && clear.matches("[1-5]")
                    && again.matches("[1-5]")
                    && comment.length() <= Voices.LONGEST;
        }

        Map<String, String> chosen() {
            return Map.of("useful", useful, "clear", clear, "again", again);
        }

        Voices.Told told() {
            return new Voices.Told(Integer.parseInt(useful), Integer.parseInt(clear), Integer.parseInt(again), comment);
        }
    }

    @GetMapping
    String ask(@PathVariable String code, HttpServletRequest request, Model model) {
        return show(ticketCode(code, request), Form.BLANK, false, model);
    }

    @PostMapping
    String tell(
            @PathVariable String code,
            @ModelAttribute("form") Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var known = ticketCode(code, request);
        if (!form.isWhole()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(known, form, true, model);
        }
        redirect.addFlashAttribute(
                "flash",
                Flash.of(voices.tell(known, form.told()), "activity.feedback.thanks", "activity.feedback.before"));
        return "redirect:/registrations/" + known;
    }

    private String ticketCode(String code, HttpServletRequest request) {
        return tickets.find(code, request.getRemoteAddr())
                .orElseThrow(NotFound::new)
                .booking()
                .code();
    }

    private static String show(String code, Form form, boolean wrong, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("chosen", form.chosen());
        model.addAttribute("comment", form.comment());
        model.addAttribute("wrong", wrong);
        return "activity/feedback";
    }
}
