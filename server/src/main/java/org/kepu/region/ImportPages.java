package org.kepu.region;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.kepu.guard.FileName;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.region.view.ImportForm;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Import of streets and villages: hand in and check, look at the report, import. */
@Controller
@RequestMapping("/desk/regions/import")
class ImportPages {

    private final Uploads uploads;

    ImportPages(Uploads uploads) {
        this.uploads = uploads;
    }

    @GetMapping
    String form(@May(Right.KEEP_REGIONS) Scope scope, Model model) {
        model.addAttribute("form", new ImportForm(null, InitialTree.FIRST_EDITION, ""));
        return "region/import";
    }

    @PostMapping
    String check(
            @May(Right.KEEP_REGIONS) Scope scope,
            @Valid @ModelAttribute("form") ImportForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var file = form.file();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "region.sheet.empty");
        }
        if (!errors.hasErrors() && file != null && form.since() != null && form.basis() != null) {
            var receipt = uploads.receive(
                    scope,
                    FileName.of(file),
                    file.getBytes(),
                    form.since(),
                    form.basis().strip());
            switch (receipt) {
                case Uploads.Receipt.Checked checked -> {
                    return "redirect:/desk/regions/import/" + checked.id();
                }
                case Uploads.Receipt.Unreadable unreadable -> errors.rejectValue("file", unreadable.reason());
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return "region/import";
    }

    @GetMapping("/{id}")
    String report(@May(Right.KEEP_REGIONS) Scope scope, @PathVariable UUID id, Model model) {
        model.addAttribute("upload", uploads.find(scope, id).orElseThrow(NotFound::new));
        return "region/report";
    }

    @PostMapping("/{id}")
    String carryOut(@May(Right.KEEP_REGIONS) Scope scope, @PathVariable UUID id, RedirectAttributes redirect) {
        var upload = uploads.carryOut(scope, id).orElseThrow(NotFound::new);
        redirect.addFlashAttribute(
                "flash",
                upload.imported() == null
                        ? Flash.warn("region.import.gone")
                        : Flash.success("region.import.done", upload.imported().written()));
        return "redirect:/desk/regions/import/" + id;
    }
}
