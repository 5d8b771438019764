package org.kepu.body;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The body that speaks for a division: its government, its administrative office, its residents' committee. */
@Component
class Governments {

    private final JdbcClient jdbc;
    private final Regions regions;
    private final BodyRegister bodies;

    Governments(JdbcClient jdbc, Regions regions, BodyRegister bodies) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.bodies = bodies;
    }

    /** The divisions of a level below a region on a day, each with the body that speaks for it, if one is registered. */
    Map<Region, List<Body>> below(RegionCode region, RegionLevel level, LocalDate day) {
        var found = new LinkedHashMap<Region, List<Body>>();
        var byCode = new LinkedHashMap<String, List<Body>>();
        for (var below : regions.within(region, level, day)) {
            var speaking = new ArrayList<Body>(1);
            found.put(below, speaking);
            byCode.put(below.code().value(), speaking);
        }
        jdbc.sql("""
                        select distinct on (region) id, region, name, kind
                        from body.body
                        where region = any (:regions) and kind = :kind
                        order by region, length(name), name
                        """)
                .param("regions", byCode.keySet().toArray(String[]::new))
                .param("kind", kind(level).name())
                .query(BodyRow.MAPPER)
                .list()
                .forEach(body -> byCode.getOrDefault(body.region().value(), new ArrayList<>())
                        .add(body));
        return found;
    }

    /** Registers the one that is missing under the name the division's sort prescribes. */
    Body register(Actor by, Region region) {
        return bodies.enter(by, region.code(), nameOf(region), kind(region.level()));
    }

    static String nameOf(Region region) {
        var name = region.name();
        return switch (region.level()) {
            case AUTONOMOUS_REGION, BANNER -> name + "人民政府";
            case LEAGUE -> name + (name.endsWith("盟") ? "行政公署" : "人民政府");
            case SUMU -> name + (name.endsWith("街道") ? "办事处" : "人民政府");
            case GACHA -> name + (name.endsWith("社区") ? "居民委员会" : "村民委员会");
        };
    }

    private static BodyKind kind(RegionLevel level) {
        return level == RegionLevel.GACHA ? BodyKind.GRASSROOTS : BodyKind.GOVERNMENT;
    }
}
