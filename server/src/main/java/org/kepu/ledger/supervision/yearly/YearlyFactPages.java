package org.kepu.ledger.supervision.yearly;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.round.Today;
import org.kepu.page.Flash;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
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

/** The three yearly facts on the desk: of a division and of those below. */
@Controller
@RequestMapping("/desk/supervision/yearly-facts")
class YearlyFactPages {

    private static final int YEARS_BACK = 5;

    private final YearlyFacts facts;
    private final StatingFacts stating;
    private final Regions regions;
    private final Clock clock;

    YearlyFactPages(YearlyFacts facts, StatingFacts stating, Regions regions, Clock clock) {
        this.facts = facts;
        this.stating = stating;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @May(Right.READ_LEDGER) Scope scope,
            Desk desk,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        var begin = Optional.ofNullable(region)
                .map(code -> RegionCode.read(code).orElseThrow(NotFound::new))
                .or(() -> facts.own(scope).stream().findFirst().map(Region::code));
        if (begin.isEmpty()) {
            return "supervision/yearly-none";
        }
        return page(scope, desk, begin.get(), year == null ? thisYear() : year, model);
    }

    private String page(Scope scope, Desk desk, RegionCode code, int year, Model model) {
        var region = facts.region(scope, code);
        var below = regions.childrenOf(code);
        model.addAttribute(
                "view",
                new YearlyFactsView(
                        region,
                        year,
                        IntStream.rangeClosed(0, YEARS_BACK)
                                .mapToObj(back -> thisYear() - back)
                                .toList(),
                        facts.own(scope),
                        regions.pathTo(code).stream()
                                .filter(step -> regions.reaches(scope, step.code()))
                                .toList(),
                        below,
                        facts
                                .standing(
                                        scope,
                                        Stream.concat(Stream.of(region), below.stream())
                                                .map(Region::code)
                                                .toList(),
                                        year)
                                .stream()
                                .collect(groupingBy(
                                        fact -> fact.region().value(), toMap(YearlyFact::kind, Function.identity()))),
                        facts.states(desk.scope(Right.RUN_LEDGER), code),
                        facts.said(scope, code, year)));
        return "supervision/yearly-facts";
    }

    @GetMapping("/{region}/{year}/{kind}")
    String form(
            @May(Right.RUN_LEDGER) Scope scope,
            Desk desk,
            @PathVariable String region,
            @PathVariable int year,
            @PathVariable Kind kind,
            Model model) {
        var division = division(scope, region, year);
        model.addAttribute(
                "form",
                YearlyFactForm.of(
                        kind,
                        facts.standing(desk.scope(Right.READ_LEDGER), List.of(division.code()), year).stream()
                                .filter(fact -> fact.kind() == kind)
                                .findFirst()
                                .orElse(null)));
        return form(division, year, kind, model);
    }

    private static String form(Region division, int year, Kind kind, Model model) {
        model.addAttribute("region", division);
        model.addAttribute("year", year);
        model.addAttribute("kind", kind);
        return "supervision/yearly-form";
    }

    @PostMapping("/{region}/{year}/{kind}")
    String state(
            @May(Right.RUN_LEDGER) Scope scope,
            @PathVariable String region,
            @PathVariable int year,
            @PathVariable Kind kind,
            @ModelAttribute("form") YearlyFactForm form,
            BindingResult errors,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var division = division(scope, region, year);
        form.check(errors, Today.by(clock));
        if (!errors.hasErrors()) {
            switch (stating.state(scope, division.code(), year, form.of(kind))) {
                case Stated.Saved saved -> {
                    return back(redirect, division, year, Flash.success("supervision.yearly.saved"));
                }
                case Stated.Already already -> {
                    return back(redirect, division, year, Flash.success("supervision.yearly.saved"));
                }
                case Stated.Overtaken overtaken -> {
                    return back(redirect, division, year, Flash.warn("supervision.yearly.overtaken"));
                }
                case Stated.NotKept(var why) -> errors.rejectValue("file", "file", why.said(page));
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("errors", errors);
        return form(division, year, kind, model);
    }

    @GetMapping("/documents/{fact}")
    ResponseEntity<Resource> document(@May(Right.READ_LEDGER) Scope scope, @PathVariable UUID fact) {
        return facts.document(scope, fact);
    }

    private Region division(Scope scope, String region, int year) {
        if (year < thisYear() - YEARS_BACK || year > thisYear()) {
            throw new NotFound();
        }
        return facts.region(scope, RegionCode.read(region).orElseThrow(NotFound::new));
    }

    private int thisYear() {
        return Today.by(clock).getYear();
    }

    private static String back(RedirectAttributes redirect, Region region, int year, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/desk/supervision/yearly-facts?region=" + region.code().value() + "&year=" + year;
    }
}
