package org.kepu.access;

import jakarta.servlet.http.HttpSession;
import org.kepu.access.oidc.ProviderIdentities;
import org.kepu.access.oidc.ProviderIdentity;
import org.kepu.access.session.Sessions;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.shared.OwnAffairs;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 统一身份: by which other providers one signs in. */
@Controller
@OwnAffairs("the own identities with other providers")
@RequestMapping("/desk/identity")
class IdentityPages {

    private static final String HERE = "redirect:/desk/identity";
    private static final String PROVE = "redirect:/desk/prove?to=/desk/identity";

    private final ProviderGate gate;
    private final ProviderIdentities identities;
    private final Sessions sessions;

    IdentityPages(ProviderGate gate, ProviderIdentities identities, Sessions sessions) {
        this.gate = gate;
        this.identities = identities;
        this.sessions = sessions;
    }

    @GetMapping
    String mine(@AuthenticationPrincipal SignedIn owner, HttpSession kept, Model model) {
        model.addAttribute("providers", gate.providers());
        model.addAttribute("bound", identities.of(owner.actor().account()));
        model.addAttribute(
                "fresh",
                kept.getAttribute(ProviderGate.NEW_IDENTITY) instanceof ProviderIdentity identity
                        ? identity.issuer()
                        : null);
        return "access/identity";
    }

    /** Only what the owner has just proved to the provider, in this session, and says yes to. */
    @PostMapping("/bind")
    String bind(@AuthenticationPrincipal SignedIn owner, HttpSession kept, RedirectAttributes redirect) {
        if (!(kept.getAttribute(ProviderGate.NEW_IDENTITY) instanceof ProviderIdentity identity)) {
            return HERE;
        }
        if (!sessions.isFresh(owner.session())) {
            return PROVE;
        }
        kept.removeAttribute(ProviderGate.NEW_IDENTITY);
        redirect.addFlashAttribute(
                "flash", Flash.of(identities.bind(owner, identity), "access.identity.done", "access.identity.taken"));
        return HERE;
    }

    @PostMapping("/unbind")
    String unbind(
            @AuthenticationPrincipal SignedIn owner,
            @RequestParam(defaultValue = "") String issuer,
            RedirectAttributes redirect) {
        if (!sessions.isFresh(owner.session())) {
            return PROVE;
        }
        if (!identities.unbind(owner, issuer)) {
            throw new NotFound();
        }
        redirect.addFlashAttribute("flash", Flash.success("access.identity.gone"));
        return HERE;
    }
}
