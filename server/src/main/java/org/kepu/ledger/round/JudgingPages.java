package org.kepu.ledger.round;

import static org.kepu.ledger.round.SheetPages.back;

import org.kepu.page.Flash;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
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

    JudgingPages(JudgingSheets judging) {
        this.judging = judging;
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
            RedirectAttributes redirect) {
        var reasons = LineFields.reasons(fields);
        var flash = reasons.values().stream()
                .flatMap(reason -> Reason.fault(reason).stream())
                .findFirst()
                .map(fault -> Flash.warn(fault.messageKey()))
                .orElseGet(() -> said(judging.sendBack(scope, round, sheet, version, reasons)));
        return back(redirect, flash, round, sheet);
    }

    private static Flash said(JudgingSheets.Judged judged) {
        return switch (judged) {
            case JudgingSheets.Judged.Accepted accepted -> Flash.success("round.accepted");
            case JudgingSheets.Judged.SentBack sent ->
                Flash.success("round.sent-back", sent.due().toString());
            case JudgingSheets.Judged.WithoutReason without -> Flash.warn("round.sent-back.without");
            case JudgingSheets.Judged.Overtaken overtaken -> Flash.warn("round.overtaken");
        };
    }
}
