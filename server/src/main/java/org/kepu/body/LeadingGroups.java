package org.kepu.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.region.Region;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The leading groups (全民科学素质工作领导小组): which bodies belong to a region's group, from when to when. What a plan calls “各成员单位” or “各街道办事处、镇” is expanded to those of the day.
 */
@Service
@PublicKnowledge("the members of a leading group stand in the document that founds it")
public class LeadingGroups {

    private final JdbcClient jdbc;
    private final Governments governments;

    LeadingGroups(JdbcClient jdbc, Governments governments) {
        this.jdbc = jdbc;
        this.governments = governments;
    }

    /** The members of the region's leading group on a day, by name. */
    public List<Body> membersOn(RegionCode region, LocalDate day) {
        return members(region, day).stream().map(Member::body).toList();
    }

    /** The same with their days. */
    public List<Member> members(RegionCode region, LocalDate day) {
        return jdbc.sql("""
                        select id, body.region, name, kind, lower(during) as since, upper(during) as until
                        from body.membership join body.body on body.id = membership.body
                        where membership.region = :region and during @> :day
                        order by name
                        """)
                .param("region", region.value())
                .param("day", day)
                .query((row, number) -> new Member(
                        BodyRow.read(row),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        List.of()))
                .list();
    }

    /** The bodies that a group's words stand for in a region on a day. What is not registered is not made up: see {@link #missing}. */
    public List<Body> expand(BodyGroup group, RegionCode region, LocalDate day) {
        if (group == BodyGroup.LEADING_GROUP_MEMBERS) {
            return membersOn(region, day);
        }
        return level(group)
                .map(level -> governments.below(region, level, day).values().stream()
                        .flatMap(List::stream)
                        .toList())
                .orElse(List.of());
    }

    /** The divisions that a group's words reach, but for which no body is registered yet. */
    public List<Region> missing(BodyGroup group, RegionCode region, LocalDate day) {
        return level(group)
                .map(level -> governments.below(region, level, day).entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<RegionLevel> level(BodyGroup group) {
        return switch (group) {
            case LEAGUE_GOVERNMENTS -> Optional.of(RegionLevel.LEAGUE);
            case BANNER_GOVERNMENTS -> Optional.of(RegionLevel.BANNER);
            case SUMU_GOVERNMENTS -> Optional.of(RegionLevel.SUMU);
            case GACHA_COMMITTEES -> Optional.of(RegionLevel.GACHA);
            case LEADING_GROUP_MEMBERS, OPEN -> Optional.empty();
        };
    }
}
