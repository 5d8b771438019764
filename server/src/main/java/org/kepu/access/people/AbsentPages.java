package org.kepu.access.people;

import jakarta.validation.Valid;
import java.util.UUID;
import org.kepu.page.Flash;
import org.kepu.privacy.Reason;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deputies that the security administrator names for somebody who is away. */
@Controller
@RequestMapping("/desk/people/{person}/deputies")
class AbsentPages {

    private final Deputies deputies;

    AbsentPages(Deputies deputies) {
        this.deputies = deputies;
    }

    @PostMapping
    String name(
            @PathVariable UUID person,
            @Valid @ModelAttribute("form") DeputyForm form,
            BindingResult errors,
            @May(Right.GRANT) Scope scope,
            RedirectAttributes redirect) {
        var wanted = form.wanted(person);
        if (errors.hasErrors()
                || wanted.isEmpty()
                || Reason.fault(form.reason()).isPresent()) {
            return PeoplePages.back(person, redirect, Flash.warn("access.deputy.incomplete"));
        }
        return PeoplePages.back(
                person,
                redirect,
                switch (deputies.nameFor(scope, wanted.get())) {
                    case Deputies.Named.Done done -> Flash.success("access.deputy.named");
                    case Deputies.Named.Refused refused ->
                        Flash.warn(refused.broken().getFirst().messageKey());
                });
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable UUID person,
            @PathVariable UUID id,
            @May(Right.GRANT) Scope scope,
            RedirectAttributes redirect) {
        return PeoplePages.back(
                person,
                redirect,
                deputies.endFor(scope, person, id)
                        ? Flash.success("access.deputy.ended")
                        : Flash.warn(TakenBack.OVER.messageKey()));
    }
}
