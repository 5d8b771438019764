package org.kepu.indicator.figure;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** Reads figures: exact at the moment of reading, for any division, window and breakdown. */
@Service
public class Figures {

    private final Snapshots snapshots;
    private final Counts counts;
    private final Shares shares;
    private final Credits credits;
    private final Statements statements;
    private final Together together;
    private final Regions regions;
    private final Clock clock;

    Figures(
            Snapshots snapshots,
            Counts counts,
            Shares shares,
            Credits credits,
            Statements statements,
            Together together,
            Regions regions,
            Clock clock) {
        this.snapshots = snapshots;
        this.counts = counts;
        this.shares = shares;
        this.credits = credits;
        this.statements = statements;
        this.together = together;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param on the day whose tree is meant; null for today's
     */
    public record Question(
            Definition definition,
            RegionCode region,
            Window window,
            Breakdown by,
            @Nullable LocalDate on) {}

    /**
     * The figure.
     *
     * @throws NotFound if there is no such division, or it is not within reach
     */
    public Figure read(Scope scope, Question question) {
        demand(scope, question);
        return read(question);
    }

    /**
     * The figure with a part for each body that organised. Who organised together is credited each, while the whole counts once:
     * this is no breakdown, whose parts would add up. What nobody is credited with comes last, without key and name.
     *
     * @throws NotFound if there is no such division, or it is not within reach
     */
    public Figure readByOrganiser(Scope scope, Question question) {
        demand(scope, question);
        if (!(question.definition().method() instanceof Method.Sum sum)) {
            throw new IllegalArgumentException("only sums are credited to organisers");
        }
        return snapshots.read(question.on(), tree -> {
            var asked = new Asked(tree, question, List.of());
            var whole = find(asked);
            return figure(asked, new Finding(whole.value(), null, null, credits.parts(asked, sum), List.of(), null));
        });
    }

    /**
     * The figures of several questions in one moment and in few statements, each the same as {@link #read(Scope, Question)} says by itself.
     *
     * @param questions of today's tree, none of them broken down
     * @throws NotFound if one of the divisions is not there, or not within reach
     */
    public Map<Question, Figure> read(Scope scope, Collection<Question> questions) {
        scope.demands(Right.READ_FIGURES);
        var all = Set.copyOf(questions);
        if (all.stream().anyMatch(question -> question.by() != Breakdown.NONE || question.on() != null)) {
            throw new IllegalArgumentException("read together is what is not broken down, by the tree of today");
        }
        var asked = all.stream().map(Question::region).collect(toSet());
        if (!regions.reached(scope, asked).containsAll(asked)) {
            throw new NotFound();
        }
        return all.isEmpty()
                ? Map.of()
                : snapshots.read(
                        null,
                        tree -> together.find(tree, all).entrySet().stream()
                                .collect(toMap(
                                        Map.Entry::getKey,
                                        entry ->
                                                figure(new Asked(tree, entry.getKey(), List.of()), entry.getValue()))));
    }

    private void demand(Scope scope, Question question) {
        scope.demands(Right.READ_FIGURES);
        if (!regions.reaches(scope, question.region())) {
            throw new NotFound();
        }
    }

    /** The figure, without asking whether somebody may know it. */
    Figure read(Question question) {
        return snapshots.read(question.on(), tree -> {
            var asked = new Asked(
                    tree,
                    question,
                    question.by() == Breakdown.REGION ? regions.childrenOn(question.region(), tree.day()) : List.of());
            return figure(asked, find(asked));
        });
    }

    /** Whether the method can be broken down so. */
    public static boolean allows(Method method, Breakdown by) {
        return switch (by) {
            case NONE, REGION -> true;
            case MONTH, AUDIENCE, PLACE -> method instanceof Method.Sum;
        };
    }

    /** Whether bodies are credited with what the method counts. */
    public static boolean creditsOrganisers(Method method) {
        return method instanceof Method.Sum;
    }

    private Finding find(Asked asked) {
        var definition = asked.question().definition();
        return switch (definition.method()) {
            case Method.Counting counting -> counts.find(asked, counting);
            case Method.Each each -> shares.find(asked, each, shares.things(asked));
            case Method.Ratio ratio -> shares.find(asked, ratio, shares.things(asked));
            case Method.Coverage coverage -> shares.find(asked, coverage);
            case Method.Stated stated ->
                Finding.stated(statements
                        .last(definition.id(), asked.root(), asked.window())
                        .orElse(null));
        };
    }

    private Figure figure(Asked asked, Finding found) {
        return new Figure(
                asked.question().definition(),
                asked.root(),
                asked.window(),
                found.value(),
                found.part(),
                found.whole(),
                found.parts(),
                found.fallShort(),
                found.stated(),
                asked.tree().edition(),
                clock.instant());
    }
}
