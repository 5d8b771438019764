package org.kepu.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.supervision.light.Board;
import org.kepu.ledger.supervision.light.Lights;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger on the desk: a table to filter, and the same as a sheet. */
@Controller
@RequestMapping("/desk/ledger")
class LedgerPages {

    private final Ledger ledger;
    private final OpeningLedger opening;
    private final LedgerSheet sheet;
    private final Lights lights;
    private final Plans plans;
    private final Clock clock;

    LedgerPages(Ledger ledger, OpeningLedger opening, LedgerSheet sheet, Lights lights, Plans plans, Clock clock) {
        this.ledger = ledger;
        this.opening = opening;
        this.sheet = sheet;
        this.lights = lights;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping
    String table(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable PlanId plan,
            @RequestParam(required = false) @Nullable Integer year,
            LedgerFilter filter,
            Model model) {
        model.addAttribute("view", view(scope, desk.scope(Right.READ_FIGURES), plan, year, filter));
        return "ledger/table";
    }

    @GetMapping("/sheet")
    void sheet(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @RequestParam PlanId plan,
            @RequestParam int year,
            LedgerFilter filter,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var view = view(scope, desk.scope(Right.READ_FIGURES), plan, year, filter);
        if (view.plan() == null) {
            throw new NotFound();
        }
        var name = page.say("ledger.title") + "-" + view.year();
        Attachment.EXCEL.head(response, name);
        sheet.write(page, view.plan(), view, response.getOutputStream());
    }

    /** Opens a further year of a plan's ledger. */
    @PostMapping("/years")
    String open(
            @May(Right.RUN_LEDGER) Scope scope,
            @RequestParam PlanId plan,
            @RequestParam int year,
            RedirectAttributes redirect) {
        switch (opening.open(scope, plan, year)) {
            case Opening.Opened opened -> {}
            case Opening.OutsidePeriod outside ->
                redirect.addFlashAttribute("flash", Flash.warn("plan.review.lack.YEAR_OUTSIDE_PERIOD"));
        }
        return "redirect:/desk/ledger?plan=" + plan + "&year=" + year;
    }

    private LedgerView view(
            Scope scope, Scope figures, @Nullable PlanId asked, @Nullable Integer askedYear, LedgerFilter filter) {
        var all = ledger.plans(scope);
        var plan = all.stream()
                .filter(p -> p.id().equals(asked))
                .findFirst()
                .or(() -> asked == null ? all.stream().findFirst() : Optional.empty())
                .orElse(null);
        var thisYear = Year.now(clock).getValue();
        if (plan == null) {
            return new LedgerView(
                    all,
                    null,
                    thisYear,
                    List.of(),
                    List.of(),
                    filter,
                    List.of(),
                    List.of(),
                    Map.of(),
                    Optional.empty());
        }
        var years = ledger.years(scope, plan.id());
        var year = askedYear != null && years.contains(askedYear)
                ? askedYear
                : years.contains(thisYear)
                        ? thisYear
                        : years.stream().findFirst().orElse(thisYear);
        var opened = ledger.opened(scope, plan.id());
        var closed = IntStream.rangeClosed(plan.periodFrom(), plan.periodTo())
                .boxed()
                .filter(y -> !opened.contains(y))
                .toList();
        var structure = plans.structure(plan.id());
        var board = lights.of(scope, figures, plan, structure, year);
        var everything = ledger.rows(
                scope,
                plan.id(),
                structure,
                board.tasks().stream().map(LedgerPages::line).toList());
        var lit = board.measures();
        var rows = everything.stream()
                .filter(row -> filter.accepts(row, lit.get(row.measure())))
                .toList();
        return new LedgerView(all, plan, year, years, closed, filter, rows, everything, lit, board.plan());
    }

    private static Ledger.TaskLine line(Board.Of of) {
        return new Ledger.TaskLine(
                of.id(),
                of.measure(),
                PlanStructure.Role.valueOf(of.role().name()),
                of.written(),
                of.decided(),
                of.state());
    }
}
