package org.kepu.activity.sheet;

import static java.util.Comparator.comparing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.guard.FileName;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
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

/** Activities as tables: fetch the list, fetch the form sheet, hand one in on trial, look at the report, take it over. */
@Controller
@RequestMapping("/desk/activities")
class TablePages {

    private final ActivitySheets sheets;
    private final ExportingActivities exporting;
    private final FormSheet formSheet;
    private final Regions regions;
    private final MessageSource messages;

    TablePages(
            ActivitySheets sheets,
            ExportingActivities exporting,
            FormSheet formSheet,
            Regions regions,
            MessageSource messages) {
        this.sheets = sheets;
        this.exporting = exporting;
        this.formSheet = formSheet;
        this.regions = regions;
        this.messages = messages;
    }

    @GetMapping("/export.xlsx")
    void export(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Activity.@Nullable State state,
            Locale reader,
            HttpServletResponse response)
            throws IOException {
        Attachment.EXCEL.head(response, "kepu-activities");
        exporting.write(scope, q, state, response.getOutputStream(), key -> messages.getMessage(key, null, reader));
    }

    @GetMapping("/import/form.xlsx")
    void formSheet(@May(Right.RUN_ACTIVITIES) Scope scope, Locale reader, HttpServletResponse response)
            throws IOException {
        Attachment.EXCEL.head(response, "kepu-activities-form");
        formSheet.write(response.getOutputStream(), key -> messages.getMessage(key, null, reader));
    }

    @GetMapping("/import")
    String form(@May(Right.RUN_ACTIVITIES) Scope scope, Model model) {
        return page(scope, new SheetForm(null, ""), model);
    }

    @PostMapping("/import")
    String check(
            @May(Right.RUN_ACTIVITIES) Scope scope,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var file = form.file();
        var region =
                Optional.ofNullable(form.region()).flatMap(RegionCode::read).orElseThrow(NotFound::new);
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "region.sheet.empty");
        } else {
            switch (receive(scope, file, region)) {
                case ActivitySheets.Receipt.Checked(var id) -> {
                    return "redirect:/desk/activities/import/" + id;
                }
                case ActivitySheets.Receipt.Unreadable(var reason) -> errors.rejectValue("file", reason);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return page(scope, form, model);
    }

    private ActivitySheets.Receipt receive(Scope scope, MultipartFile file, RegionCode region) throws IOException {
        var kept = Files.createTempFile("kepu-activities", "");
        try (var content = file.getInputStream()) {
            Files.copy(content, kept, StandardCopyOption.REPLACE_EXISTING);
            return sheets.receive(scope, FileName.of(file), kept, region);
        } finally {
            Files.delete(kept);
        }
    }

    private String page(Scope scope, SheetForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "divisions",
                regions.all(sheets.divisions(scope)).values().stream()
                        .sorted(comparing(Region::code))
                        .toList());
        return "planning/import";
    }

    @GetMapping("/import/{sheet}")
    String report(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable UUID sheet, Model model) {
        var found = sheets.find(scope, sheet).orElseThrow(NotFound::new);
        model.addAttribute("sheet", found);
        model.addAttribute(
                "division",
                regions.find(found.region())
                        .map(Region::name)
                        .orElse(found.region().value()));
        return "planning/report";
    }

    @PostMapping("/import/{sheet}")
    String takeOver(@May(Right.RUN_ACTIVITIES) Scope scope, @PathVariable UUID sheet, RedirectAttributes redirect) {
        var imported = sheets.takeOver(scope, sheet).imported();
        redirect.addFlashAttribute(
                "flash", imported == null ? Flash.warn("sheet.gone") : Flash.success("sheet.done", imported.written()));
        return "redirect:/desk/activities/import/" + sheet;
    }
}
