package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.factor.CodeApp;
import org.kepu.access.factor.Factor.Kind;
import org.kepu.access.factor.Factors;
import org.kepu.access.factor.Passkeys;
import org.kepu.access.session.Session.Second;
import org.kepu.page.Page;
import org.kepu.page.SiteAddress;
import org.kepu.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * For an account that has had its time without a second factor: sign-in leads here, and nowhere else until it has one. By
 * an app, or by a passkey where the browser has one.
 */
@Controller
@RequestMapping("/sign-in/enrol")
class EnrolPages {

    private static final String APP = "kepu.enrolled-app";
    private static final String KEY = "kepu.enrolled-passkey";
    private static final UUID NO_SESSION_YET = new UUID(0, 0);

    private final Accounts accounts;
    private final Factors factors;
    private final Passkeys passkeys;
    private final Entrance entrance;
    private final SiteAddress site;

    EnrolPages(Accounts accounts, Factors factors, Passkeys passkeys, Entrance entrance, SiteAddress site) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.site = site;
    }

    @GetMapping
    String form(@RequestParam(required = false) @Nullable String wrong, HttpServletRequest request, Model model) {
        var account = awaited(request);
        if (account.isEmpty()) {
            return "redirect:/sign-in?late";
        }
        var kept = request.getSession();
        if (!(kept.getAttribute(APP) instanceof String)) {
            kept.setAttribute(APP, factors.newApp().secret());
        }
        var app = new CodeApp((String) kept.getAttribute(APP));
        model.addAttribute("app", app);
        model.addAttribute(
                "picture", app.picture(site.root().getHost(), account.get().name()));
        model.addAttribute("wrong", wrong != null);
        return "access/enrol";
    }

    @PostMapping
    String enrol(
            @RequestParam(defaultValue = "") String code,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = awaited(request);
        if (account.isEmpty() || !(request.getSession().getAttribute(APP) instanceof String secret)) {
            return "redirect:/sign-in?late";
        }
        var who = account.get().actor().from(request.getRemoteAddr());
        if (!factors.addApp(
                new SignedIn(who, NO_SESSION_YET), new CodeApp(secret), called(Kind.CODE_APP, page), code)) {
            return "redirect:/sign-in/enrol?wrong";
        }
        request.getSession().removeAttribute(APP);
        return "redirect:" + in(who, Second.CODE, request, response);
    }

    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> passkeyOptions(HttpServletRequest request) {
        var account = awaited(request);
        if (account.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("{\"to\":\"/sign-in?late\"}");
        }
        var options = passkeys.making(account.get().id());
        request.getSession().setAttribute(KEY, options);
        return ResponseEntity.ok(passkeys.written(options));
    }

    @PostMapping(path = "/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> enrolPasskey(
            @RequestBody String answer,
            @ModelAttribute("page") Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = (@Nullable Object) request.getSession().getAttribute(KEY);
        request.getSession().removeAttribute(KEY);
        var who = awaited(request).map(account -> account.actor().from(request.getRemoteAddr()));
        return who.isPresent()
                        && asked instanceof PublicKeyCredentialCreationOptions options
                        && passkeys.add(
                                new SignedIn(who.get(), NO_SESSION_YET), options, called(Kind.PASSKEY, page), answer)
                ? ResponseEntity.ok(Map.of("to", in(who.get(), Second.PASSKEY, request, response)))
                : ResponseEntity.unprocessableContent().body(Map.of());
    }

    private static String called(Kind kind, Page page) {
        return page.say(kind.messageKey());
    }

    /** Lets in whoever has a second factor now; where to. */
    private String in(Actor who, Second second, HttpServletRequest request, HttpServletResponse response) {
        entrance.open(who, entrance.awaited(request).orElseThrow().first(), second, request, response);
        return "/desk/factors?enrolled";
    }

    /** Whose first proof was right; not any more once there is a factor, which sign-in asks for then. */
    private Optional<Account> awaited(HttpServletRequest request) {
        return entrance.awaited(request)
                .filter(Halfway::enrols)
                .map(Halfway::account)
                .flatMap(accounts::find)
                .filter(account -> !factors.protect(account.id()));
    }
}
