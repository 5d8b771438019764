package org.kepu.ledger.round;

import static org.kepu.ledger.round.SheetPages.back;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.Page;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sheet as an Excel form: taken along, filled in elsewhere, handed in again. */
@Controller
@RequestMapping("/desk/rounds/{round}/sheets/{sheet}")
class SheetFormPages {

    private final ShowingSheets showing;
    private final SheetPaper paper;
    private final SheetReturn returning;

    SheetFormPages(ShowingSheets showing, SheetPaper paper, SheetReturn returning) {
        this.showing = showing;
        this.paper = paper;
        this.returning = returning;
    }

    @GetMapping("/form.xlsx")
    void form(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var view = showing.show(scope, desk, round, sheet);
        Attachment.EXCEL.head(response, view.round().name() + "-" + view.sheet().written());
        paper.write(page, view.round(), view.sheet(), view.credits(), response.getOutputStream());
    }

    @PostMapping("/form")
    String takeForm(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        return switch (returning.take(scope, round, sheet, file.getBytes())) {
            case SheetReturn.Returned.Taken taken -> {
                var view = showing.show(desk.scope(Right.READ_LEDGER), desk, round, sheet);
                model.addAttribute("view", view.after(SheetView.Outcome.of(taken.report())));
                yield "round/sheet";
            }
            case SheetReturn.Returned.Unreadable unreadable ->
                back(redirect, Flash.warn(unreadable.reason()), round, sheet);
            case SheetReturn.Returned.Closed closed -> back(redirect, Flash.warn("round.closed"), round, sheet);
        };
    }
}
