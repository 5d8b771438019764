package org.kepu.activity.training;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.Page;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trainees of a class on the desk: entered one by one or from a table, told otherwise, taken off. */
@Controller
@RequestMapping("/desk/trainings/{training}/trainees")
class TraineePages {

    private final ClassViews views;
    private final Trainees trainees;
    private final TraineeImport importing;
    private final TraineeSheet sheet;
    private final TrainingTerms terms;

    TraineePages(
            ClassViews views, Trainees trainees, TraineeImport importing, TraineeSheet sheet, TrainingTerms terms) {
        this.views = views;
        this.trainees = trainees;
        this.importing = importing;
        this.sheet = sheet;
        this.terms = terms;
    }

    @PostMapping
    String enter(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @ModelAttribute("form") TraineeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(terms, errors);
        if (!errors.hasErrors() && !trainees.enter(scope, training, form.entry(terms))) {
            errors.rejectValue("phone", "training.wrong.twice", new Object[] {Trainees.MOST}, "");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("form", form);
            model.addAttribute("errors", errors);
            return list(views.get(scope, training), model);
        }
        redirect.addFlashAttribute("flash", Flash.success("training.trainee.entered"));
        return "redirect:/desk/trainings/" + training + "#trainees";
    }

    /** The table to fill in. */
    @GetMapping("/table.xlsx")
    void table(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var name = page.say("training.trainees") + "-"
                + views.get(scope, training).activity().title();
        Attachment.EXCEL.head(response, name);
        sheet.write(page, response.getOutputStream());
    }

    @PostMapping("/import")
    String take(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        return switch (importing.take(scope, training, file.getBytes())) {
            case TraineeImport.Taken.Report(var report) -> {
                if (report.rejected() > 0) {
                    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                }
                model.addAttribute("report", report);
                yield list(views.get(scope, training), model);
            }
            case TraineeImport.Taken.Unreadable(var reason) -> {
                redirect.addFlashAttribute("flash", Flash.warn(reason));
                yield "redirect:/desk/trainings/" + training + "#trainees";
            }
        };
    }

    @GetMapping("/{trainee}")
    String show(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @PathVariable UUID trainee,
            Model model) {
        var row = views.trainee(scope, training, trainee);
        return one(views.get(scope, training), row, TraineeForm.of(row.trainee()), null, model);
    }

    @PostMapping("/{trainee}")
    String change(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @PathVariable UUID trainee,
            @RequestParam(defaultValue = "0") int version,
            @ModelAttribute("form") TraineeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var row = views.trainee(scope, training, trainee);
        form.checkRest(terms, errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return one(views.get(scope, training), row, form, errors, model);
        }
        if (!trainees.change(
                scope,
                training,
                trainee,
                version,
                form.nameOf(),
                form.categoryCode(terms),
                form.isRural(terms),
                form.markOf())) {
            return overtaken(scope, training, trainee, form, errors, model, response);
        }
        redirect.addFlashAttribute("flash", Flash.success("training.trainee.changed"));
        return "redirect:/desk/trainings/" + training + "#trainees";
    }

    /** Somebody else was faster: what they told stands above, what was typed in the fields; sent again, it takes the other's place. */
    private String overtaken(
            Scope scope,
            ActivityId training,
            UUID trainee,
            TraineeForm form,
            Errors errors,
            Model model,
            HttpServletResponse response) {
        errors.reject("training.trainee.meanwhile");
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("overtaken", true);
        return one(views.get(scope, training), views.trainee(scope, training, trainee), form, errors, model);
    }

    @PostMapping("/{trainee}/remove")
    String remove(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @PathVariable ActivityId training,
            @PathVariable UUID trainee,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                switch (trainees.remove(scope, training, trainee)) {
                    case DONE -> Flash.success("training.trainee.removed");
                    case CERTIFIED -> Flash.warn("training.trainee.certified");
                });
        return "redirect:/desk/trainings/" + training + "#trainees";
    }

    private String list(ClassView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("terms", terms);
        return "training/class";
    }

    private String one(ClassView view, ClassView.Row row, TraineeForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("row", row);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("terms", terms);
        return "training/trainee";
    }
}
