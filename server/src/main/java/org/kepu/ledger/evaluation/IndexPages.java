package org.kepu.ledger.evaluation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.evaluation.EditingIndices.Edited;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.Page;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The indices of an evaluation on the desk: edited one by one, or taken from a table. */
@Controller
@RequestMapping("/desk/evaluations/{evaluation}/indices")
class IndexPages {

    private final EvaluationDesk desk;
    private final EditingIndices editing;
    private final IndexImport importing;
    private final IndexSheet sheet;

    IndexPages(EvaluationDesk desk, EditingIndices editing, IndexImport importing, IndexSheet sheet) {
        this.desk = desk;
        this.editing = editing;
        this.importing = importing;
        this.sheet = sheet;
    }

    @GetMapping
    String show(@May(Right.RUN_LEDGER) Scope scope, @PathVariable EvaluationId evaluation, Model model) {
        model.addAttribute("view", desk.indices(scope, evaluation, IndicesView.Returned.NOTHING));
        return "evaluation/indices";
    }

    @PostMapping
    String add(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @Valid @ModelAttribute("index") IndexForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors);
        var outcome = errors.hasErrors() ? null : editing.add(scope, evaluation, form);
        return answer(scope, evaluation, null, form, errors, outcome, model, response, redirect);
    }

    @PostMapping("/{index}")
    String change(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @PathVariable UUID index,
            @Valid @ModelAttribute("index") IndexForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors);
        var outcome = errors.hasErrors() ? null : editing.change(scope, evaluation, index, form);
        return answer(scope, evaluation, index, form, errors, outcome, model, response, redirect);
    }

    @PostMapping("/{index}/remove")
    String remove(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @PathVariable UUID index,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return back(redirect, evaluation, flash(editing.remove(scope, evaluation, index, version)));
    }

    /** The indices as a table, to be filled in and handed in again. */
    @GetMapping("/table.xlsx")
    void table(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var view = desk.indices(scope, evaluation, IndicesView.Returned.NOTHING);
        Attachment.EXCEL.head(
                response,
                page.say("evaluation.indices") + "-" + view.evaluation().name());
        sheet.write(page, view.tree(), response.getOutputStream());
    }

    @PostMapping("/import")
    String take(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable EvaluationId evaluation,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        return switch (importing.take(scope, evaluation, file.getBytes())) {
            case IndexImport.Taken.Report taken -> {
                if (taken.report().rejected() > 0) {
                    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                }
                model.addAttribute(
                        "view",
                        desk.indices(scope, evaluation, new IndicesView.Returned(null, null, null, taken.report())));
                yield "evaluation/indices";
            }
            case IndexImport.Taken.Unreadable unreadable -> back(redirect, evaluation, Flash.warn(unreadable.reason()));
            case IndexImport.Taken.Started started -> back(redirect, evaluation, flash(Edited.STARTED));
        };
    }

    private String answer(
            Scope scope,
            EvaluationId evaluation,
            @Nullable UUID index,
            IndexForm form,
            BindingResult errors,
            @Nullable Edited outcome,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (outcome == Edited.SAVED || outcome == Edited.STARTED || outcome == Edited.OVERTAKEN) {
            return back(redirect, evaluation, flash(outcome));
        }
        if (outcome == Edited.NUMBER_TAKEN) {
            errors.rejectValue("number", "evaluation.index.number.taken");
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute(
                "view", desk.indices(scope, evaluation, new IndicesView.Returned(index, form, errors, null)));
        return "evaluation/indices";
    }

    private static Flash flash(Edited outcome) {
        return switch (outcome) {
            case SAVED -> Flash.success("evaluation.index.saved");
            case NUMBER_TAKEN -> Flash.warn("evaluation.index.number.taken");
            case OVERTAKEN -> Flash.warn("evaluation.overtaken");
            case STARTED -> Flash.warn("evaluation.index.frozen");
        };
    }

    private static String back(RedirectAttributes redirect, EvaluationId evaluation, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/evaluations/" + evaluation + "/indices";
    }
}
