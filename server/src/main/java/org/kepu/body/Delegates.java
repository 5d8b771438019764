package org.kepu.body;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The persons who stand for the members of leading groups. Lists show them masked; in full each value is
 * read for a purpose of the register (个人信息保护法第六、五十一条).
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

    /** Those of a region's leading group on a day, masked, by the body they stand for. */
    Map<BodyId, List<KnownDelegate>> masked(Scope scope, RegionCode region, LocalDate day) {
        scope.demands(Right.DESK);
        return jdbc
                .sql("""
                        select id, region, body, part, name, post, phone, lower(during) as since
                        from body.delegate
                        where region = :region and during @> :day
                        order by body, part
                        """)
                .param("region", region.value())
                .param("day", day)
                .query((row, number) -> read(row).masked())
                .list()
                .stream()
                .collect(groupingBy(KnownDelegate::body));
    }

    /** One of them, if within reach; shown one field at a time, by {@link DelegateFields}. */
    Optional<KnownDelegate> find(Scope scope, UUID id) {
        scope.demands(Right.READ_PERSONAL);
        return jdbc.sql("""
                        select id, region, body, part, name, post, phone, lower(during) as since
                        from body.delegate
                        where id = :id and region in (select region.reach(:scopeRegions, :scopeDay))
                        """)
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Everybody who stands for a member on a day, in full and by name of the member, for an export. */
    List<Contact> contacts(Scope scope, RegionCode region, LocalDate day) {
        scope.demands(Right.EXPORT_PERSONAL);
        return jdbc.sql("""
                        select body.name as body_name, delegate.id, delegate.region, body, part, delegate.name, post, phone,
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

    private KnownDelegate read(ResultSet row) throws SQLException {
        return new KnownDelegate(
                row.getObject("id", UUID.class),
                new RegionCode(row.getString("region")),
                new BodyId(row.getObject("body", UUID.class)),
                new Delegate(
                        Delegate.Part.valueOf(row.getString("part")),
                        row.getString("name"),
                        row.getString("post"),
                        phones.open(row.getString("phone")),
                        row.getObject("since", LocalDate.class)));
    }
}
