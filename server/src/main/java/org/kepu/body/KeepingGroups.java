package org.kepu.body;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the leading groups of one's divisions: who joins, who leaves, and which governments below are registered. */
@Service
public class KeepingGroups {

    private final LeadingGroups groups;
    private final Governments governments;
    private final Delegates delegates;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final Trail trail;

    KeepingGroups(
            LeadingGroups groups,
            Governments governments,
            Delegates delegates,
            Regions regions,
            JdbcClient jdbc,
            Trail trail) {
        this.groups = groups;
        this.governments = governments;
        this.delegates = delegates;
        this.regions = regions;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** Takes a body into the group; says no if it is in it on any of these days already. */
    @Transactional
    public boolean join(Scope scope, RegionCode region, Body body, LocalDate since, @Nullable LocalDate until) {
        demandsReach(scope, region);
        var joined = jdbc.sql("""
                        insert into body.membership (region, body, during)
                        values (:region, :body, daterange(:since, cast(:until as date)))
                        on conflict do nothing
                        """)
                        .param("region", region.value())
                        .param("body", body.id().value())
                        .param("since", since)
                        .param("until", until)
                        .update()
                == 1;
        if (joined) {
            trail.record(
                    scope.actor(),
                    Act.of("body.act.joined", "body", body.id(), body.name())
                            .in(region)
                            .changed("body.group.since", null, since));
        }
        return joined;
    }

    /** From this day on the body is no longer a member, nor are its persons; says no if it was none on that day or later. */
    @Transactional
    public boolean leave(Scope scope, RegionCode region, Body body, LocalDate from) {
        demandsReach(scope, region);
        delegates.stepBack(region, body.id(), from);
        var undone = jdbc.sql(
                        "delete from body.membership where region = :region and body = :body and lower(during) >= :from")
                .param("region", region.value())
                .param("body", body.id().value())
                .param("from", from)
                .update();
        var ended = jdbc.sql("""
                        update body.membership set during = daterange(lower(during), :from)
                        where region = :region and body = :body and during @> :from
                        """)
                .param("region", region.value())
                .param("body", body.id().value())
                .param("from", from)
                .update();
        var left = undone + ended > 0;
        if (left) {
            trail.record(
                    scope.actor(),
                    Act.of("body.act.left", "body", body.id(), body.name())
                            .in(region)
                            .changed("body.group.leave.from", null, from));
        }
        return left;
    }

    /** Registers the bodies that a group's words miss under their regular names (昆北街道办事处, 哈林格尔镇人民政府), and says how many. */
    @Transactional
    public int registerMissing(Scope scope, BodyGroup group, RegionCode region, LocalDate day) {
        demandsReach(scope, region);
        var missing = groups.missing(group, region, day);
        missing.forEach(division -> governments.register(scope.actor(), division));
        return missing.size();
    }

    private void demandsReach(Scope scope, RegionCode region) {
        scope.demands(Right.KEEP_BODIES);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
    }
}
