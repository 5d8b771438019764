package org.kepu.access.session;

import java.security.Principal;
import java.util.UUID;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.ReadersRights;
import org.kepu.shared.May;
import org.kepu.shared.OwnAffairs;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的登录: where one is signed in; for the security administrator, where everybody is. */
@Controller
@RequestMapping("/desk/sessions")
class SessionPages {

    private static final String MINE = "redirect:/desk/sessions";
    private static final String EVERYONES = "redirect:/desk/sessions/everyone";

    private final Sessions sessions;
    private final EndingSessions ending;
    private final ReadersRights rights;

    SessionPages(Sessions sessions, EndingSessions ending, ReadersRights rights) {
        this.sessions = sessions;
        this.ending = ending;
        this.rights = rights;
    }

    @OwnAffairs("the own sessions")
    @GetMapping
    String mine(@AuthenticationPrincipal SessionHolder owner, Principal reader, Model model) {
        model.addAttribute("sessions", sessions.of(owner.actor().account()));
        model.addAttribute("here", owner.session());
        model.addAttribute("keeper", rights.of(reader).contains(Right.GRANT));
        return "access/sessions";
    }

    @OwnAffairs("one of the own sessions")
    @PostMapping("/{session}/end")
    String end(@PathVariable UUID session, @AuthenticationPrincipal SessionHolder owner, RedirectAttributes redirect) {
        if (!ending.endOwn(owner, session)) {
            throw new NotFound();
        }
        redirect.addFlashAttribute("flash", Flash.success("access.session.ended"));
        return MINE;
    }

    @OwnAffairs("the own sessions")
    @PostMapping("/end-others")
    String endOthers(@AuthenticationPrincipal SessionHolder owner, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success("access.session.ended.count", ending.endOthers(owner)));
        return MINE;
    }

    @GetMapping("/everyone")
    String everyones(@May(Right.GRANT) Scope scope, Model model) {
        model.addAttribute("sessions", ending.everyones(scope));
        return "access/sessions-everyone";
    }

    @PostMapping("/everyone/{session}/end")
    String endAllOfHolder(@May(Right.GRANT) Scope scope, @PathVariable UUID session, RedirectAttributes redirect) {
        var ended = ending.endAllOfHolder(scope, session);
        if (ended == 0) {
            throw new NotFound();
        }
        redirect.addFlashAttribute("flash", Flash.success("access.session.ended.count", ended));
        return EVERYONES;
    }
}
