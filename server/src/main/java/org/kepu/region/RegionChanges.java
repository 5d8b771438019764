package org.kepu.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.kepu.shared.RegionCode;
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

    RegionChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The division is called otherwise from this day on. */
    @Transactional
    public void rename(RegionCode code, String name, Edition edition) {
        begin(edition);
        restate(code, "name", name.strip(), edition.since());
    }

    /** The division belongs to another one from this day on; what lies below goes with it. */
    @Transactional
    public void move(RegionCode code, RegionCode parent, Edition edition) {
        begin(edition);
        restate(code, "parent", parent.value(), edition.since());
    }

    /** A new division begins. */
    @Transactional
    public void establish(RegionCode code, String name, RegionCode parent, Set<RegionTrait> traits, Edition edition) {
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
    }

    /** The division ends and becomes part of another; what lay directly below it goes there. */
    @Transactional
    public void merge(RegionCode ending, RegionCode into, Edition edition) {
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
    }

    /** Part of a division goes to a new one that has been established beside it: these of what lay directly below. */
    @Transactional
    public void split(RegionCode from, RegionCode part, Collection<RegionCode> going, Edition edition) {
        begin(edition);
        going.forEach(child -> restate(child, "parent", part.value(), edition.since()));
        succeed(from, part, "SPLIT", edition.since());
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
