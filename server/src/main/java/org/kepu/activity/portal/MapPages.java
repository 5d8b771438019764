package org.kepu.activity.portal;

import java.time.Clock;
import org.kepu.activity.SharesOfDivisions;
import org.kepu.page.SameForStrangers;
import org.kepu.region.Region;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Where how much is on: the leagues as tiles where they lie, or the banners of a league, and the table of the same beside it. */
@Controller
class MapPages {

    private final SharesOfDivisions shares;
    private final Ground ground;
    private final Shown shown;
    private final Clock clock;

    MapPages(SharesOfDivisions shares, Ground ground, Shown shown, Clock clock) {
        this.shares = shares;
        this.ground = ground;
        this.shown = shown;
        this.clock = clock;
    }

    @GetMapping("/activities/map")
    @SameForStrangers
    String map(@ModelAttribute("filter") Filter filter, Model model) {
        var league = ground.league(filter.region());
        var asked = league.isPresent() ? filter : filter.in("");
        var parts = league.map(Ground.League::banners)
                .orElseGet(() ->
                        ground.leagues().stream().map(Ground.League::league).toList());
        var found = shares.of(parts.stream().map(Region::code).toList(), asked.asked(clock));
        model.addAttribute("view", MapView.of(league.map(Ground.League::league).orElse(null), parts, found));
        model.addAttribute("filter", asked);
        model.addAttribute("words", shown.words());
        return "activity/map";
    }
}
