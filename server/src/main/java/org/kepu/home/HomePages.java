package org.kepu.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {
    @GetMapping("/")
    String portal() {
        return "home/portal";
    }
}
