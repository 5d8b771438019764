package org.kepu.body;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.region.Region;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The leading groups (全民科学素质工作领导小组): which bodies belong to a region's group, from when to when, and who stands for
 * them. What a plan calls “各成员单位” or “各街道办事处、镇” is expanded to those of the day.
 */
@Service
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

    /** The same with their days and the persons who stand for them on that day. */
    public List<Member> members(RegionCode region, LocalDate day) {
        var delegates = delegates(region, day);
        return jdbc.sql("""
                        select id, body.region, name, kind, lower(during) as since, upper(during) as until
                        from body.membership join body.body on body.id = membership.body
                        where membership.region = :region and during @> :day
                        order by name
                        """)
                .param("region", region.value())
                .param("day", day)
                .query((row, number) -> {
                    var body = BodyRow.read(row);
                    return new Member(
                            body,
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class),
                            delegates.getOrDefault(body.id(), List.of()));
                })
                .list();
    }

    private Map<BodyId, List<Delegate>> delegates(RegionCode region, LocalDate day) {
        var delegates = new LinkedHashMap<BodyId, List<Delegate>>();
        jdbc.sql("""
                        select body, part, name, post, phone, lower(during) as since
                        from body.delegate
                        where region = :region and during @> :day
                        order by body, part
                        """).param("region", region.value()).param("day", day).query(row -> {
            delegates
                    .computeIfAbsent(BodyId.of(row.getString("body")), body -> new ArrayList<>())
                    .add(new Delegate(
                            Delegate.Part.valueOf(row.getString("part")),
                            row.getString("name"),
                            row.getString("post"),
                            row.getString("phone"),
                            row.getObject("since", LocalDate.class)));
        });
        return delegates;
    }

    /** Takes a body into the group; says no if it is in it on any of these days already. */
    @Transactional
    public boolean join(RegionCode region, BodyId body, LocalDate since, @Nullable LocalDate until) {
        return jdbc.sql("""
                        insert into body.membership (region, body, during)
                        values (:region, :body, daterange(:since, cast(:until as date)))
                        on conflict do nothing
                        """)
                        .param("region", region.value())
                        .param("body", body.value())
                        .param("since", since)
                        .param("until", until)
                        .update()
                == 1;
    }

    /** From this day on the body is no longer a member, nor are its persons; says no if it was none on that day or later. */
    @Transactional
    public boolean leave(RegionCode region, BodyId body, LocalDate from) {
        cut("delegate", region, body, from);
        return cut("membership", region, body, from) > 0;
    }

    /** From this day on this person stands for the member; the one before steps back. Says no if the body is no member then. */
    @Transactional
    public boolean appoint(RegionCode region, BodyId body, Delegate delegate) {
        boolean member = membersOn(region, delegate.since()).stream()
                .anyMatch(one -> one.id().equals(body));
        if (!member) {
            return false;
        }
        jdbc.sql("""
                        delete from body.delegate
                        where region = :region and body = :body and part = :part and lower(during) >= :since
                        """)
                .param("region", region.value())
                .param("body", body.value())
                .param("part", delegate.part().name())
                .param("since", delegate.since())
                .update();
        jdbc.sql("""
                        update body.delegate set during = daterange(lower(during), :since)
                        where region = :region and body = :body and part = :part and during @> :since
                        """)
                .param("region", region.value())
                .param("body", body.value())
                .param("part", delegate.part().name())
                .param("since", delegate.since())
                .update();
        return jdbc.sql("""
                        insert into body.delegate (region, body, part, name, post, phone, during)
                        select region, body, :part, :name, :post, :phone, daterange(:since, upper(during))
                        from body.membership
                        where region = :region and body = :body and during @> :since
                        """)
                        .param("region", region.value())
                        .param("body", body.value())
                        .param("part", delegate.part().name())
                        .param("name", delegate.name().strip())
                        .param("post", delegate.post().strip())
                        .param("phone", delegate.phone().strip())
                        .param("since", delegate.since())
                        .update()
                == 1;
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

    /** Registers those bodies under their regular names (昆北街道办事处, 哈林格尔镇人民政府), and says how many. */
    @Transactional
    public int registerMissing(BodyGroup group, RegionCode region, LocalDate day) {
        var missing = missing(group, region, day);
        missing.forEach(governments::register);
        return missing.size();
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

    /** Ends on a day what runs on that day, and takes away what would begin later. */
    private int cut(String table, RegionCode region, BodyId body, LocalDate from) {
        int undone = jdbc.sql("delete from body." + table
                        + " where region = :region and body = :body and lower(during) >= :from")
                .param("region", region.value())
                .param("body", body.value())
                .param("from", from)
                .update();
        return undone
                + jdbc.sql("update body." + table + " set during = daterange(lower(during), :from)"
                                + " where region = :region and body = :body and during @> :from")
                        .param("region", region.value())
                        .param("body", body.value())
                        .param("from", from)
                        .update();
    }
}
