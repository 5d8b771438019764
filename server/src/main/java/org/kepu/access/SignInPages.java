package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.access.SigningIn.Answer;
import org.kepu.access.factor.Factor;
import org.kepu.access.factor.Factors;
import org.kepu.access.session.Session.Proof;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The way in: name and password, then the second factor. */
@Controller
@RequestMapping("/sign-in")
class SignInPages {

    private static final List<String> PROBLEMS = List.of("wrong", "wait", "unbound", "provider", "passkey", "late");

    private final SigningIn signingIn;
    private final Entrance entrance;
    private final Factors factors;
    private final ProviderGate providers;

    SignInPages(SigningIn signingIn, Entrance entrance, Factors factors, ProviderGate providers) {
        this.signingIn = signingIn;
        this.entrance = entrance;
        this.factors = factors;
        this.providers = providers;
    }

    @GetMapping
    String form(HttpServletRequest request, @Nullable Principal reader, Model model) {
        if (SignedIn.of(reader).filter(SignedIn::isStaff).isPresent()) {
            return "redirect:/desk";
        }
        model.addAttribute("problem", problem(request));
        model.addAttribute("providers", providers.providers());
        model.addAttribute("out", request.getParameter("out") != null);
        return "access/sign-in";
    }

    private static @Nullable String problem(HttpServletRequest request) {
        return PROBLEMS.stream()
                .filter(problem -> request.getParameter(problem) != null)
                .map(problem -> "access.problem." + problem)
                .findFirst()
                .orElse(null);
    }

    @PostMapping
    View signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return to(entrance.onward(
                signingIn.byPassword(name, password, request.getRemoteAddr()), Proof.PASSWORD, request, response));
    }

    @GetMapping("/factor")
    String factor(@RequestParam(required = false) @Nullable String wrong, HttpServletRequest request, Model model) {
        var half = entrance.awaited(request).filter(one -> !one.enrols());
        if (half.isEmpty()) {
            return "redirect:/sign-in?late";
        }
        var kinds = factors.of(half.get().account()).stream().map(Factor::kind).toList();
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("app", kinds.contains(Factor.Kind.CODE_APP));
        model.addAttribute("passkey", kinds.contains(Factor.Kind.PASSKEY));
        return "access/factor";
    }

    @PostMapping("/factor")
    View second(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var half = entrance.awaited(request).filter(one -> !one.enrols());
        if (half.isEmpty()) {
            return to("/sign-in?late");
        }
        return to(
                switch (signingIn.bySecond(half.get().account(), code, request.getRemoteAddr())) {
                    case Answer.Right right -> {
                        entrance.open(right.account().actor(), half.get().first(), right.second(), request, response);
                        yield entrance.next(request, response);
                    }
                    case Answer.Wrong wrong -> "/sign-in/factor?wrong";
                    case Answer.TooOften wait -> "/sign-in?wait";
                });
    }

    /** The address is taken as it is: what one asked for may hold braces. */
    private static View to(String address) {
        var view = new RedirectView(address, true);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
