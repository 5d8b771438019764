package org.kepu.ledger.round;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.Attachment;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.page.Pager;
import org.kepu.plan.Plan;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.May;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rounds on the desk: which there are, how each stands, and opening one. */
@Controller
@RequestMapping("/desk/rounds")
class RoundPages {

    private final Rounds rounds;
    private final OpeningRounds opening;
    private final Summaries summaries;
    private final RoundSummary table;
    private final Regions regions;
    private final OfficeCalendar calendar;
    private final Clock clock;

    RoundPages(
            Rounds rounds,
            OpeningRounds opening,
            Summaries summaries,
            RoundSummary table,
            Regions regions,
            OfficeCalendar calendar,
            Clock clock) {
        this.rounds = rounds;
        this.opening = opening;
        this.summaries = summaries;
        this.table = table;
        this.regions = regions;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String list(@May(Right.READ_LEDGER) Scope scope, @RequestParam(defaultValue = "1") int page, Model model) {
        var pager = new Pager("/desk/rounds", Math.max(1, page), Rounds.ROWS, rounds.count(scope));
        var shown = rounds.latest(scope, pager.number());
        model.addAttribute("rounds", shown);
        model.addAttribute("pager", pager);
        model.addAttribute("names", names(shown.stream().map(Round::region).toList()));
        model.addAttribute("today", Today.by(clock));
        return "round/list";
    }

    @GetMapping("/new")
    String form(
            @May(Right.RUN_LEDGER) Scope scope,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "QUARTER") Period period,
            Model model) {
        var own = offices(scope);
        var code = region != null && !region.isBlank()
                ? region
                : own.isEmpty() ? "" : own.getFirst().code().value();
        model.addAttribute("view", view(scope, RoundForm.usual(code, period, Today.by(clock)), null));
        return "round/new";
    }

    @PostMapping
    String open(
            @May(Right.RUN_LEDGER) Scope scope,
            @ModelAttribute("form") RoundForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors, Today.by(clock));
        var region =
                Optional.ofNullable(form.region()).flatMap(RegionCode::read).orElseThrow(NotFound::new);
        var due = errors.hasErrors() ? Optional.<LocalDate>empty() : form.due(Today.by(clock), calendar.days());
        if (due.isPresent()) {
            switch (opening.open(scope, region, terms(form, due.get()), plans(scope, region, form))) {
                case Opened.Begun begun -> {
                    redirect.addFlashAttribute("flash", Flash.success("round.opened"));
                    return "redirect:/desk/rounds/" + begun.id();
                }
                case Opened.Already already -> {
                    redirect.addFlashAttribute("flash", Flash.warn("round.opened.already"));
                    return "redirect:/desk/rounds/" + already.id();
                }
                case Opened.NothingToAsk nothing -> errors.rejectValue("plans", "round.form.plans.none");
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        model.addAttribute("view", view(scope, form, errors.hasErrors() ? null : restDay(there(form.dueOn()))));
        return "round/new";
    }

    private NewRoundView.RestDay restDay(LocalDate given) {
        return new NewRoundView.RestDay(given, calendar.days().after(given, 1));
    }

    @GetMapping("/{round}")
    String show(
            @May(Right.READ_LEDGER) Scope scope,
            @PathVariable RoundId round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Only state,
            Model model) {
        var found = rounds.find(scope, round).orElseThrow(NotFound::new);
        var division = region == null
                ? beginning(scope, found)
                : RegionCode.read(region).orElseThrow(NotFound::new);
        var summary = summaries.of(scope, found, division, state);
        var day = Today.at(found.createdAt());
        model.addAttribute(
                "view",
                new RoundView(
                        found,
                        regions.get(found.region()),
                        rounds.progress(scope, round),
                        rounds.putOff(scope, round),
                        summary,
                        regions.pathTo(summary.region().code()).stream()
                                .filter(step -> !step.code()
                                        .level()
                                        .isAbove(found.region().level()))
                                .filter(step -> regions.reaches(scope, step.code()))
                                .toList(),
                        state,
                        !calendar.days().know(day, found.dueOn())));
        return "round/round";
    }

    /** Every sheet within reach, as a table to take away. */
    @GetMapping("/{round}/table.xlsx")
    void excel(
            @May(Right.READ_LEDGER) Scope scope,
            @PathVariable RoundId round,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var found = rounds.find(scope, round).orElseThrow(NotFound::new);
        var rows = summaries.all(scope, found);
        Attachment.EXCEL.head(response, found.name());
        table.excel(page, found, rows, regionsOf(rows), response.getOutputStream());
    }

    /** The same as text. */
    @GetMapping("/{round}/table.csv")
    void csv(
            @May(Right.READ_LEDGER) Scope scope,
            @PathVariable RoundId round,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var found = rounds.find(scope, round).orElseThrow(NotFound::new);
        var rows = summaries.all(scope, found);
        Attachment.CSV.head(response, found.name());
        table.csv(page, rows, regionsOf(rows), response.getOutputStream());
    }

    private Map<String, String> regionsOf(List<SheetRow> rows) {
        return names(rows.stream().map(SheetRow::region).toList());
    }

    /** Where a reader who does not reach the whole round begins: the first own division in it. */
    private @Nullable RegionCode beginning(Scope scope, Round round) {
        if (regions.reaches(scope, round.region())) {
            return round.region();
        }
        return summaries.all(scope, round).stream()
                .map(SheetRow::region)
                .findFirst()
                .orElse(round.region());
    }

    private NewRoundView view(Scope scope, RoundForm form, NewRoundView.@Nullable RestDay restDay) {
        var region = Optional.ofNullable(form.region()).flatMap(RegionCode::read);
        var to = form.to();
        var year = (to == null ? Today.by(clock) : to).getYear();
        List<Plan> plans = region.isEmpty() ? List.of() : opening.choices(scope, region.get(), year);
        return new NewRoundView(
                form,
                offices(scope),
                plans,
                names(plans.stream().map(Plan::region).toList()),
                restDay);
    }

    private List<Region> offices(Scope scope) {
        return regions.all(scope.regions()).values().stream()
                .sorted(java.util.Comparator.comparing(Region::code))
                .toList();
    }

    private Map<String, String> names(List<RegionCode> codes) {
        return regions.all(codes).entrySet().stream()
                .collect(
                        toMap(one -> one.getKey().value(), one -> one.getValue().name()));
    }

    /** Only of a form that was checked. */
    private static Terms terms(RoundForm form, LocalDate due) {
        return new Terms(
                there(form.name()),
                there(form.period()),
                there(form.from()),
                there(form.to()),
                due,
                RoundForm.days(form.opinionDays()).orElseThrow(),
                RoundForm.days(form.mendDays()).orElseThrow(),
                RoundForm.numbers(form.before()).orElseThrow(),
                RoundForm.numbers(form.after()).orElseThrow());
    }

    private Set<PlanId> plans(Scope scope, RegionCode region, RoundForm form) {
        return opening.choices(scope, region, there(form.to()).getYear()).stream()
                .filter(plan -> form.chosen().contains(plan.id().toString())
                        || form.asksAll() && !plan.region().equals(region))
                .map(Plan::id)
                .collect(toSet());
    }

    private static <T> T there(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
