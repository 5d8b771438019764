package org.kepu.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the names of bodies in a document mean. The program proposes; a person decides, once per document. Proposals come from the
 * document's division and those above it (自治区科协 in a district's plan), never from below or beside.
 */
@Service
public class BodyNames {

    private static final int MOST_PROPOSED = 8;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final FunctionWords words;
    private final BodyRegister register;

    BodyNames(JdbcClient jdbc, Regions regions, FunctionWords words, BodyRegister register) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.words = words;
        this.register = register;
    }

    /** A resolution for each name as written, in the order given; the same few queries however many there are. */
    @Transactional(readOnly = true)
    public Map<String, Resolution> resolve(RegionCode region, UUID document, Collection<String> written) {
        var path = regions.pathTo(region);
        var decided = decided(document);
        var known = known(path);
        var resolutions = new LinkedHashMap<String, Resolution>();
        for (var name : written) {
            var body = decided.get(name);
            resolutions.put(name, body == null ? proposal(name, path, known) : new Resolution.Decided(body));
        }
        return resolutions;
    }

    private Resolution proposal(String written, List<Region> path, Map<RegionCode, List<KnownBody>> known) {
        var name = written.strip();
        var group = GroupWords.read(name);
        if (group.isPresent()) {
            return new Resolution.Group(group.get());
        }
        if (path.isEmpty() || name.isEmpty()) {
            return new Resolution.Unknown();
        }
        var read = NameInRegion.read(name, path);
        var functions = words.of(read.bare());
        record Candidate(Body body, Fit fit) {}
        var candidates = known.getOrDefault(read.region().code(), List.of()).stream()
                .flatMap(body ->
                        Fit.of(name, read.bare(), functions, body).map(fit -> new Candidate(body.body(), fit)).stream())
                .sorted(Comparator.comparing(Candidate::fit)
                        .thenComparing(candidate -> candidate.body().name()))
                .limit(MOST_PROPOSED)
                .toList();
        if (candidates.isEmpty()) {
            return new Resolution.Unknown();
        }
        return new Resolution.Proposed(
                candidates.stream().map(Candidate::body).toList(),
                candidates.stream()
                        .filter(candidate -> candidate.fit() == Fit.MERGED)
                        .map(candidate -> candidate.body().id())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Map<String, Body> decided(UUID document) {
        var decided = new HashMap<String, Body>();
        jdbc.sql("""
                        select written, id, region, name, kind
                        from body.meaning join body.body on body.id = meaning.body
                        where document = :document
                        """).param("document", document).query(row -> {
            decided.put(row.getString("written"), BodyRow.read(row));
        });
        return decided;
    }

    private Map<RegionCode, List<KnownBody>> known(List<Region> path) {
        var known = new HashMap<RegionCode, List<KnownBody>>();
        jdbc.sql("""
                        select id, region, name, kind,
                               array(select alias.name from body.alias where alias.body = body.id order by since) as aliases
                        from body.body
                        where region = any (:path)
                        """)
                .param("path", path.stream().map(above -> above.code().value()).toArray(String[]::new))
                .query(row -> {
                    var body = BodyRow.read(row);
                    var aliases =
                            Arrays.asList((String[]) row.getArray("aliases").getArray());
                    known.computeIfAbsent(body.region(), code -> new ArrayList<>())
                            .add(known(body, aliases, path));
                });
        return known;
    }

    private KnownBody known(Body body, List<String> aliases, List<Region> path) {
        var own = path.stream()
                .takeWhile(region -> !region.code().equals(body.region()))
                .count();
        var ownPath = path.subList(0, (int) own + 1);
        var bares = Stream.concat(Stream.of(body.name()), aliases.stream())
                .map(name -> NameInRegion.read(name, ownPath).bare())
                .toList();
        var functions =
                bares.stream().map(words::of).filter(set -> !set.isEmpty()).findFirst();
        return new KnownBody(body, aliases, bares, functions.orElse(Set.of()));
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

    /**
     * Enters a name of a document under review as a body of the document's division, and says that this is meant.
     *
     * @throws NotFound if the division is not within reach
     */
    @Transactional
    public Body enter(Scope scope, RegionCode region, UUID document, String written) {
        scope.demands(Right.REVIEW_PLANS);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        var body = register.enter(scope.actor(), region, written, BodyKind.guess(written));
        remember(document, written, body.id());
        return body;
    }

    /** Forgets what was said of a document that is no more. */
    @Transactional
    public void forget(UUID document) {
        jdbc.sql("delete from body.meaning where document = :document")
                .param("document", document)
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
