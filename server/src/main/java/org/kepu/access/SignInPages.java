package org.kepu.access;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPages {

    @GetMapping("/sign-in")
    String form(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String wait,
            @RequestParam(required = false) @Nullable String out,
            @Nullable Principal reader,
            Model model) {
        if (reader != null) {
            return "redirect:/desk";
        }
        model.addAttribute("problem", wrong != null ? "access.wrong" : wait != null ? "access.wait" : null);
        model.addAttribute("out", out != null);
        return "access/sign-in";
    }
}
