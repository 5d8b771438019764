package org.kepu.people.tour;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.kepu.page.Attachment;
import org.kepu.page.NotFound;
import org.kepu.page.Page;
import org.kepu.people.ServiceChoices;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Csv;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Which banners the experts have been to, and which nobody has visited nor plans to: from there a tour is planned. */
@Controller
class CoveragePages {

    private final Coverage coverage;
    private final ServiceChoices choices;
    private final Regions regions;

    CoveragePages(Coverage coverage, ServiceChoices choices, Regions regions) {
        this.coverage = coverage;
        this.choices = choices;
        this.regions = regions;
    }

    @GetMapping("/desk/tours/coverage")
    String show(
            @May(Right.KEEP_EXPERTS) Scope scope,
            Desk desk,
            @RequestParam(defaultValue = "EXPERTS") String programme,
            @RequestParam(defaultValue = "") String window,
            @RequestParam(defaultValue = "") String region,
            Model model) {
        model.addAttribute("view", view(scope, desk.scope(Right.READ_FIGURES), programme, window, region));
        return "people/coverage";
    }

    @GetMapping("/desk/tours/coverage.csv")
    void csv(
            @May(Right.KEEP_EXPERTS) Scope scope,
            Desk desk,
            @RequestParam(defaultValue = "EXPERTS") String programme,
            @RequestParam(defaultValue = "") String window,
            @RequestParam(defaultValue = "") String region,
            @ModelAttribute("page") Page page,
            HttpServletResponse response)
            throws IOException {
        var view = view(scope, desk.scope(Right.READ_FIGURES), programme, window, region);
        Attachment.CSV.head(
                response, page.say("people.coverage") + " " + view.window().key());
        response.getWriter()
                .write(Csv.BYTE_ORDER_MARK
                        + head(page)
                        + view.groups().stream()
                                .flatMap(group -> group.rows().stream().map(row -> line(page, group.league(), row)))
                                .collect(Collectors.joining()));
    }

    private static String head(Page page) {
        return Csv.row(
                page.say("people.coverage.code"),
                page.say("people.coverage.league"),
                page.say("people.coverage.banner"),
                page.say("people.team.state"),
                page.say("people.coverage.visits"),
                page.say("people.coverage.last"),
                page.say("people.attendances"),
                page.say("people.coverage.plans"));
    }

    private static String line(Page page, Region league, Coverage.Row row) {
        return Csv.row(
                row.banner().code(),
                league.name(),
                row.banner().name(),
                page.say(row.state().messageKey()),
                row.visits(),
                row.last() == null ? "" : row.last(),
                row.attendances(),
                row.plans().stream().map(Coverage.Plan::title).collect(Collectors.joining("、")));
    }

    private CoverageView view(Scope scope, Scope figures, String programme, String window, String region) {
        var of = Programme.read(programme).orElseThrow(NotFound::new);
        var years = CoverageWindow.read(window, scope.day()).orElseThrow(NotFound::new);
        var offered = offered(scope);
        var code = (region.isEmpty() ? offered.stream().findFirst().map(Region::code) : RegionCode.read(region))
                .filter(TourView::hasBanners)
                .orElseThrow(NotFound::new);
        var covered = coverage.of(scope, figures, code, of, years);
        var found = regions.get(code);
        return new CoverageView(
                of,
                years,
                CoverageWindow.offered(scope.day()),
                found,
                offered,
                regions.childrenOf(found.code()).stream()
                        .filter(below -> below.level() == RegionLevel.LEAGUE)
                        .toList(),
                covered.rows(),
                covered.visits());
    }

    /** The divisions of the scope down to the leagues; a banner only where there is nothing above it. */
    private List<Region> offered(Scope scope) {
        return choices.regions(scope).stream()
                .filter(region -> region.level().isAbove(RegionLevel.BANNER)
                        || region.level() == RegionLevel.BANNER
                                && scope.regions().contains(region.code()))
                .sorted(Comparator.comparing(Region::level).thenComparing(Region::code))
                .toList();
    }
}
