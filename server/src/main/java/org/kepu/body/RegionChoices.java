package org.kepu.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.body.view.RegionChoice;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

/** The divisions offered in pickers: down to the banners, and the one already chosen if it lies deeper. */
@Component
class RegionChoices {

    private final Regions regions;

    RegionChoices(Regions regions) {
        this.regions = regions;
    }

    List<RegionChoice> with(@Nullable RegionCode chosen) {
        var banners = regions.withinLevel(RegionLevel.BANNER);
        var choices = new ArrayList<RegionChoice>();
        for (var top : regions.withinLevel(RegionLevel.AUTONOMOUS_REGION)) {
            choices.add(new RegionChoice(top, List.of(top)));
        }
        for (var league : regions.withinLevel(RegionLevel.LEAGUE)) {
            var within = new ArrayList<Region>(List.of(league));
            banners.stream()
                    .filter(banner -> Objects.equals(banner.parent(), league.code()))
                    .forEach(within::add);
            choices.add(new RegionChoice(league, within));
        }
        if (chosen != null && RegionLevel.BANNER.isAbove(chosen.level())) {
            regions.find(chosen).ifPresent(region -> choices.addFirst(new RegionChoice(region, List.of(region))));
        }
        return choices;
    }
}
