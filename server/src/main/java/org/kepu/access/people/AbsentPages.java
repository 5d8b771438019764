package org.kepu.access.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
    private final PersonSheet sheet;

    AbsentPages(Deputies deputies, PersonSheet sheet) {
        this.deputies = deputies;
        this.sheet = sheet;
    }

    @PostMapping
    String name(
            @PathVariable UUID person,
            @Valid @ModelAttribute("form") DeputyForm form,
            BindingResult errors,
            @May(Right.GRANT) Scope scope,
            Desk desk,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var wanted = form.wanted(person);
        Reason.fault(form.reason()).ifPresent(fault -> errors.rejectValue("reason", fault.messageKey()));
        if (!errors.hasErrors() && wanted.isPresent()) {
            switch (deputies.nameFor(scope, wanted.get())) {
                case Deputies.Named.Done done -> {
                    return PeoplePages.back(person, redirect, Flash.success("access.deputy.named"));
                }
                case Deputies.Named.Refused refused ->
                    refused.broken().forEach(rule -> errors.rejectValue(rule.field(), rule.messageKey()));
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return sheet.show(desk.scope(Right.SEE_PEOPLE), desk, person, form, model);
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
