package org.kepu.ledger.round;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.plan.Plans;
import org.kepu.shared.Desk;
import org.kepu.shared.ImportReport;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sheet on the desk: filled in by its body, judged by the office, read by whoever may. */
@Controller
@RequestMapping("/desk/rounds/{round}/sheets/{sheet}")
class SheetPages {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rounds rounds;
    private final ReadingSheets reading;
    private final FillingSheets filling;
    private final JudgingSheets judging;
    private final SheetHistory history;
    private final SheetPaper paper;
    private final SheetReturn returning;
    private final SheetFacts facts;
    private final Plans plans;
    private final OfficeCalendar calendar;
    private final Clock clock;

    SheetPages(
            Rounds rounds,
            ReadingSheets reading,
            FillingSheets filling,
            JudgingSheets judging,
            SheetHistory history,
            SheetPaper paper,
            SheetReturn returning,
            SheetFacts facts,
            Plans plans,
            OfficeCalendar calendar,
            Clock clock) {
        this.rounds = rounds;
        this.reading = reading;
        this.filling = filling;
        this.judging = judging;
        this.history = history;
        this.paper = paper;
        this.returning = returning;
        this.facts = facts;
        this.plans = plans;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            Model model) {
        return page(scope, desk, round, sheet, List.of(), List.of(), null, model);
    }

    /** Keeps a draft, or submits. */
    @PostMapping
    String write(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String act,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var entries = entries(fields);
        var outcome = act.equals("submit")
                ? filling.submit(scope, round, sheet, entries)
                : filling.keep(scope, round, sheet, entries);
        return switch (outcome) {
            case Filling.Kept kept -> back(redirect, Flash.success("round.kept"), round, sheet);
            case Filling.Submitted submitted ->
                back(
                        redirect,
                        submitted.inTime() ? Flash.success("round.submitted") : Flash.success("round.submitted.late"),
                        round,
                        sheet);
            case Filling.Closed closed -> back(redirect, Flash.warn("round.closed"), round, sheet);
            case Filling.Clash clash -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield page(desk.scope(Right.READ_LEDGER), desk, round, sheet, clash.lines(), List.of(), null, model);
            }
            case Filling.Lacking lacking -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield page(desk.scope(Right.READ_LEDGER), desk, round, sheet, List.of(), lacking.lines(), null, model);
            }
        };
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

    @PostMapping("/accept")
    String accept(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return judged(redirect, judging.accept(scope, round, sheet, version), round, sheet);
    }

    @PostMapping("/send-back")
    String sendBack(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes redirect) {
        var reasons = new HashMap<LineId, String>();
        for (var field : lines(fields, "reason-").entrySet()) {
            if (field.getValue().isBlank()) {
                continue;
            }
            var fault = Reason.fault(field.getValue());
            if (fault.isPresent()) {
                return back(redirect, Flash.warn(fault.get().messageKey()), round, sheet);
            }
            reasons.put(field.getKey(), field.getValue());
        }
        return judged(redirect, judging.sendBack(scope, round, sheet, version, reasons), round, sheet);
    }

    private static String judged(
            RedirectAttributes redirect, JudgingSheets.Judged judged, RoundId round, SheetId sheet) {
        var flash = switch (judged) {
            case JudgingSheets.Judged.Accepted accepted -> Flash.success("round.accepted");
            case JudgingSheets.Judged.SentBack sent ->
                Flash.success("round.sent-back", sent.due().toString());
            case JudgingSheets.Judged.WithoutReason without -> Flash.warn("round.sent-back.without");
            case JudgingSheets.Judged.Overtaken overtaken -> Flash.warn("round.overtaken");
        };
        return back(redirect, flash, round, sheet);
    }

    /** The sheet as an Excel form to be filled in elsewhere. */
    @GetMapping("/form.xlsx")
    void form(
            @May(Right.READ_LEDGER) Scope scope,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var found = rounds.find(scope, round).orElseThrow(NotFound::new);
        var filled = reading.find(scope, round, sheet).orElseThrow(NotFound::new);
        response.setContentType(EXCEL);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(found.name() + "-" + filled.written() + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        paper.write(page, found, filled, facts.of(scope, found, filled), response.getOutputStream());
    }

    @PostMapping("/form")
    String takeForm(
            @May(Right.DO_TASKS) Scope scope,
            Desk desk,
            @PathVariable RoundId round,
            @PathVariable SheetId sheet,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        return switch (returning.take(scope, round, sheet, file.getBytes())) {
            case SheetReturn.Returned.Taken taken ->
                page(desk.scope(Right.READ_LEDGER), desk, round, sheet, List.of(), List.of(), taken.report(), model);
            case SheetReturn.Returned.Unreadable unreadable ->
                back(redirect, Flash.warn(unreadable.reason()), round, sheet);
            case SheetReturn.Returned.Closed closed -> back(redirect, Flash.warn("round.closed"), round, sheet);
        };
    }

    private String page(
            Scope scope,
            Desk desk,
            RoundId round,
            SheetId id,
            List<Filling.Clashing> clashing,
            List<LineFault.Lacking> lacking,
            @Nullable ImportReport report,
            Model model) {
        var found = rounds.find(scope, round).orElseThrow(NotFound::new);
        var sheet = reading.find(scope, round, id).orElseThrow(NotFound::new);
        var today = Today.by(clock);
        boolean answers =
                reading.answerable(desk.scope(Right.DO_TASKS), round, id).isPresent();
        boolean office =
                reading.judgeable(desk.scope(Right.RUN_LEDGER), round, id).isPresent();
        boolean submitted = sheet.state() == SheetState.SUBMITTED;
        model.addAttribute(
                "view",
                new SheetView(
                        found,
                        plans.find(sheet.plan()).orElseThrow(NotFound::new),
                        sheet,
                        facts.of(scope, found, sheet),
                        history.of(scope, sheet),
                        answers && sheet.state().isOpen(),
                        office && submitted,
                        answers && submitted && !sheet.firstDueOn().isBefore(today),
                        desk.may(Right.READ_FIGURES),
                        today,
                        !calendar.days().know(Today.at(found.createdAt()), sheet.dueOn()),
                        clashing,
                        lacking,
                        report));
        return "round/sheet";
    }

    private static List<Entry> entries(MultiValueMap<String, String> fields) {
        var answers = lines(fields, "answer-");
        var texts = lines(fields, "text-");
        var entries = new ArrayList<Entry>();
        lines(fields, "seen-")
                .forEach((line, seen) -> entries.add(new Entry(
                        line,
                        seen,
                        Answer.read(answers.getOrDefault(line, "")).orElse(null),
                        texts.getOrDefault(line, ""))));
        return entries;
    }

    /** The fields that begin so, by the line whose identity follows. */
    private static Map<LineId, String> lines(MultiValueMap<String, String> fields, String begin) {
        var found = new HashMap<LineId, String>();
        fields.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(begin) && name.substring(begin.length()).matches("[0-9a-f-]{36}")) {
                found.put(LineId.of(name.substring(begin.length())), value);
            }
        });
        return found;
    }

    private static String back(RedirectAttributes redirect, Flash flash, RoundId round, SheetId sheet) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/rounds/" + round + "/sheets/" + sheet;
    }
}
