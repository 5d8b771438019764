package org.kepu.activity.desk;

import java.util.UUID;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Feedback;
import org.kepu.activity.booking.Voices;
import org.kepu.page.Flash;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Comments of those who came: read by somebody before everybody reads them. */
@Controller
class CommentPages {

    private final Voices voices;

    CommentPages(Voices voices) {
        this.voices = voices;
    }

    @PostMapping("/desk/activities/sessions/{session}/comments/{comment}")
    String moderate(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable SessionId session,
            @PathVariable UUID comment,
            @RequestParam(defaultValue = "false") boolean shown,
            RedirectAttributes redirect) {
        voices.moderate(scope, session, comment, shown ? Feedback.State.SHOWN : Feedback.State.HIDDEN);
        redirect.addFlashAttribute("flash", Flash.success("activity.comment.done"));
        return "redirect:/desk/activities/sessions/" + session + "#feedback";
    }
}
