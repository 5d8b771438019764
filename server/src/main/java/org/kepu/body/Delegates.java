package org.kepu.body;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.privacy.Reason;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The persons who stand for the members of leading groups. Lists show them masked; in full they are shown one at a time,
 * for a purpose, and the trail keeps it (个人信息保护法第六、五十一条).
 */
@Service
class Delegates {

    private final JdbcClient jdbc;
    private final Phones phones;
    private final Regions regions;
    private final Trail trail;

    Delegates(JdbcClient jdbc, Phones phones, Regions regions, Trail trail) {
        this.jdbc = jdbc;
        this.phones = phones;
        this.regions = regions;
        this.trail = trail;
    }

    private record Kept(UUID id, BodyId body, Delegate delegate) {}

    /** Those of a region's leading group on a day, masked, by the body they stand for. */
    Map<BodyId, List<Delegate>> masked(Scope scope, RegionCode region, LocalDate day) {
        scope.demands(Right.DESK);
        var delegates = new LinkedHashMap<BodyId, List<Delegate>>();
        jdbc.sql("""
                        select id, body, part, name, post, phone, lower(during) as since
                        from body.delegate
                        where region = :region and during @> :day
                        order by body, part
                        """).param("region", region.value()).param("day", day).query(row -> {
            var kept = read(row);
            delegates
                    .computeIfAbsent(kept.body(), body -> new ArrayList<>())
                    .add(kept.delegate().masked());
        });
        return delegates;
    }

    /**
     * One of them in full.
     *
     * @param purpose what the reader needs it for
     * @throws NotFound if nobody stands there, or not within reach
     */
    @Transactional
    Delegate inFull(Scope scope, RegionCode region, Body body, Delegate.Part part, LocalDate day, Reason purpose) {
        scope.demands(Right.READ_PERSONAL);
        var kept = jdbc.sql("""
                        select id, body, part, name, post, phone, lower(during) as since
                        from body.delegate
                        where region = :region and body = :body and part = :part and during @> :day
                          and region in (select region.reach(:scopeRegions, :scopeDay))
                        """)
                .param("region", region.value())
                .param("body", body.id().value())
                .param("part", part.name())
                .param("day", day)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(NotFound::new);
        trail.record(
                scope.actor(),
                Act.of("body.act.delegate-read", "delegate", kept.id(), body.name())
                        .in(region)
                        .because(purpose.words()));
        return kept.delegate();
    }

    /** Everybody who stands for a member on a day, in full and by name of the member, for an export. */
    List<Contact> contacts(Scope scope, RegionCode region, LocalDate day) {
        scope.demands(Right.EXPORT_PERSONAL);
        return jdbc.sql("""
                        select body.name as body_name, delegate.id, body, part, delegate.name, post, phone,
                               lower(during) as since
                        from body.delegate join body.body on body.id = delegate.body
                        where delegate.region = :region and during @> :day
                          and delegate.region in (select region.reach(:scopeRegions, :scopeDay))
                        order by body_name, part
                        """)
                .param("region", region.value())
                .param("day", day)
                .params(scope.parameters())
                .query((row, number) ->
                        new Contact(row.getString("body_name"), read(row).delegate()))
                .list();
    }

    /** Who is called in a member body. */
    record Contact(String body, Delegate delegate) {}

    /** From this day on this person stands for the member; the one before steps back. Says no if the body is no member then. */
    @Transactional
    boolean appoint(Scope scope, RegionCode region, Body body, Delegate delegate) {
        scope.demands(Right.KEEP_BODIES);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        jdbc.sql("""
                        delete from body.delegate
                        where region = :region and body = :body and part = :part and lower(during) >= :since
                        """)
                .param("region", region.value())
                .param("body", body.id().value())
                .param("part", delegate.part().name())
                .param("since", delegate.since())
                .update();
        jdbc.sql("""
                        update body.delegate set during = daterange(lower(during), :since)
                        where region = :region and body = :body and part = :part and during @> :since
                        """)
                .param("region", region.value())
                .param("body", body.id().value())
                .param("part", delegate.part().name())
                .param("since", delegate.since())
                .update();
        var appointed = jdbc.sql("""
                        insert into body.delegate (region, body, part, name, post, phone, phone_print, during)
                        select region, body, :part, :name, :post, :phone, :print, daterange(:since, upper(during))
                        from body.membership
                        where region = :region and body = :body and during @> :since
                        returning id
                        """)
                .param("region", region.value())
                .param("body", body.id().value())
                .param("part", delegate.part().name())
                .param("name", delegate.name().strip())
                .param("post", delegate.post().strip())
                .param("phone", phones.seal(delegate.phone()))
                .param("print", phones.print(delegate.phone()))
                .param("since", delegate.since())
                .query(UUID.class)
                .optional();
        appointed.ifPresent(id -> trail.record(
                scope.actor(),
                Act.of("body.act.appointed", "delegate", id, body.name())
                        .in(region)
                        .changed("body.part", null, delegate.part())
                        .changed("body.delegate.name", null, delegate.masked().name())
                        .changed("body.group.since", null, delegate.since())));
        return appointed.isPresent();
    }

    /** They step back with the member they stand for. */
    void stepBack(RegionCode region, BodyId body, LocalDate from) {
        jdbc.sql("delete from body.delegate where region = :region and body = :body and lower(during) >= :from")
                .param("region", region.value())
                .param("body", body.value())
                .param("from", from)
                .update();
        jdbc.sql("""
                        update body.delegate set during = daterange(lower(during), :from)
                        where region = :region and body = :body and during @> :from
                        """)
                .param("region", region.value())
                .param("body", body.value())
                .param("from", from)
                .update();
    }

    private Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                new BodyId(row.getObject("body", UUID.class)),
                new Delegate(
                        Delegate.Part.valueOf(row.getString("part")),
                        row.getString("name"),
                        row.getString("post"),
                        phones.open(row.getString("phone")),
                        row.getObject("since", LocalDate.class)));
    }
}
