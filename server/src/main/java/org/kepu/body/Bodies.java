package org.kepu.body;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The organisations that the platform knows, each in its division. */
@Service
@PublicKnowledge("which authorities there are, and their names, is published")
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

    /** Those of one division that are called so, by name; a name that none bears is left out. */
    public List<BodyId> called(RegionCode region, Collection<String> names) {
        return in(region).stream()
                .filter(body -> names.contains(body.name()))
                .map(Body::id)
                .toList();
    }

    /** Bodies in the scope's divisions with these characters in the name or in another name. */
    public List<Body> named(String words, Scope scope, int limit) {
        return jdbc.sql("""
                        select id, region, name, kind
                        from body.body
                        where region in (select region.reach(:scopeRegions, :scopeDay))
                          and (position(:words in name) > 0
                               or exists (select from body.alias where alias.body = id and position(:words in alias.name) > 0))
                        order by name <> :words, region, name
                        limit :limit
                        """)
                .param("words", words.strip())
                .params(scope.parameters())
                .param("limit", limit)
                .query(BodyRow.MAPPER)
                .list();
    }

    /** Those of exactly these names, wherever they are. */
    public List<Body> called(Collection<String> names) {
        return jdbc.sql("select id, region, name, kind from body.body where name = any (:names) order by region, id")
                .param("names", names.stream().distinct().toArray(String[]::new))
                .query(BodyRow.MAPPER)
                .list();
    }

    /** Those of the ids that there are, in the order asked, in one query. */
    public Map<BodyId, Body> all(Collection<BodyId> ids) {
        var found = new LinkedHashMap<BodyId, Body>();
        if (ids.isEmpty()) {
            return found;
        }
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

    /** A page of the bodies that fit: of a division, of a kind, with these characters in the name or in another name. */
    Listing list(Search search, int page, int size) {
        var rows = jdbc.sql("""
                        select id, region, name, kind, count(*) over () as total
                        from body.body
                        where (cast(:region as text) is null or region = :region)
                          and (cast(:kind as text) is null or kind = :kind)
                          and (:words = '' or position(:words in name) > 0
                               or exists (select from body.alias where alias.body = id and position(:words in alias.name) > 0))
                        order by region, name
                        limit :size offset :before
                        """)
                .param(
                        "region",
                        search.region() == null ? null : search.region().value())
                .param("kind", search.kind() == null ? null : search.kind().name())
                .param("words", search.words().strip())
                .param("size", size)
                .param("before", (long) (page - 1) * size)
                .query((row, number) -> new Counted(BodyRow.read(row), row.getLong("total")))
                .list();
        return new Listing(
                rows.stream().map(Counted::body).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    /** The other names of a body, the latest first. */
    List<String> aliases(BodyId id) {
        return jdbc.sql("select name from body.alias where body = :id order by since desc, name")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    record Search(@Nullable RegionCode region, @Nullable BodyKind kind, String words) {}

    record Listing(List<Body> bodies, long total) {}

    private record Counted(Body body, long total) {}
}
