package org.kepu.violators;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A page of the desk that asks nobody what they may do. Abstract, so that no test context makes a bean of it. */
@Controller
@RequestMapping("/desk/violation")
public abstract class UnscopedDesk {

    @GetMapping("/{id}")
    String page() {
        return "";
    }
}
