package org.kepu.ledger.round;

import static org.kepu.ledger.round.SheetPages.back;

import jakarta.servlet.http.HttpServletResponse;
import org.kepu.page.Flash;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office accepts a sheet, or sends it back. */
@Controller
@RequestMapping("/desk/rounds/{round}/sheets/{sheet}")
class JudgingPages {

    private final JudgingSheets judging;
    private final ShowingSheets showing;

    JudgingPages(JudgingSheets judging, ShowingSheets showing) {
        this.judging = judging;
        this.showing = showing;
    }

    @PostMapping("/accept")
    String accept(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return back(redirect, said(judging.accept(scope, round, sheet, version)), round, sheet);
    }

    @PostMapping("/send-back")
    String sendBack(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> fields,
            Desk desk,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var reasons = LineFields.reasons(fields);
        var fault = reasons.values().stream()
                .flatMap(reason -> Reason.fault(reason).stream())
                .findFirst();
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return again(desk, round, sheet, new SheetView.Unsent(fault.get().messageKey(), reasons), model);
        }
        var judged = judging.sendBack(scope, round, sheet, version, reasons);
        if (judged instanceof JudgingSheets.Judged.Overtaken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return again(desk, round, sheet, new SheetView.Unsent("round.overtaken", reasons), model);
        }
        return back(redirect, said(judged), round, sheet);
    }

    /** The sheet as it stands now, with the reasons as they were typed. */
    private String again(Desk desk, RoundId round, SheetId sheet, SheetView.Unsent unsent, Model model) {
        var view = showing.show(desk.scope(Right.READ_LEDGER), desk, round, sheet);
        model.addAttribute("view", view.after(SheetView.Outcome.of(unsent)));
        return "round/sheet";
    }

    private static Flash said(JudgingSheets.Judged judged) {
        return switch (judged) {
            case JudgingSheets.Judged.Accepted accepted -> Flash.success("round.accepted");
            case JudgingSheets.Judged.SentBack sent ->
                Flash.success("round.sent-back", sent.due().toString());
            case JudgingSheets.Judged.WithoutReason without -> Flash.warn("round.sent-back.without");
            case JudgingSheets.Judged.OwnWork own -> Flash.warn("round.accept.own");
            case JudgingSheets.Judged.Overtaken overtaken -> Flash.warn("round.overtaken");
        };
    }
}
