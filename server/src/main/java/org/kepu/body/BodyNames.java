package org.kepu.body;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kepu.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the names of bodies in a document mean. The program proposes; a person decides, once per document. */
@Service
public class BodyNames {

    private final JdbcClient jdbc;

    BodyNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A resolution for each name as written, in the order given; one query however many there are. */
    public Map<String, Resolution> resolve(RegionCode region, UUID document, Collection<String> written) {
        var decided = new LinkedHashMap<String, Body>();
        jdbc.sql("""
                        select written, id, region, name, kind
                        from body.meaning join body.body on body.id = meaning.body
                        where document = :document
                        """)
                .param("document", document)
                .query((row, number) -> decided.put(row.getString("written"), BodyRow.MAPPER.mapRow(row, number)))
                .list();
        var resolutions = new LinkedHashMap<String, Resolution>();
        for (var name : written) {
            var body = decided.get(name);
            resolutions.put(name, body == null ? proposal(region, name) : new Resolution.Decided(body));
        }
        return resolutions;
    }

    private Resolution proposal(RegionCode region, String name) {
        var same = jdbc.sql("select id, region, name, kind from body.body where region = :region and name = :name")
                .param("region", region.value())
                .param("name", name)
                .query(BodyRow.MAPPER)
                .list();
        return same.isEmpty() ? new Resolution.Unknown() : new Resolution.Proposed(List.copyOf(same), Set.of());
    }

    /** A person says that in this document the name means this body; saying it again with another body replaces the first word. */
    @Transactional
    public void remember(UUID document, String written, BodyId meaning) {
        jdbc.sql("""
                        insert into body.meaning (document, written, body) values (:document, :written, :body)
                        on conflict on constraint meaning_pk do update set body = excluded.body, decided_at = excluded.decided_at
                        """)
                .param("document", document)
                .param("written", written)
                .param("body", meaning.value())
                .update();
    }

    /** Takes the word back: the name is proposed again. */
    @Transactional
    public void forget(UUID document, String written) {
        jdbc.sql("delete from body.meaning where document = :document and written = :written")
                .param("document", document)
                .param("written", written)
                .update();
    }
}
