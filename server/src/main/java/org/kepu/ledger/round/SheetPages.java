package org.kepu.ledger.round;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.file.Keeping;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sheet on the desk, read by whoever may and filled in by its body. */
@Controller
@RequestMapping("/desk/rounds/{round}/sheets/{sheet}")
class SheetPages {

    private final ShowingSheets showing;
    private final FillingSheets filling;
    private final SheetDocuments documents;

    SheetPages(ShowingSheets showing, FillingSheets filling, SheetDocuments documents) {
        this.showing = showing;
        this.filling = filling;
        this.documents = documents;
    }

    @GetMapping
    String show(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            Model model) {
        model.addAttribute("view", showing.show(scope, desk, round, sheet));
        return "round/sheet";
    }

    /** Keeps a draft, or submits; a document that comes with it is attached before, and if it is refused nothing is submitted. */
    @PostMapping
    String write(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(required = false) @Nullable MultipartFile document,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var entries = LineFields.entries(fields);
        var refused = bring(scope, round, sheet, document);
        var outcome = act.equals("submit") && refused == null
                ? filling.submit(scope, round, sheet, entries)
                : filling.keep(scope, round, sheet, entries);
        return switch (outcome) {
            case Filling.Kept kept when refused == null -> back(redirect, Flash.success("round.kept"), round, sheet);
            case Filling.Submitted submitted ->
                back(
                        redirect,
                        submitted.inTime() ? Flash.success("round.submitted") : Flash.success("round.submitted.late"),
                        round,
                        sheet);
            case Filling.Closed closed -> closed(desk, round, sheet, entries, model, response, redirect);
            case Filling.Kept kept -> unfinished(desk, round, sheet, outcome, refused, model, response);
            case Filling.Lacking lacking -> unfinished(desk, round, sheet, outcome, refused, model, response);
            case Filling.Clash clash -> unfinished(desk, round, sheet, outcome, refused, model, response);
        };
    }

    /** What was typed while another submitted is shown once more, to be copied: it cannot be kept. */
    private String closed(
            Desk desk,
            RoundId round,
            SheetId sheet,
            List<Entry> entries,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var view = showing.show(desk.scope(Right.READ_LEDGER), desk, round, sheet);
        var lost = view.sheet().lines().stream()
                .flatMap(line -> entries.stream()
                        .filter(entry -> entry.line().equals(line.id()) && entry.changes() && !entry.says(line))
                        .map(entry -> line.said(entry.answer(), entry.text())))
                .toList();
        if (lost.isEmpty()) {
            return back(redirect, Flash.warn("round.closed"), round, sheet);
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("view", view.after(SheetView.Outcome.of(lost)));
        return "round/sheet";
    }

    private Keeping.@Nullable Refused bring(Scope scope, RoundId round, SheetId sheet, @Nullable MultipartFile document)
            throws IOException {
        var name = document == null ? "" : Objects.requireNonNullElse(document.getOriginalFilename(), "");
        if (document == null || (document.isEmpty() && name.isEmpty())) {
            return null;
        }
        try (var content = document.getInputStream()) {
            return documents.bring(scope, round, sheet, name, content) instanceof SheetDocuments.Brought.Refused refused
                    ? refused.why()
                    : null;
        }
    }

    private String unfinished(
            Desk desk,
            RoundId round,
            SheetId sheet,
            Filling outcome,
            Keeping.@Nullable Refused refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(
                outcome instanceof Filling.Clash
                        ? HttpServletResponse.SC_CONFLICT
                        : HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        var view = showing.show(desk.scope(Right.READ_LEDGER), desk, round, sheet);
        model.addAttribute("view", view.after(SheetView.Outcome.of(outcome, refused)));
        return "round/sheet";
    }

    @PostMapping("/withdraw")
    String withdraw(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            RedirectAttributes redirect) {
        var flash = filling.withdraw(scope, round, sheet)
                ? Flash.success("round.withdrawn")
                : Flash.warn("round.withdrawn.not");
        return back(redirect, flash, round, sheet);
    }

    @GetMapping("/document")
    ResponseEntity<Resource> document(
            @May(Right.READ_LEDGER) Scope scope, @PathVariable RoundId round, @PathVariable SheetId sheet) {
        return documents.download(scope, round, sheet);
    }

    @PostMapping("/document/remove")
    String remove(
            @May(Right.DO_TASKS) Scope scope,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            RedirectAttributes redirect) {
        var flash = documents.remove(scope, round, sheet)
                ? Flash.success("round.document.removed")
                : Flash.warn("round.closed");
        return back(redirect, flash, round, sheet);
    }

    /** To the sheet again, which says what has been done. */
    static String back(RedirectAttributes redirect, Flash flash, RoundId round, SheetId sheet) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/rounds/" + round + "/sheets/" + sheet;
    }
}
