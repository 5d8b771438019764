package org.kepu.indicator.figure;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.indicator.Terms;
import org.kepu.region.Regions;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The indicators, each as it is defined on a day. What a definition said before stays, for the windows in which it held. */
@Service
@PublicKnowledge("how something is counted is no secret")
public class Definitions {

    private final JdbcClient database;
    private final DefinitionJson json;
    private final Terms terms;
    private final Regions regions;
    private final Clock clock;
    private final Trail trail;

    Definitions(JdbcClient database, DefinitionJson json, Terms terms, Regions regions, Clock clock, Trail trail) {
        this.database = database;
        this.json = json;
        this.terms = terms;
        this.regions = regions;
        this.clock = clock;
        this.trail = trail;
    }

    /** What became of a definition that was written down. */
    public sealed interface Kept {
        record Done(Definition definition) implements Kept {}

        /** It cannot be computed. */
        record Refused(List<Fault> faults) implements Kept {}
    }

    /** All that hold on a day, by name. */
    public List<Definition> on(LocalDate day) {
        return database.sql("""
                        select body from indicator.definition where valid @> :day order by body ->> 'name', indicator
                        """).param("day", day).query(String.class).list().stream()
                .map(json::read)
                .toList();
    }

    /** The one that holds on a day; for a day before the first, the first. */
    public Optional<Definition> find(String indicator, LocalDate day) {
        return database.sql("""
                        select body from indicator.definition
                        where indicator = :indicator
                        order by valid @> :day desc, abs(lower(valid) - :day)
                        limit 1
                        """)
                .param("indicator", indicator)
                .param("day", day)
                .query(String.class)
                .optional()
                .map(json::read);
    }

    /** Those that hold on a day, by indicator, each as {@link #find} finds it; what is not defined is not there. */
    public Map<String, Definition> find(Collection<String> indicators, LocalDate day) {
        return database
                .sql("""
                        select distinct on (indicator) body from indicator.definition
                        where indicator = any(:indicators)
                        order by indicator, valid @> :day desc, abs(lower(valid) - :day)
                        """)
                .param("indicators", indicators.toArray(String[]::new))
                .param("day", day)
                .query(String.class)
                .list()
                .stream()
                .map(json::read)
                .collect(toMap(Definition::id, Function.identity()));
    }

    /** A definition with the days for which it holds. */
    public record Version(
            Definition definition,
            LocalDate since,
            @org.jspecify.annotations.Nullable LocalDate until) {}

    /** How an indicator was and is defined, the newest first. */
    public List<Version> versions(String indicator) {
        return database.sql("""
                        select body, lower(valid) as since, upper(valid) as until
                        from indicator.definition where indicator = :indicator order by valid desc
                        """)
                .param("indicator", indicator)
                .query((row, number) -> new Version(
                        json.read(row.getString("body")),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    /** As JSON, word for word as {@code indicator/definition.schema.json} describes it. */
    public String json(Definition definition) {
        return json.write(definition);
    }

    /** Why a definition cannot be computed; empty if it can. */
    public List<Fault> faults(Definition definition) {
        return Fault.of(definition, terms);
    }

    /**
     * Defines an indicator from a day on, as a new one or in place of what held until then.
     *
     * @param since the first day; whatever was defined for later days gives way
     * @throws AccessDeniedException to offices below the topmost: a definition holds in all divisions
     */
    @Transactional
    public Kept keep(Scope scope, Definition definition, LocalDate since) {
        scope.demands(Right.KEEP_INDICATORS);
        if (!regions.withinLevel(RegionLevel.AUTONOMOUS_REGION).stream()
                .allMatch(top -> regions.reaches(scope, top.code()))) {
            throw new AccessDeniedException("a definition holds in all divisions, so the topmost office keeps it");
        }
        var faults = faults(definition);
        if (!faults.isEmpty()) {
            return new Kept.Refused(faults);
        }
        alone(definition.id());
        var before = find(definition.id(), since);
        write(definition, since, false, scope.actor().account());
        trail.record(
                scope.actor(),
                Act.of("indicator.act.defined", "indicator", definition.id(), definition.name())
                        .changed("indicator.definition", before.map(json::write).orElse(null), json.write(definition))
                        .changed("indicator.since", null, since));
        return new Kept.Done(definition);
    }

    /** What comes with the program holds from the beginning, unless somebody defined it otherwise. */
    void ship(Definition definition, LocalDate since) {
        var faults = faults(definition);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(definition.id() + " cannot be computed: " + faults);
        }
        alone(definition.id());
        boolean stands = database.sql("""
                        select exists (select from indicator.definition
                                       where indicator = :id and (not shipped or body = :body::jsonb))
                        """)
                .param("id", definition.id())
                .param("body", json.write(definition))
                .query(Boolean.class)
                .single();
        if (!stands) {
            write(definition, since, true, new java.util.UUID(0, 0));
        }
    }

    /** Of two who define an indicator at once the second waits for the first. */
    private void alone(String indicator) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('indicator.definition ' || :id, 0))")
                .param("id", indicator)
                .query(row -> {});
    }

    private void write(Definition definition, LocalDate since, boolean shipped, java.util.UUID by) {
        database.sql("delete from indicator.definition where indicator = :id and lower(valid) >= :since")
                .param("id", definition.id())
                .param("since", since)
                .update();
        database.sql("""
                        update indicator.definition set valid = daterange(lower(valid), :since)
                        where indicator = :id and valid @> :since
                        """).param("id", definition.id()).param("since", since).update();
        database.sql("""
                        insert into indicator.definition (indicator, valid, body, shipped, changed_at, changed_by)
                        values (:id, daterange(:since, null), :body::jsonb, :shipped, :now, :by)
                        """)
                .param("id", definition.id())
                .param("since", since)
                .param("body", json.write(definition))
                .param("shipped", shipped)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
