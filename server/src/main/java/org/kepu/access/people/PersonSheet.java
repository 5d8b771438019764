package org.kepu.access.people;

import java.util.List;
import java.util.UUID;
import org.kepu.page.NotFound;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one person, as far as the reader may see and change what stands on it. */
@Component
class PersonSheet {

    private final ReadingPeople people;
    private final Deputies deputies;
    private final LostFactors factors;

    PersonSheet(ReadingPeople people, Deputies deputies, LostFactors factors) {
        this.people = people;
        this.deputies = deputies;
        this.factors = factors;
    }

    /**
     * Fills the page.
     *
     * @param form a deputy to be named, as far as it is typed
     * @throws NotFound if there is no such account within the scope
     */
    String show(Scope scope, Desk desk, UUID id, DeputyForm form, Model model) {
        model.addAttribute("person", people.person(scope, id).orElseThrow(NotFound::new));
        model.addAttribute("self", scope.actor().account().equals(id));
        rights(desk, model);
        var giving = desk.scope(Right.GRANT);
        model.addAttribute("wishes", giving.isEmpty() ? List.of() : people.wishes(giving, id));
        model.addAttribute("deputies", giving.isEmpty() ? List.of() : deputies.of(giving, id));
        model.addAttribute("factors", !giving.isEmpty() && factors.mayForget(giving, id));
        model.addAttribute("form", form);
        return "access/person";
    }

    /** What the reader may do with people. */
    static void rights(Desk desk, Model model) {
        model.addAttribute("grants", desk.may(Right.GRANT));
        model.addAttribute("keeps", desk.may(Right.KEEP_ACCOUNTS));
    }
}
