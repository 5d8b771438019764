package org.kepu.indicator.desk;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** The divisions within a reader's reach, for a picker: down to the banners, and deeper where the chosen one lies. */
@Component
class RegionsInReach {

    private final Regions regions;

    RegionsInReach(Regions regions) {
        this.regions = regions;
    }

    List<RegionGroup> of(Scope scope, Region chosen) {
        var groups = new ArrayList<RegionGroup>();
        for (var code : scope.regions().stream()
                .sorted(comparing(RegionCode::level).thenComparing(RegionCode::value))
                .toList()) {
            regions.find(code).ifPresent(top -> groups.addAll(below(top)));
        }
        if (RegionLevel.BANNER.isAbove(chosen.level()) || groups.stream().noneMatch(group -> holds(group, chosen))) {
            var inner = regions.reached(
                    scope,
                    regions.pathTo(chosen.code()).stream().map(Region::code).toList());
            groups.addFirst(new RegionGroup(
                    chosen,
                    regions.pathTo(chosen.code()).stream()
                            .filter(region -> inner.contains(region.code()))
                            .filter(region -> groups.stream().noneMatch(group -> holds(group, region)))
                            .toList()));
        }
        return groups.stream().filter(group -> !group.regions().isEmpty()).toList();
    }

    private List<RegionGroup> below(Region top) {
        if (top.level() != RegionLevel.AUTONOMOUS_REGION) {
            return List.of(family(top));
        }
        var groups = new ArrayList<RegionGroup>();
        groups.add(new RegionGroup(top, List.of(top)));
        regions.childrenOf(top.code()).forEach(league -> groups.add(family(league)));
        return groups;
    }

    private RegionGroup family(Region head) {
        var members = new ArrayList<Region>();
        members.add(head);
        members.addAll(regions.childrenOf(head.code()));
        return new RegionGroup(head, members);
    }

    private static boolean holds(RegionGroup group, Region region) {
        return group.regions().stream().anyMatch(member -> member.code().equals(region.code()));
    }
}
