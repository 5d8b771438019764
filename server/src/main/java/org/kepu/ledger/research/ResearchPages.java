package org.kepu.ledger.research;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.file.Keeping;
import org.kepu.ledger.round.Today;
import org.kepu.page.Flash;
import org.kepu.page.Pager;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inquiries on the desk: those of a year, and recording one. */
@Controller
@RequestMapping("/desk/research")
class ResearchPages {

    private final Researches researches;
    private final Regions regions;
    private final Clock clock;

    ResearchPages(Researches researches, Regions regions, Clock clock) {
        this.researches = researches;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var today = Today.by(clock);
        return show(desk, year == null ? today.getYear() : year, page, ResearchForm.on(today, ""), null, null, model);
    }

    @PostMapping
    String add(
            @May(Right.RUN_LEDGER) Scope scope,
            Desk desk,
            @Valid @ModelAttribute("form") ResearchForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var today = Today.by(clock);
        form.check(errors, today);
        Keeping.@Nullable Refused notKept = null;
        if (!errors.hasErrors()) {
            notKept = researches.add(scope, form).orElse(null);
            if (notKept == null) {
                redirect.addFlashAttribute("flash", Flash.success("research.added"));
                return "redirect:/desk/research?year="
                        + requireNonNull(form.day()).getYear();
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(desk, today.getYear(), 1, form, errors, notKept, model);
    }

    @PostMapping("/{research}/withdraw")
    String withdraw(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable UUID research,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var record = researches.toWithdraw(scope, research);
        var flash = Reason.fault(reason)
                .map(fault -> Flash.warn(fault.messageKey()))
                .orElseGet(() -> researches.withdraw(scope, record, reason)
                        ? Flash.success("research.gone")
                        : Flash.warn("research.gone.already"));
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/research";
    }

    @GetMapping("/{research}/file")
    ResponseEntity<Resource> file(@May(Right.READ_LEDGER) Scope scope, @PathVariable UUID research) {
        return researches.download(scope, research);
    }

    private String show(
            Desk desk,
            int year,
            int page,
            ResearchForm form,
            @Nullable Errors errors,
            Keeping.@Nullable Refused notKept,
            Model model) {
        var scope = desk.scope(Right.READ_LEDGER);
        var tally = researches.of(scope, year);
        var pager = new Pager("/desk/research?year=" + year, Math.max(1, page), Researches.ROWS, tally.all());
        var rows = researches.of(scope, year, pager.number());
        model.addAttribute(
                "view",
                new ResearchView(
                        year,
                        tally.counting(),
                        rows,
                        pager,
                        regions.all(desk.scope(Right.RUN_LEDGER).regions()).values().stream()
                                .sorted(Comparator.comparing(Region::code))
                                .toList(),
                        regions.all(rows.stream().map(Research::region).toList()).entrySet().stream()
                                .collect(toMap(
                                        one -> one.getKey().value(),
                                        one -> one.getValue().name())),
                        form,
                        errors,
                        notKept));
        return "research/list";
    }
}
