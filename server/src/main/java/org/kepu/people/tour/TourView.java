package org.kepu.people.tour;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.people.Typed;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** What the desk shows of tours. */
@Component
class TourView {

    private final Tours tours;
    private final ServiceChoices choices;
    private final Regions regions;

    TourView(Tours tours, ServiceChoices choices, Regions regions) {
        this.tours = tours;
        this.choices = choices;
        this.regions = regions;
    }

    String all(Scope scope, int year, Model model) {
        var lines = tours.in(scope, year);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "names",
                choices.names(lines.stream().map(line -> line.tour().region()).toList()));
        model.addAttribute("year", year);
        model.addAttribute("plans", scope.regions().stream().anyMatch(TourView::hasBanners));
        model.addAttribute("today", scope.day());
        return "people/tours";
    }

    /** @param typed what comes back with what is wrong with it; null if nothing was typed */
    String one(Scope scope, UUID id, @Nullable Typed typed, Model model) {
        var tour = tours.find(scope, id).orElseThrow(NotFound::new);
        Map<RegionCode, List<Tours.Call>> calls =
                tours.calls(scope, id).stream().collect(groupingBy(Tours.Call::banner));
        model.addAttribute("tour", tour);
        var stops = tours.stops(scope, id);
        model.addAttribute("stops", stops);
        model.addAttribute("names", names(stops));
        model.addAttribute("where", choices.way(tour.region()));
        model.addAttribute("calls", calls);
        model.addAttribute("without", tours.withoutStop(scope, id));
        model.addAttribute("body", choices.name(tour.body()));
        var keeps = choices.reaches(scope, tour.region());
        model.addAttribute("may", keeps && tour.isOpen(scope.day()));
        model.addAttribute("hides", keeps && tour.announced() != null);
        model.addAttribute("today", scope.day());
        model.addAttribute("typed", typed);
        return "people/tour";
    }

    private Map<RegionCode, String> names(List<Stop> stops) {
        return choices.names(stops.stream().map(Stop::banner).toList());
    }

    /** @throws NotFound if a division is not within reach, or lies below the banners */
    void demand(Scope scope, String region) {
        if (RegionCode.read(region)
                .filter(TourView::hasBanners)
                .filter(code -> choices.reaches(scope, code))
                .isEmpty()) {
            throw new NotFound();
        }
    }

    /** A tour that one may change, whether it is open or not. */
    Tour changeable(Scope scope, UUID id) {
        return tours.find(scope, id)
                .filter(tour -> choices.reaches(scope, tour.region()))
                .orElseThrow(NotFound::new);
    }

    String blank(Scope scope, Programme programme, String region, List<String> banners, Model model) {
        var offered = divisions(scope);
        var code = region.isEmpty() ? offered.stream().findFirst().map(Region::code) : RegionCode.read(region);
        var form = TourForm.blank(programme, code.orElseThrow(NotFound::new), banners);
        demand(scope, form.region());
        return form(scope, null, form, null, model);
    }

    /** @param tour null for a new one */
    String form(Scope scope, @Nullable Tour tour, TourForm form, @Nullable Errors errors, Model model) {
        var region = tour == null ? new RegionCode(form.region()) : tour.region();
        model.addAttribute("tour", tour);
        model.addAttribute("region", regions.get(region));
        model.addAttribute("divisions", divisions(scope));
        model.addAttribute("leagues", leagues(scope, region, tour));
        model.addAttribute("bodies", choices.bodies(scope));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "people/tourform";
    }

    /** What stands now, with what was typed over it: to be kept, it is saved once more. */
    String overtaken(Scope scope, UUID id, TourForm form, Errors errors, Model model) {
        var tour = changeable(scope, id);
        var stops = tours.stops(scope, id);
        var names = names(stops);
        model.addAttribute(
                "stands", stops.stream().map(stop -> names.get(stop.banner())).toList());
        model.addAttribute("inCharge", choices.name(tour.body()));
        return form(scope, tour, form.on(tour), errors, model);
    }

    /** Whether it is a banner, or has some below. */
    static boolean hasBanners(RegionCode code) {
        return !RegionLevel.BANNER.isAbove(code.level());
    }

    private List<BannersOfLeague> leagues(Scope scope, RegionCode region, @Nullable Tour tour) {
        var there = tour == null
                ? List.<RegionCode>of()
                : tours.stops(scope, tour.id()).stream().map(Stop::banner).toList();
        var byParent = regions.within(region, RegionLevel.BANNER, scope.day()).stream()
                .filter(banner -> !there.contains(banner.code()))
                .collect(groupingBy(
                        banner -> Objects.requireNonNullElse(banner.parent(), banner.code()), Collectors.toList()));
        return byParent.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new BannersOfLeague(regions.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The divisions for whose banners one may plan. */
    private List<Region> divisions(Scope scope) {
        var offered = choices.regions(scope).stream()
                .filter(region -> hasBanners(region.code()))
                .toList();
        var reached = regions.reached(scope, offered.stream().map(Region::code).toList());
        return offered.stream()
                .filter(region -> reached.contains(region.code()))
                .sorted(Comparator.comparing(Region::level).thenComparing(Region::code))
                .toList();
    }

    String stop(Tour tour, Stop stop, StopForm form, @Nullable Errors errors, Model model) {
        model.addAttribute("tour", tour);
        model.addAttribute("stop", stop);
        model.addAttribute("name", choices.name(stop.banner()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "people/tourstop";
    }
}
