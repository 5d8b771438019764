package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.factor.CodeApp;
import org.kepu.access.factor.Factors;
import org.kepu.access.session.Session.Second;
import org.kepu.page.SiteAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For an account that has had its time without a second factor: sign-in leads here, and nowhere else until it has one. */
@Controller
@RequestMapping("/sign-in/enrol")
class EnrolPages {

    private static final String APP = "kepu.enrolled-app";
    private static final UUID NO_SESSION_YET = new UUID(0, 0);

    private final Accounts accounts;
    private final Factors factors;
    private final Entrance entrance;
    private final SiteAddress site;

    EnrolPages(Accounts accounts, Factors factors, Entrance entrance, SiteAddress site) {
        this.accounts = accounts;
        this.factors = factors;
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
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var account = awaited(request);
        if (account.isEmpty() || !(request.getSession().getAttribute(APP) instanceof String secret)) {
            return "redirect:/sign-in?late";
        }
        var who = account.get().actor().from(request.getRemoteAddr());
        if (!factors.addApp(new SignedIn(who, NO_SESSION_YET), new CodeApp(secret), "app", code)) {
            return "redirect:/sign-in/enrol?wrong";
        }
        request.getSession().removeAttribute(APP);
        var first = entrance.awaited(request).orElseThrow().first();
        entrance.open(who, first, Second.CODE, request, response);
        return "redirect:/desk/factors?enrolled";
    }

    private Optional<Account> awaited(HttpServletRequest request) {
        return entrance.awaited(request)
                .filter(Halfway::enrols)
                .map(Halfway::account)
                .flatMap(accounts::find);
    }
}
