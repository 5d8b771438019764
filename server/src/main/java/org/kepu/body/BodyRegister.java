package org.kepu.body;

import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where bodies are entered, once each. Who may do so is asked by the use cases that come here. */
@Repository
class BodyRegister {

    private final JdbcClient jdbc;
    private final Trail trail;

    BodyRegister(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    private record Entered(Body body, boolean fresh) {}

    /** The body of this name in this division, entered now if it is new. An existing one keeps its kind. */
    Body enter(Actor by, RegionCode region, String name, BodyKind kind) {
        var entered = jdbc.sql("""
                        insert into body.body (region, name, kind) values (:region, :name, :kind)
                        on conflict on constraint body_one_name_per_region do update set name = excluded.name
                        returning id, region, name, kind, xmax = 0 as fresh
                        """)
                .param("region", region.value())
                .param("name", name.strip())
                .param("kind", kind.name())
                .query((row, number) -> new Entered(BodyRow.read(row), row.getBoolean("fresh")))
                .single();
        if (entered.fresh()) {
            var body = entered.body();
            trail.record(
                    by,
                    Act.of("body.act.registered", "body", body.id(), body.name())
                            .in(region)
                            .changed("body.kind", null, body.kind()));
        }
        return entered.body();
    }
}
