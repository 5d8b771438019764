package org.kepu.order.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kepu.order.Unmet;
import org.kepu.order.supply.Subjects;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people asked for and nobody served, by place and by subject. */
@Controller
class UnmetPages {

    private final Unmet unmet;
    private final Subjects subjects;
    private final Regions regions;
    private final Clock clock;

    UnmetPages(Unmet unmet, Subjects subjects, Regions regions, Clock clock) {
        this.unmet = unmet;
        this.subjects = subjects;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/desk/orders/unmet")
    String show(
            @May(Right.READ_ORDERS) Scope scope,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String year,
            Model model) {
        var of = year.matches("20\\d\\d")
                ? Integer.parseInt(year)
                : Year.now(clock).getValue();
        var own = scope.regions().stream()
                .map(RegionCode::value)
                .sorted()
                .findFirst()
                .orElse("");
        var code = RegionCode.read(region.isEmpty() ? own : region).orElseThrow(NotFound::new);
        var first = LocalDate.of(of, 1, 1);
        var last = LocalDate.of(of, 12, 31);
        var cells = unmet.in(scope, code, first, last);
        model.addAttribute("pace", unmet.pace(scope, code, first, last));
        model.addAttribute("view", view(scope, regions.get(code), of, cells));
        return "order/unmet";
    }

    private UnmetView view(Scope scope, Region region, int year, List<Unmet.Cell> cells) {
        var asked = cells.stream().map(Unmet.Cell::subject).distinct().sorted().toList();
        var places = cells.stream().collect(groupingBy(Unmet.Cell::place, TreeMap::new, toList()));
        var names = regions.all(places.keySet().stream().map(RegionCode::new).toList());
        var rows = places.entrySet().stream()
                .map(place -> new UnmetView.Row(
                        place.getKey(),
                        Optional.ofNullable(names.get(new RegionCode(place.getKey())))
                                .map(Region::name)
                                .orElse(place.getKey()),
                        !place.getKey().equals(region.code().value()),
                        asked.stream()
                                .map(subject -> cell(place.getValue(), subject))
                                .toList()))
                .toList();
        return new UnmetView(
                region,
                choices(scope, region),
                year,
                UnmetView.Tile.of(regions.childrenOf(region.code()), rows),
                asked.stream().map(subjects::name).toList(),
                rows);
    }

    private static UnmetView.Cell cell(List<Unmet.Cell> place, String subject) {
        return place.stream()
                .filter(one -> one.subject().equals(subject))
                .map(one -> new UnmetView.Cell(one.unmet() + one.waiting(), one.all()))
                .findFirst()
                .orElse(UnmetView.Cell.NONE);
    }

    /** The way to the division as far as one may read, itself, and those below. */
    private List<Region> choices(Scope scope, Region region) {
        var way = regions.pathTo(region.code());
        var reached = regions.reached(scope, way.stream().map(Region::code).toList());
        return Stream.concat(
                        way.stream().filter(one -> reached.contains(one.code())),
                        regions.childrenOf(region.code()).stream())
                .toList();
    }
}
