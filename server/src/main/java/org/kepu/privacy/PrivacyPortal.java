package org.kepu.privacy;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The register for everybody to read and print (个人信息保护法第十七条). */
@Controller
class PrivacyPortal {

    private final Purposes purposes;

    PrivacyPortal(Purposes purposes) {
        this.purposes = purposes;
    }

    @GetMapping("/privacy")
    String register(Model model) {
        model.addAttribute("version", purposes.version());
        model.addAttribute("purposes", purposes.all());
        return "privacy/register";
    }
}
