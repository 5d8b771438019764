package org.kepu.order.supply;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Enters teams and experts of one's divisions on the menu, and keeps what they offer and when they are away. */
@Service
public class KeepingSuppliers {

    private final JdbcClient database;
    private final Regions regions;
    private final Trail trail;

    KeepingSuppliers(JdbcClient database, Regions regions, Trail trail) {
        this.database = database;
        this.regions = regions;
        this.trail = trail;
    }

    /** What came of writing one down. */
    public enum Kept {
        DONE,
        /** Another of the division is called so. */
        TITLE_TAKEN,
        /** Somebody else has changed it meanwhile. */
        OVERTAKEN,
        /** They are away on some of those days already. */
        ALREADY_AWAY
    }

    /**
     * Enters or changes one.
     *
     * @param version 0 of a new one, otherwise as it was read
     * @throws NotFound if the division, or the area, is not within reach
     */
    @Transactional
    public Kept keep(Scope scope, SupplierId id, Supplier.Written told, int version) {
        scope.demands(Right.DISPATCH_ORDERS);
        if (!regions.reaches(scope, told.region())
                || regions.find(told.area()).isEmpty()
                || version > 0 && !isMine(scope, id)) {
            throw new NotFound();
        }
        int kept;
        try {
            kept = write(id, told, version);
        } catch (DataIntegrityViolationException taken) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Kept.TITLE_TAKEN;
        }
        if (kept == 0) {
            return Kept.OVERTAKEN;
        }
        trail.record(
                scope.actor(),
                Act.of("order.act.supplier-kept", "supplier", id, told.title())
                        .in(told.region())
                        .changed("order.supplier.subjects", null, told.subjects())
                        .changed("order.supplier.capacity", null, told.capacity())
                        .changed("order.supplier.active", null, told.active()));
        return Kept.DONE;
    }

    /**
     * They are there on those days after all. Said twice, it is so once.
     *
     * @throws NotFound if they are not of one's divisions
     */
    @Transactional
    public void comeBack(Scope scope, SupplierId id, UUID absence) {
        scope.demands(Right.DISPATCH_ORDERS);
        if (!isMine(scope, id)) {
            throw new NotFound();
        }
        database.sql("""
                        delete from orders.absence where id = :absence and supplier = :id
                        returning lower(during) || '–' || upper(during) - 1
                        """)
                .param("absence", absence)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .ifPresent(days -> trail.record(
                        scope.actor(),
                        Act.of("order.act.supplier-back", "supplier", id, "")
                                .changed("order.supplier.away", days, null)));
    }

    private int write(SupplierId id, Supplier.Written told, int version) {
        return database.sql(version == 0 ? """
                        insert into orders.supplier (id, kind, title, about, body, region, area, way, subjects, audiences, capacity, active, version)
                        values (:id, :kind, :title, :about, :body, :region, :area, :way::text[], :subjects::text[], :audiences::text[], :capacity,
                                :active, 1)
                        """ : """
                        update orders.supplier set kind = :kind, title = :title, about = :about, body = :body, region = :region, area = :area,
                            way = :way::text[], subjects = :subjects::text[], audiences = :audiences::text[], capacity = :capacity,
                            active = :active, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("id", id.value())
                .param("kind", told.kind().name())
                .param("title", told.title())
                .param("about", told.about())
                .param("body", told.body().value())
                .param("region", told.region().value())
                .param("area", told.area().value())
                .param(
                        "way",
                        regions.pathTo(told.region()).stream()
                                .map(Region::code)
                                .map(RegionCode::value)
                                .toArray(String[]::new))
                .param("subjects", told.subjects().toArray(String[]::new))
                .param("audiences", told.audiences().toArray(String[]::new))
                .param("capacity", told.capacity())
                .param("active", told.active())
                .param("version", version)
                .update();
    }

    /** Whether they are of one's divisions. */
    public boolean isMine(Scope scope, SupplierId id) {
        return database.sql("""
                        select exists (select from orders.supplier
                                       where id = :id and region in (select region.reach(:scopeRegions, :scopeDay)))
                        """)
                .param("id", id.value())
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    /** Those of one's divisions, by title. */
    @Transactional(readOnly = true)
    public List<Supplier> of(Scope scope) {
        scope.demands(Right.DISPATCH_ORDERS);
        return database.sql("""
                        select * from orders.supplier where region in (select region.reach(:scopeRegions, :scopeDay))
                        order by active desc, region, title limit 500
                        """)
                .params(scope.parameters())
                .query(Suppliers::supplier)
                .list();
    }

    /** Days on which one is away, both included. */
    public record Away(UUID id, LocalDate first, LocalDate last) {}

    /** The days to come on which they are away. */
    @Transactional(readOnly = true)
    public List<Away> away(Scope scope, SupplierId id) {
        scope.demands(Right.DISPATCH_ORDERS);
        return isMine(scope, id)
                ? database.sql("""
                        select id, lower(during) as first, upper(during) - 1 as last from orders.absence
                        where supplier = :id and upper(during) > :scopeDay order by during
                        """)
                        .param("id", id.value())
                        .params(scope.parameters())
                        .query(Away.class)
                        .list()
                : List.of();
    }

    /**
     * They are away on these days, both included.
     *
     * @throws NotFound if they are not of one's divisions
     */
    @Transactional
    public Kept goAway(Scope scope, SupplierId id, LocalDate first, LocalDate last) {
        scope.demands(Right.DISPATCH_ORDERS);
        if (!isMine(scope, id)) {
            throw new NotFound();
        }
        try {
            database.sql("insert into orders.absence values (gen_random_uuid(), :id, daterange(:first, :last, '[]'))")
                    .param("id", id.value())
                    .param("first", first)
                    .param("last", last)
                    .update();
        } catch (DataIntegrityViolationException twice) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Kept.ALREADY_AWAY;
        }
        trail.record(
                scope.actor(),
                Act.of("order.act.supplier-away", "supplier", id, "")
                        .changed("order.supplier.away", null, first + "–" + last));
        return Kept.DONE;
    }
}
