package org.kepu.body;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that the platform knows, each in its division. */
@Service
public class Bodies {

    private final JdbcClient jdbc;

    Bodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Body> find(BodyId id) {
        return jdbc.sql("select id, region, name, kind from body.body where id = :id")
                .param("id", id.value())
                .query(BodyRow.MAPPER)
                .optional();
    }

    /** The bodies of one division, not of those below, by name. */
    public List<Body> in(RegionCode region) {
        return jdbc.sql("select id, region, name, kind from body.body where region = :region order by name")
                .param("region", region.value())
                .query(BodyRow.MAPPER)
                .list();
    }

    /** Those of the ids that there are, in the order asked, in one query. */
    public Map<BodyId, Body> all(Collection<BodyId> ids) {
        var found = new LinkedHashMap<BodyId, Body>();
        jdbc.sql("""
                        select id, region, name, kind
                        from unnest(:ids) with ordinality as wanted (id, place) join body.body using (id)
                        order by place
                        """)
                .param("ids", ids.stream().map(BodyId::value).toArray(UUID[]::new))
                .query(BodyRow.MAPPER)
                .list()
                .forEach(body -> found.put(body.id(), body));
        return found;
    }

    /** The body of this name in this division, entered now if it is new. An existing one keeps its kind. */
    @Transactional
    public Body register(RegionCode region, String name, BodyKind kind) {
        return jdbc.sql("""
                        insert into body.body (region, name, kind) values (:region, :name, :kind)
                        on conflict on constraint body_one_name_per_region do update set name = excluded.name
                        returning id, region, name, kind
                        """)
                .param("region", region.value())
                .param("name", name.strip())
                .param("kind", kind.name())
                .query(BodyRow.MAPPER)
                .single();
    }
}
