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
import org.kepu.indicator.figure.Readings.Standing;
import org.kepu.indicator.figure.Readings.Wanted;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

/**
 * Finds many figures of one moment, none of them broken down. What is counted over the same days in divisions of the same level is read in
 * one statement for each way of counting; so is what is asked of things over the same days in one division, and all that others state.
 */
@Component
class Together {

    private final Counts counts;
    private final Readings readings;
    private final Shares shares;
    private final Statements statements;
    private final Regions regions;

    Together(Counts counts, Readings readings, Shares shares, Statements statements, Regions regions) {
        this.counts = counts;
        this.readings = readings;
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
        var things = new HashMap<Place, Map<Wanted, List<Standing>>>();
        questions.stream()
                .filter(question -> Shares.wanted(method(question)).findAny().isPresent())
                .collect(groupingBy(Place::of))
                .forEach((place, all) -> things.put(
                        place,
                        readings.things(
                                tree,
                                place.region(),
                                place.window(),
                                all.stream()
                                        .flatMap(question -> Shares.wanted(method(question)))
                                        .toList())));
        var stated = statements.last(questions.stream()
                .filter(question -> method(question) instanceof Method.Stated)
                .toList());
        return questions.stream()
                .collect(toMap(
                        Function.identity(),
                        question -> find(
                                new Asked(tree, question, List.of()),
                                counted.get(question),
                                things.getOrDefault(Place.of(question), Map.of()),
                                stated)));
    }

    private Finding find(
            Asked asked,
            @Nullable Counted counted,
            Map<Wanted, List<Standing>> things,
            Map<Question, Statement> stated) {
        return switch (method(asked.question())) {
            case Method.Counting counting ->
                Finding.number(
                        Objects.requireNonNull(counted)
                                .has()
                                .getOrDefault(asked.root().value(), 0L),
                        List.of());
            case Method.Coverage coverage ->
                shares.find(asked, coverage, Objects.requireNonNull(counted).divisions(), counted.has());
            case Method.Each each -> shares.find(asked, each, things);
            case Method.Ratio ratio -> shares.find(asked, ratio, things);
            case Method.Stated by -> Finding.stated(stated.get(asked.question()));
        };
    }

    private static Method method(Question question) {
        return question.definition().method();
    }

    /** Where and when things are asked. */
    private record Place(RegionCode region, Window window) {

        static Place of(Question question) {
            return new Place(question.region(), question.window());
        }
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
                    method(question) instanceof Method.Coverage coverage ? coverage.level() : null);
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
        return switch (method(question)) {
            case Method.Counting counting -> counting;
            case Method.Coverage coverage -> coverage.each();
            case Method.Each each -> null;
            case Method.Ratio ratio -> null;
            case Method.Stated stated -> null;
        };
    }
}
