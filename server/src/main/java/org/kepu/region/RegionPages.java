package org.kepu.region;

import java.util.List;
import org.kepu.page.Crumb;
import org.kepu.page.NotFound;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree on the desk: from the top downwards, or by name or code. */
@Controller
@RequestMapping("/desk/regions")
class RegionPages {

    private final Regions regions;
    private final TreeSearch search;

    RegionPages(Regions regions, TreeSearch search) {
        this.regions = regions;
        this.search = search;
    }

    @GetMapping
    String top(@May(Right.DESK) Scope scope, Desk desk, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        if (!q.isBlank()) {
            model.addAttribute("found", search.find(q));
            return "region/search";
        }
        var top = regions.withinLevel(RegionLevel.AUTONOMOUS_REGION);
        return top.isEmpty() ? "region/search" : show(desk, top.getFirst(), model);
    }

    @GetMapping("/{code}")
    String division(@May(Right.DESK) Scope scope, Desk desk, @PathVariable String code, Model model) {
        return show(desk, RegionCode.read(code).flatMap(regions::find).orElseThrow(NotFound::new), model);
    }

    private String show(Desk desk, Region region, Model model) {
        var path = regions.pathTo(region.code());
        model.addAttribute("region", region);
        model.addAttribute("keeps", regions.reaches(desk.scope(Right.KEEP_REGIONS), region.code()));
        model.addAttribute("crumbs", crumbs(path.subList(0, path.size() - 1)));
        model.addAttribute("children", search.withCounts(region.code()));
        model.addAttribute("history", search.history(region.code()));
        model.addAttribute("edition", search.edition());
        return "region/division";
    }

    private static List<Crumb> crumbs(List<Region> above) {
        return above.stream()
                .map(region -> new Crumb("/desk/regions/" + region.code(), region.name()))
                .toList();
    }
}
