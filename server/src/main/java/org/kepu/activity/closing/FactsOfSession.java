package org.kepu.activity.closing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kepu.activity.Activity;
import org.kepu.activity.Session;
import org.kepu.activity.Vocabulary;
import org.kepu.activity.booking.PresentPersons;
import org.kepu.activity.school.School;
import org.kepu.activity.school.Schools;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.PersonMark;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Source;
import org.kepu.indicator.Terms;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the facts of a session: one for each audience, so that each can be counted by itself. The session itself, and the
 * time it took, count once, with the audience from which most came; so do the persons who were checked in, where a kind counts
 * persons.
 */
@Component
class FactsOfSession {

    /** The name of the source. */
    static final String SOURCE = "activity";

    private final JdbcClient database;
    private final Facts facts;
    private final Terms terms;
    private final Vocabulary vocabulary;
    private final PresentPersons persons;
    private final Schools schools;

    FactsOfSession(
            JdbcClient database,
            Facts facts,
            Terms terms,
            Vocabulary vocabulary,
            PresentPersons persons,
            Schools schools) {
        this.database = database;
        this.facts = facts;
        this.terms = terms;
        this.vocabulary = vocabulary;
        this.persons = persons;
        this.schools = schools;
    }

    private record Told(String audience, int version, boolean counts) {}

    /** Whether how many came is a figure of this kind of activity. */
    boolean countsPeople(Activity activity) {
        return amounts(activity).contains(Amount.ATTENDANCES);
    }

    /** Whether this kind of activity is counted by school. */
    boolean isAboutSchools(Activity activity) {
        return School.THING.equals(terms.kind(fact(activity)).orElseThrow().thing());
    }

    boolean isAudience(String code) {
        return terms.audience(code).isPresent();
    }

    /** From now on this counts, and nothing of what was told of the session before. The session is locked. */
    void tell(Actor by, Activity activity, Session session, Closing closing) {
        var before = database
                .sql("select audience, version, counts from activity.told_fact where session = :session")
                .param("session", session.id().value())
                .query(Told.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Told::audience, told -> told));
        var now = facts(activity, session, closing, before);
        check(facts.record(by, List.copyOf(now.values())));
        now.forEach((audience, fact) ->
                keep(session, new Told(audience, fact.source().version(), true)));
        for (var gone : before.values()) {
            if (gone.counts() && !now.containsKey(gone.audience())) {
                var next = new Source(SOURCE, row(session, gone.audience()), gone.version() + 1);
                check(List.of(facts.withdraw(by, next)));
                keep(session, new Told(gone.audience(), next.version(), false));
            }
        }
    }

    private Map<String, Fact> facts(Activity activity, Session session, Closing closing, Map<String, Told> before) {
        if (!closing.held()) {
            return Map.of();
        }
        var amounts = amounts(activity);
        var came = closing.attendances().isEmpty()
                ? Map.of(activity.described().audiences().getFirst(), 0)
                : closing.attendances();
        var most = came.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        var present =
                terms.kind(fact(activity)).orElseThrow().persons() ? persons.of(session.id()) : Set.<PersonMark>of();
        var school = schools.known(closing.school());
        var told = new HashMap<String, Fact>();
        came.forEach((audience, count) -> {
            var first = audience.equals(most);
            var last = before.get(audience);
            var source = new Source(SOURCE, row(session, audience), last == null ? 1 : last.version() + 1);
            told.put(
                    audience,
                    Fact.of(
                                    source,
                                    fact(activity),
                                    session.day(),
                                    activity.described().region(),
                                    activity.title())
                            .forAudience(audience)
                            .at(activity.described().place().kind())
                            .with(new Amounts(
                                    first && amounts.contains(Amount.EVENTS) ? 1 : 0,
                                    amounts.contains(Amount.ATTENDANCES) ? count : 0,
                                    first && amounts.contains(Amount.MINUTES) ? session.minutes() : 0,
                                    0,
                                    0))
                            .by(activity.described().organisers())
                            .serving(activity.described().measures())
                            .about(school.map(School::thing).orElse(null))
                            .inRuralArea(school.map(School::rural).orElse(null))
                            .of(first ? present : Set.of()));
        });
        return told;
    }

    private String fact(Activity activity) {
        return vocabulary.kind(activity.described().kind()).orElseThrow().fact();
    }

    private Set<Amount> amounts(Activity activity) {
        return terms.kind(fact(activity)).orElseThrow().amounts();
    }

    private static String row(Session session, String audience) {
        return session.id() + "/" + audience;
    }

    private void keep(Session session, Told told) {
        database.sql("""
                        insert into activity.told_fact (session, audience, version, counts)
                        values (:session, :audience, :version, :counts)
                        on conflict on constraint told_fact_pk do update
                        set version = excluded.version, counts = excluded.counts
                        """)
                .param("session", session.id().value())
                .param("audience", told.audience())
                .param("version", told.version())
                .param("counts", told.counts())
                .update();
    }

    private static void check(List<Recorded> answers) {
        for (var answer : answers) {
            if (answer instanceof Recorded.Refused(var reason)) {
                throw new IllegalStateException("a fact of a session is refused: " + reason);
            }
        }
    }
}
