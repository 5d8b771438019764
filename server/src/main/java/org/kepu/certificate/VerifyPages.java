package org.kepu.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.kepu.page.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a certificate holds (证书查验), for whoever has its code in hand; without an account. */
@Controller
@RequestMapping("/verify")
class VerifyPages {

    private final CertificateLookup lookup;
    private final List<CertificateContents> contents;

    VerifyPages(CertificateLookup lookup, List<CertificateContents> contents) {
        this.lookup = lookup;
        this.contents = contents;
    }

    @GetMapping
    String ask(Model model) {
        return form(model, "", false);
    }

    @PostMapping
    String find(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = lookup.find(code, request.getRemoteAddr());
        if (found.isPresent()) {
            return "redirect:/verify/" + found.get().code();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model, code, true);
    }

    @GetMapping("/{code}")
    String certificate(@PathVariable String code, HttpServletRequest request, Model model) {
        var certificate = lookup.find(code, request.getRemoteAddr()).orElseThrow(NotFound::new);
        model.addAttribute("certificate", certificate);
        model.addAttribute(
                "lines",
                contents.stream()
                        .filter(one -> one.knows(certificate))
                        .flatMap(one -> one.of(certificate).stream())
                        .toList());
        return "certificate/certificate";
    }

    private static String form(Model model, String code, boolean wrong) {
        model.addAttribute("code", code);
        model.addAttribute("wrong", wrong);
        return "certificate/verify";
    }
}
