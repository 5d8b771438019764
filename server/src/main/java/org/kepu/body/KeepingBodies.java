package org.kepu.body;

import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Enters the bodies of one's divisions, and keeps their names as they change. */
@Service
public class KeepingBodies {

    private final BodyRegister register;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final Trail trail;

    KeepingBodies(BodyRegister register, Regions regions, JdbcClient jdbc, Trail trail) {
        this.register = register;
        this.regions = regions;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /**
     * The body of this name in this division, entered now if it is new. An existing one keeps its kind.
     *
     * @throws NotFound if the division is not within reach
     */
    @Transactional
    public Body register(Scope scope, RegionCode region, String name, BodyKind kind) {
        scope.demands(Right.KEEP_BODIES);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        return register.enter(scope.actor(), region, name, kind);
    }

    /** Gives the body a name and a kind; the name it had is kept as an alias. Says no if the name is another body's in that region. */
    @Transactional
    public boolean rename(Scope scope, BodyId id, String name, BodyKind kind) {
        scope.demands(Right.KEEP_BODIES);
        var body = mine(scope, id);
        var fresh = name.strip();
        keepAlias(id, body.name(), fresh);
        try {
            jdbc.sql("update body.body set name = :name, kind = :kind where id = :id")
                    .param("id", id.value())
                    .param("name", fresh)
                    .param("kind", kind.name())
                    .update();
        } catch (DuplicateKeyException taken) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return false;
        }
        if (!body.name().equals(fresh) || body.kind() != kind) {
            trail.record(
                    scope.actor(),
                    Act.of("body.act.renamed", "body", id, fresh)
                            .in(body.region())
                            .changed("body.name", body.name(), fresh)
                            .changed("body.kind", body.kind(), kind));
        }
        return true;
    }

    /** Keeps another name under which the body is written. */
    @Transactional
    public void alsoCalled(Scope scope, BodyId id, String name) {
        scope.demands(Right.KEEP_BODIES);
        var body = mine(scope, id);
        var added = jdbc.sql("insert into body.alias (body, name) values (:id, :name) on conflict do nothing")
                .param("id", id.value())
                .param("name", name.strip())
                .update();
        if (added == 1) {
            trail.record(
                    scope.actor(),
                    Act.of("body.act.alias", "body", id, body.name())
                            .in(body.region())
                            .changed("body.alias", null, name.strip()));
        }
    }

    private Body mine(Scope scope, BodyId id) {
        return jdbc.sql("""
                        select id, region, name, kind from body.body
                        where id = :id and region in (select region.reach(:scopeRegions, :scopeDay))
                        for update
                        """)
                .param("id", id.value())
                .params(scope.parameters())
                .query(BodyRow.MAPPER)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void keepAlias(BodyId id, String old, String fresh) {
        if (!old.equals(fresh)) {
            jdbc.sql("insert into body.alias (body, name) values (:id, :name) on conflict do nothing")
                    .param("id", id.value())
                    .param("name", old)
                    .update();
        }
        jdbc.sql("delete from body.alias where body = :id and name = :name")
                .param("id", id.value())
                .param("name", fresh)
                .update();
    }
}
