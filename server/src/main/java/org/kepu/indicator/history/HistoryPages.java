package org.kepu.indicator.history;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kepu.guard.FileName;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
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

/** Facts of past years from a table: hand it in and have it read on trial, look at the report, take it over. */
@Controller
@RequestMapping("/desk/facts/import")
class HistoryPages {

    private final History history;
    private final HistoryOrigin origin;
    private final Template template;
    private final MessageSource messages;

    HistoryPages(History history, HistoryOrigin origin, Template template, MessageSource messages) {
        this.history = history;
        this.origin = origin;
        this.template = template;
        this.messages = messages;
    }

    @GetMapping
    String form(@May(Right.RECORD_FACTS) Scope scope, Model model) {
        var divisions = history.divisions(scope);
        model.addAttribute(
                "form",
                new HistoryForm(
                        null, divisions.isEmpty() ? "" : divisions.getFirst().value()));
        return "indicator/history/import";
    }

    @GetMapping("/template.xlsx")
    void template(@May(Right.RECORD_FACTS) Scope scope, Locale reader, HttpServletResponse response)
            throws IOException {
        Attachment.EXCEL.head(response, "kepu-facts");
        template.write(response.getOutputStream(), key -> messages.getMessage(key, null, reader));
    }

    @PostMapping
    String check(
            @May(Right.RECORD_FACTS) Scope scope,
            @ModelAttribute("form") HistoryForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var file = form.file();
        var numbering = Optional.ofNullable(form.numbering()).flatMap(RegionCode::read);
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "region.sheet.empty");
        }
        if (numbering.isEmpty()) {
            errors.rejectValue("numbering", "history.numbering.unknown");
        }
        if (file != null && !errors.hasErrors()) {
            switch (receive(scope, file, numbering.orElseThrow())) {
                case History.Receipt.Checked checked -> {
                    return "redirect:/desk/facts/import/" + checked.id();
                }
                case History.Receipt.Unreadable unreadable -> errors.rejectValue("file", unreadable.reason());
                case History.Receipt.OutOfReach beyond -> errors.rejectValue("numbering", "history.numbering.unknown");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return "indicator/history/import";
    }

    private History.Receipt receive(Scope scope, MultipartFile file, RegionCode numbering) throws IOException {
        var kept = Files.createTempFile("kepu-history", "");
        try (var content = file.getInputStream()) {
            Files.copy(content, kept, StandardCopyOption.REPLACE_EXISTING);
            return history.receive(scope, FileName.of(file), kept, numbering);
        } finally {
            Files.delete(kept);
        }
    }

    @GetMapping("/{id}")
    String report(@May(Right.RECORD_FACTS) Scope scope, @PathVariable UUID id, Model model) {
        model.addAttribute("file", history.find(scope, id).orElseThrow(NotFound::new));
        return "indicator/history/report";
    }

    @PostMapping("/{id}")
    String takeOver(@May(Right.RECORD_FACTS) Scope scope, @PathVariable UUID id, RedirectAttributes redirect)
            throws IOException {
        var file = history.takeOver(scope, id).orElseThrow(NotFound::new);
        var imported = file.imported();
        redirect.addFlashAttribute(
                "flash",
                imported == null ? Flash.warn("history.gone") : Flash.success("history.done", imported.written()));
        return "redirect:/desk/facts/import/" + id;
    }

    /** Where a fact of past years comes from. */
    @GetMapping("/lines")
    String lines(@May(Right.READ_FIGURES) Scope scope, @RequestParam(defaultValue = "") String id, Model model) {
        model.addAttribute("row", id);
        model.addAttribute("lines", origin.lines(scope, id));
        return "indicator/history/lines";
    }
}
