package org.kepu.violators;

import java.util.List;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;

/** A page of the desk that takes a scope and shows the rows of all the world. Abstract, so that no test context makes a bean of it. */
@Controller
public abstract class BorderlessDesk {

    private final Everything everything;

    BorderlessDesk(Everything everything) {
        this.everything = everything;
    }

    @GetMapping("/desk/violation")
    List<String> page(@May(Right.DESK) Scope scope) {
        return everything.all();
    }

    @Service
    abstract static class Everything {
        abstract List<String> all();
    }
}
