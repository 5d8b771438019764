package org.kepu.region;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of the tree by decision of an authority (行政区划管理条例, 国务院令第704号): rename, move, establish, merge, split. Each begins a
 * new edition on its day and names its basis. No code is taken back: what ends is closed, what it became is on record.
 */
@Service
public class RegionChanges {

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Trail trail;

    RegionChanges(JdbcClient jdbc, Regions regions, Trail trail) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.trail = trail;
    }

    /** The division is called otherwise from this day on. */
    @Transactional
    public void rename(Scope scope, RegionCode code, String name, Edition edition) {
        demandsReach(scope, code);
        var before = regions.get(code).name();
        begin(edition);
        restate(code, "name", name.strip(), edition.since());
        trail.record(
                scope.actor(),
                act("region.act.renamed", code, before, edition).changed("region.name", before, name.strip()));
    }

    /** The division belongs to another one from this day on; what lies below goes with it. */
    @Transactional
    public void move(Scope scope, RegionCode code, RegionCode parent, Edition edition) {
        demandsReach(scope, code, parent);
        var before = regions.get(code);
        begin(edition);
        restate(code, "parent", parent.value(), edition.since());
        trail.record(
                scope.actor(),
                act("region.act.moved", code, before.name(), edition).changed("region.above", before.parent(), parent));
    }

    /** A new division begins. */
    @Transactional
    public void establish(
            Scope scope, RegionCode code, String name, RegionCode parent, Set<RegionTrait> traits, Edition edition) {
        demandsReach(scope, parent);
        begin(edition);
        jdbc.sql("insert into region.region (code) values (:code) on conflict do nothing")
                .param("code", code.value())
                .update();
        jdbc.sql("""
                        insert into region.state (code, name, parent, traits, during)
                        values (:code, :name, :parent, :traits, daterange(:since, null))
                        """)
                .param("code", code.value())
                .param("name", name.strip())
                .param("parent", parent.value())
                .param("traits", traits.stream().map(Enum::name).toArray(String[]::new))
                .param("since", edition.since())
                .update();
        trail.record(
                scope.actor(),
                act("region.act.established", code, name.strip(), edition).changed("region.above", null, parent));
    }

    /** The division ends and becomes part of another; what lay directly below it goes there. */
    @Transactional
    public void merge(Scope scope, RegionCode ending, RegionCode into, Edition edition) {
        demandsReach(scope, ending, into);
        begin(edition);
        moveChildren(ending, into, edition.since());
        int closed = jdbc.sql("""
                        update region.state set during = daterange(lower(during), :since)
                        where code = :code and during @> :since and lower(during) < :since
                        """)
                .param("code", ending.value())
                .param("since", edition.since())
                .update();
        if (closed == 0) {
            throw new UnknownRegion(ending);
        }
        succeed(ending, into, "MERGED", edition.since());
        trail.record(
                scope.actor(),
                act("region.act.merged", ending, regions.get(ending).name(), edition)
                        .changed("region.change.into", null, into));
    }

    /** Part of a division goes to a new one that has been established beside it: these of what lay directly below. */
    @Transactional
    public void split(Scope scope, RegionCode from, RegionCode part, Collection<RegionCode> going, Edition edition) {
        demandsReach(scope, from);
        begin(edition);
        going.forEach(child -> restate(child, "parent", part.value(), edition.since()));
        succeed(from, part, "SPLIT", edition.since());
        trail.record(
                scope.actor(),
                act("region.act.split", from, regions.get(from).name(), edition)
                        .changed("region.change.part", null, part)
                        .changed(
                                "region.change.going",
                                null,
                                going.stream().map(RegionCode::value).sorted().collect(joining("、"))));
    }

    /** A new division beside an old one, of the same sort, takes over these of what lay directly below the old one. */
    @Transactional
    public void splitOff(
            Scope scope, RegionCode from, RegionCode part, String name, Collection<RegionCode> going, Edition edition) {
        demandsReach(scope, from);
        var whole = regions.get(from);
        var parent = Objects.requireNonNull(whole.parent(), "the topmost division stays whole");
        establish(scope, part, name, parent, whole.traits(), edition);
        split(scope, from, part, going, edition);
    }

    private void demandsReach(Scope scope, RegionCode... codes) {
        scope.demands(Right.KEEP_REGIONS);
        var asked = Set.copyOf(List.of(codes));
        if (!regions.reached(scope, asked).containsAll(asked)) {
            throw new NotFound();
        }
    }

    private static Act act(String key, RegionCode code, String name, Edition edition) {
        return Act.of(key, "region", code, name)
                .in(code)
                .changed("region.since", null, edition.since())
                .because(edition.basis());
    }

    private void begin(Edition edition) {
        TreeLock.take(jdbc);
        jdbc.sql("insert into region.edition (since, basis) values (:since, :basis) on conflict do nothing")
                .param("since", edition.since())
                .param("basis", edition.basis())
                .update();
    }

    private void moveChildren(RegionCode from, RegionCode into, LocalDate since) {
        jdbc.sql("select code from region.state where parent = :from and during @> :since")
                .param("from", from.value())
                .param("since", since)
                .query(String.class)
                .list()
                .forEach(child -> restate(new RegionCode(child), "parent", into.value(), since));
    }

    /** Ends the state that holds on the day and begins the same with one thing changed. */
    private void restate(RegionCode code, String column, String value, LocalDate since) {
        int corrected = jdbc.sql(
                        "update region.state set " + column + " = :value where code = :code and lower(during) = :since")
                .param("value", value)
                .param("code", code.value())
                .param("since", since)
                .update();
        if (corrected == 1) {
            return;
        }
        int begun = jdbc.sql("""
                        with ended as (
                            delete from region.state where code = :code and during @> :since
                            returning code, name, parent, traits, lower(during) as first, upper(during) as last
                        ), states as (
                            select code, name, parent, traits, daterange(first, :since) as during from ended
                            union all
                            select code,
                                   case when :column = 'name' then :value else name end,
                                   case when :column = 'parent' then :value else parent end,
                                   traits, daterange(:since, last)
                            from ended
                        )
                        insert into region.state (code, name, parent, traits, during) select * from states
                        """)
                .param("code", code.value())
                .param("column", column)
                .param("value", value)
                .param("since", since)
                .update();
        if (begun == 0) {
            throw new UnknownRegion(code);
        }
    }

    private void succeed(RegionCode predecessor, RegionCode successor, String kind, LocalDate since) {
        jdbc.sql("""
                        insert into region.succession (predecessor, successor, since, kind)
                        values (:predecessor, :successor, :since, :kind)
                        on conflict do nothing
                        """)
                .param("predecessor", predecessor.value())
                .param("successor", successor.value())
                .param("since", since)
                .param("kind", kind)
                .update();
    }
}
