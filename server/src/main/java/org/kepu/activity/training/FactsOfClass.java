package org.kepu.activity.training;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.Session;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.PersonMark;
import org.kepu.indicator.PersonMarks;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Source;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the facts of a class: one for each group of trainees, of one category and from rural schools or not, with the
 * marks of its persons. The class itself, and its hours, count once, with the largest group. All count on the day on
 * which the last session began, so a class over New Year counts in one year.
 */
@Component
class FactsOfClass {

    /** The name of the source. */
    static final String SOURCE = "training";

    private final JdbcClient database;
    private final Facts facts;
    private final PersonMarks marks;
    private final TrainingTerms terms;

    FactsOfClass(JdbcClient database, Facts facts, PersonMarks marks, TrainingTerms terms) {
        this.database = database;
        this.facts = facts;
        this.marks = marks;
        this.terms = terms;
    }

    private record Told(String part, int version, boolean counts, String digest) {}

    private record Group(String category, @Nullable Boolean rural) {

        String part() {
            return category + (rural == null ? "" : rural ? "/rural" : "/urban");
        }
    }

    /** Whether what was told of the class is what it is now. */
    boolean isTold(Activity activity, List<Session> sessions, List<Trainees.InFull> came) {
        var counts = told(activity).values().stream().filter(Told::counts).collect(toMap(Told::part, Told::digest));
        var now = facts(activity, sessions, came).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, fact -> digest(fact.getValue())));
        return counts.equals(now);
    }

    private Map<String, Told> told(Activity activity) {
        return database
                .sql("select part, version, counts, digest from activity.class_fact where activity = :id")
                .param("id", activity.id().value())
                .query(Told.class)
                .list()
                .stream()
                .collect(toMap(Told::part, told -> told));
    }

    /**
     * From now on this counts, and nothing of what was told of the class before; says whether anything is new. The class
     * is locked.
     */
    boolean tell(Actor by, Activity activity, List<Session> sessions, List<Trainees.InFull> came) {
        var before = told(activity);
        var now = facts(activity, sessions, came);
        var fresh = new ArrayList<Fact>();
        var changed = new ArrayList<Told>();
        now.forEach((part, fact) -> {
            var last = before.get(part);
            var digest = digest(fact);
            if (last == null || !last.counts() || !last.digest().equals(digest)) {
                var told = new Told(part, last == null ? 1 : last.version() + 1, true, digest);
                fresh.add(as(fact, told.version()));
                changed.add(told);
            }
        });
        facts.record(by, fresh).forEach(FactsOfClass::check);
        for (var gone : before.values()) {
            if (gone.counts() && !now.containsKey(gone.part())) {
                var told = new Told(gone.part(), gone.version() + 1, false, gone.digest());
                check(facts.withdraw(by, new Source(SOURCE, activity.id() + "/" + gone.part(), told.version())));
                changed.add(told);
            }
        }
        changed.forEach(told -> keep(activity, told));
        return !changed.isEmpty();
    }

    private Map<String, Fact> facts(Activity activity, List<Session> sessions, List<Trainees.InFull> came) {
        var groups = came.stream()
                .collect(groupingBy(
                        one -> new Group(one.trainee().category(), one.trainee().rural())));
        var told = new TreeMap<String, Fact>();
        if (groups.isEmpty()) {
            return told;
        }
        var day = sessions.getLast().day();
        var largest = groups.entrySet().stream()
                .max(Comparator.<Map.Entry<Group, List<Trainees.InFull>>>comparingInt(
                                group -> group.getValue().size())
                        .thenComparing(group -> group.getKey().part(), Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
        groups.forEach((group, people) -> {
            var first = group.equals(largest);
            told.put(
                    group.part(),
                    Fact.of(
                                    new Source(SOURCE, activity.id() + "/" + group.part(), 1),
                                    TrainingClasses.FACT,
                                    day,
                                    activity.described().region(),
                                    activity.title())
                            .forAudience(terms.category(group.category())
                                    .map(TrainingTerms.Category::audience)
                                    .orElse(""))
                            .at(activity.described().place().kind())
                            .inRuralArea(group.rural())
                            .with(new Amounts(
                                    first ? 1 : 0, people.size(), first ? ClosingClasses.minutes(sessions) : 0, 0, 0))
                            .by(activity.described().organisers())
                            .serving(activity.described().measures())
                            .of(people.stream().map(this::mark).collect(toUnmodifiableSet())));
        });
        return told;
    }

    /** Whoever had their number erased stays one person of this class. */
    private PersonMark mark(Trainees.InFull one) {
        var phone = one.phone();
        return marks.of(phone == null ? one.trainee().id().toString() : phone.digits());
    }

    private static Fact as(Fact fact, int version) {
        var told = fact;
        while (told.source().version() < version) {
            told = told.corrected();
        }
        return told;
    }

    private static String digest(Fact fact) {
        var persons = fact.persons().stream().map(PersonMark::hex).sorted().collect(joining(","));
        try {
            var told = fact.of(java.util.Set.of()) + persons;
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private void keep(Activity activity, Told told) {
        database.sql("""
                        insert into activity.class_fact (activity, part, version, counts, digest)
                        values (:id, :part, :version, :counts, :digest)
                        on conflict on constraint class_fact_pk do update
                        set version = excluded.version, counts = excluded.counts, digest = excluded.digest
                        """)
                .param("id", activity.id().value())
                .param("part", told.part())
                .param("version", told.version())
                .param("counts", told.counts())
                .param("digest", told.digest())
                .update();
    }

    private static void check(Recorded answer) {
        if (answer instanceof Recorded.Refused(var reason)) {
            throw new IllegalStateException("a fact of a class is refused: " + reason);
        }
    }
}
