package org.kepu.access;

import org.jspecify.annotations.Nullable;
import org.kepu.access.session.Sessions;
import org.kepu.page.OwnPath;
import org.kepu.shared.OwnAffairs;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 确认是您本人: asks whoever sits at an open session for a proof, before what is delicate. */
@Controller
@OwnAffairs("a proof of being the owner")
@RequestMapping("/desk/prove")
class ProvingAgain {

    private final SigningIn signingIn;
    private final Sessions sessions;

    ProvingAgain(SigningIn signingIn, Sessions sessions) {
        this.signingIn = signingIn;
        this.sessions = sessions;
    }

    @GetMapping
    String form(
            @RequestParam(defaultValue = "/desk") String to,
            @RequestParam(required = false) @Nullable String problem,
            Model model) {
        model.addAttribute("to", OwnPath.orHome(to));
        model.addAttribute(
                "problem",
                problem == null ? null : problem.equals("wait") ? "access.problem.wait" : "access.prove.wrong");
        return "access/prove";
    }

    @PostMapping
    String prove(
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(defaultValue = "/desk") String to,
            @AuthenticationPrincipal SignedIn reader) {
        var next = OwnPath.orHome(to);
        return switch (signingIn.again(
                reader.actor().account(), proof, reader.actor().address())) {
            case OWNER -> {
                sessions.proved(reader.session());
                yield "redirect:" + next;
            }
            case WRONG -> again("wrong", next);
            case TOO_OFTEN -> again("wait", next);
        };
    }

    private static String again(String problem, String next) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/desk/prove")
                        .queryParam("problem", problem)
                        .queryParam("to", next)
                        .build()
                        .encode()
                        .toUriString();
    }
}
