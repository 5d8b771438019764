package org.kepu.indicator.figure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Figures.Question;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

/**
 * Finds many figures of one moment, none of them broken down. What is counted over the same days in divisions of the same level is read in
 * one statement, and so is what others state. Only what is asked of each thing is read by itself.
 */
@Component
class Together {

    private final Counts counts;
    private final Shares shares;
    private final Statements statements;
    private final Regions regions;

    Together(Counts counts, Shares shares, Statements statements, Regions regions) {
        this.counts = counts;
        this.shares = shares;
        this.statements = statements;
        this.regions = regions;
    }

    /** What is found for each question. */
    Map<Question, Finding> find(Tree tree, Collection<Question> questions) {
        var counted = new HashMap<Question, Counted>();
        questions.stream()
                .filter(question -> counting(question) != null)
                .collect(groupingBy(Alike::of))
                .forEach((alike, all) -> counted.putAll(count(tree, alike, all)));
        var stated = statements.last(questions.stream()
                .filter(question -> question.definition().method() instanceof Method.Stated)
                .toList());
        return questions.stream()
                .collect(toMap(
                        Function.identity(),
                        question -> find(new Asked(tree, question, List.of()), counted.get(question), stated)));
    }

    private Finding find(Asked asked, @Nullable Counted counted, Map<Question, Statement> stated) {
        return switch (asked.question().definition().method()) {
            case Method.Counting counting ->
                Finding.number(
                        Objects.requireNonNull(counted)
                                .has()
                                .getOrDefault(asked.root().value(), 0L),
                        List.of());
            case Method.Coverage coverage ->
                shares.find(asked, coverage, Objects.requireNonNull(counted).divisions(), counted.has());
            case Method.Each each -> shares.find(asked, each);
            case Method.Ratio ratio -> shares.find(asked, ratio);
            case Method.Stated by -> Finding.stated(stated.get(asked.question()));
        };
    }

    /**
     * What is counted in one statement.
     *
     * @param level that of the divisions that are asked
     * @param below that of the divisions in them that are counted; null where they are counted themselves
     */
    private record Alike(
            Window window, RegionLevel level, @Nullable RegionLevel below) {

        static Alike of(Question question) {
            return new Alike(
                    question.window(),
                    question.region().level(),
                    question.definition().method() instanceof Method.Coverage coverage ? coverage.level() : null);
        }
    }

    /**
     * What is counted for a question.
     *
     * @param divisions those in the one that is asked, of the level below
     * @param has what is counted in each, and in others
     */
    private record Counted(List<Region> divisions, Map<String, Long> has) {}

    private Map<Question, Counted> count(Tree tree, Alike alike, List<Question> questions) {
        var below = alike.below();
        var roots = questions.stream().map(Question::region).distinct().toList();
        var divisions = roots.stream()
                .collect(toMap(
                        Function.identity(),
                        root -> below == null ? List.<Region>of() : regions.within(root, below, tree.day())));
        var at = below == null
                ? roots.stream().map(RegionCode::value).toList()
                : divisions.values().stream()
                        .flatMap(List::stream)
                        .map(region -> region.code().value())
                        .toList();
        var countings = questions.stream()
                .map(question -> Objects.requireNonNull(counting(question)))
                .toList();
        var has = counts.at(tree, new Extent(roots, at, alike.window()), countings);
        return questions.stream()
                .collect(toMap(
                        Function.identity(),
                        question -> new Counted(
                                divisions.getOrDefault(question.region(), List.of()),
                                has.getOrDefault(counting(question), Map.of()))));
    }

    private static Method.@Nullable Counting counting(Question question) {
        return switch (question.definition().method()) {
            case Method.Counting counting -> counting;
            case Method.Coverage coverage -> coverage.each();
            case Method.Each each -> null;
            case Method.Ratio ratio -> null;
            case Method.Stated stated -> null;
        };
    }
}
