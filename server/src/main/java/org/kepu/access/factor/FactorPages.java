package org.kepu.access.factor;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.SessionHolder;
import org.kepu.access.session.Sessions;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.page.SiteAddress;
import org.kepu.shared.OwnAffairs;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 登录保护: one's own second factors. What is delicate here asks for a fresh proof first. */
@Controller
@OwnAffairs("the own second factors")
@RequestMapping("/desk/factors")
class FactorPages {

    private static final String PROVE = "redirect:/desk/prove?to=/desk/factors";
    private static final String BACK = "redirect:/desk/factors";
    private static final String APP = "kepu.new-app";
    private static final String KEY = "kepu.new-passkey";

    private final Factors factors;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final SiteAddress site;

    FactorPages(Factors factors, Passkeys passkeys, Sessions sessions, SiteAddress site) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.site = site;
    }

    @GetMapping
    String mine(
            @AuthenticationPrincipal SessionHolder owner,
            @RequestParam(required = false) @Nullable String added,
            @RequestParam(required = false) @Nullable String enrolled,
            Model model) {
        var account = owner.actor().account();
        model.addAttribute("added", added != null);
        model.addAttribute("enrolled", enrolled != null);
        model.addAttribute("factors", factors.of(account));
        model.addAttribute("recovery", factors.recoveryCodesLeft(account));
        return "access/factors";
    }

    @GetMapping("/app")
    String newApp(@AuthenticationPrincipal SessionHolder owner, HttpSession kept, Model model) {
        if (!sessions.isFresh(owner.session())) {
            return "redirect:/desk/prove?to=/desk/factors/app";
        }
        if (!(kept.getAttribute(APP) instanceof String)) {
            kept.setAttribute(APP, factors.newApp().secret());
        }
        return show(owner, new CodeApp((String) kept.getAttribute(APP)), false, model);
    }

    private String show(SessionHolder owner, CodeApp app, boolean wrong, Model model) {
        model.addAttribute("app", app);
        model.addAttribute(
                "picture", app.picture(site.root().getHost(), owner.actor().name()));
        model.addAttribute("wrong", wrong);
        return "access/factor-app";
    }

    @PostMapping("/app")
    String addApp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SessionHolder owner,
            @ModelAttribute("page") Page page,
            HttpSession kept,
            Model model,
            RedirectAttributes redirect) {
        if (!sessions.isFresh(owner.session()) || !(kept.getAttribute(APP) instanceof String secret)) {
            return PROVE;
        }
        var app = new CodeApp(secret);
        if (!factors.addApp(owner, app, Factor.named(name, page.say(Factor.Kind.CODE_APP.messageKey())), code)) {
            return show(owner, app, true, model);
        }
        kept.removeAttribute(APP);
        redirect.addFlashAttribute("flash", Flash.success("access.factor.added"));
        return BACK;
    }

    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<String> passkeyOptions(@AuthenticationPrincipal SessionHolder owner, HttpSession kept) {
        if (!sessions.isFresh(owner.session())) {
            return ResponseEntity.status(401).body("{\"to\":\"/desk/prove?to=/desk/factors\"}");
        }
        var options = passkeys.making(owner.actor().account());
        kept.setAttribute(KEY, options);
        return ResponseEntity.ok(passkeys.written(options));
    }

    @PostMapping(path = "/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<String> addPasskey(
            @RequestParam(defaultValue = "") String name,
            @RequestBody String answer,
            @AuthenticationPrincipal SessionHolder owner,
            @ModelAttribute("page") Page page,
            HttpSession kept) {
        var asked = (@Nullable Object) kept.getAttribute(KEY);
        kept.removeAttribute(KEY);
        return sessions.isFresh(owner.session())
                        && asked instanceof PublicKeyCredentialCreationOptions options
                        && passkeys.add(
                                owner, options, Factor.named(name, page.say(Factor.Kind.PASSKEY.messageKey())), answer)
                ? ResponseEntity.ok("{\"to\":\"/desk/factors?added\"}")
                : ResponseEntity.unprocessableContent().body("{}");
    }

    @PostMapping("/{factor}/remove")
    String remove(
            @PathVariable UUID factor, @AuthenticationPrincipal SessionHolder owner, RedirectAttributes redirect) {
        if (!sessions.isFresh(owner.session())) {
            return PROVE;
        }
        if (!factors.remove(owner, factor)) {
            throw new NotFound();
        }
        redirect.addFlashAttribute("flash", Flash.success("access.factor.removed"));
        return BACK;
    }

    /** Shown in the answer itself and nowhere kept: a second look takes a new set. */
    @PostMapping("/recovery")
    String renewRecoveryCodes(@AuthenticationPrincipal SessionHolder owner, Model model) {
        if (!sessions.isFresh(owner.session())) {
            return PROVE;
        }
        model.addAttribute("codes", factors.renewRecoveryCodes(owner));
        return "access/recovery-codes";
    }
}
