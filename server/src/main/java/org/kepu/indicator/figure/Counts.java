package org.kepu.indicator.figure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.springframework.stereotype.Component;

/** Figures that are a number by themselves: sums, different persons, stocks. */
@Component
class Counts {

    private final Sums sums;
    private final Readings readings;
    private final Terms terms;

    Counts(Sums sums, Readings readings, Terms terms) {
        this.sums = sums;
        this.readings = readings;
        this.terms = terms;
    }

    Finding find(Asked asked, Method.Counting counting) {
        return switch (asked.question().by()) {
            case NONE, REGION -> byRegion(asked, counting);
            case MONTH -> of(asked, counting, own -> parts(own, Function.identity(), key -> key.substring(0, 7)));
            case AUDIENCE -> of(asked, counting, own -> byTerm(own, terms.audiences()));
            case PLACE -> of(asked, counting, own -> byTerm(own, terms.places()));
        };
    }

    /** What is counted in each of the divisions; none where there is nothing. */
    Map<String, Long> at(Tree tree, Extent extent, Method.Counting counting) {
        return at(tree, extent, List.of(counting)).getOrDefault(counting, Map.of());
    }

    /** What several count, each of them once there: all sums, all persons and all stocks of one amount in one statement. */
    Map<Method.Counting, Map<String, Long>> at(Tree tree, Extent extent, Collection<Method.Counting> countings) {
        var found = new HashMap<Method.Counting, Map<String, Long>>();
        countings.stream().distinct().collect(groupingBy(Counts::read)).values().forEach(alike -> {
            var counted = alike(tree, extent, alike);
            for (int i = 0; i < alike.size(); i++) {
                found.put(alike.get(i), counted.get(i));
            }
        });
        return found;
    }

    /** What those have in common that are read in one statement. */
    private static Object read(Method.Counting counting) {
        return counting instanceof Method.Stock stock ? stock.amount() : counting.getClass();
    }

    private List<Map<String, Long>> alike(Tree tree, Extent extent, List<Method.Counting> alike) {
        return switch (alike.getFirst()) {
            case Method.Sum sum -> totals(tree, extent, only(Method.Sum.class, alike));
            case Method.Persons persons ->
                readings.persons(
                        tree, extent, alike.stream().map(Method.Counting::of).toList());
            case Method.Stock stock -> readings.stocks(tree, extent, only(Method.Stock.class, alike));
        };
    }

    private static <T extends Method.Counting> List<T> only(Class<T> type, List<Method.Counting> alike) {
        return alike.stream().map(type::cast).toList();
    }

    private List<Map<String, Long>> totals(Tree tree, Extent extent, List<Method.Sum> sums) {
        var added = add(tree, extent, sums, Breakdown.NONE);
        return IntStream.range(0, sums.size())
                .mapToObj(i -> added.get(i).entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> total(amounts(entry.getValue(), sums.get(i))))))
                .toList();
    }

    private Finding byRegion(Asked asked, Method.Counting counting) {
        var counts = at(asked.tree(), Extent.of(asked, asked.divisions()), counting);
        return Finding.number(
                counts.getOrDefault(asked.root().value(), 0L),
                asked.byRegion(division ->
                        BigDecimal.valueOf(counts.getOrDefault(division.code().value(), 0L))));
    }

    /** A sum that is broken down by something that each fact says. */
    private Finding of(Asked asked, Method.Counting counting, Function<Map<String, Long>, List<Figure.Part>> parts) {
        if (!(counting instanceof Method.Sum sum)) {
            throw new IllegalArgumentException("only sums are broken down so");
        }
        var root = asked.root().value();
        var added = add(
                        asked.tree(),
                        Extent.of(asked, List.of(root)),
                        List.of(sum),
                        asked.question().by())
                .getFirst();
        var own = amounts(added.getOrDefault(root, Map.of()), sum);
        return Finding.number(total(own), parts.apply(own));
    }

    /** For each sum what is added up by division, and within each by month or term, in order. */
    private List<Map<String, Map<String, Totals>>> add(Tree tree, Extent extent, List<Method.Sum> of, Breakdown by) {
        return sums.add(
                tree,
                new Sums.Question(
                        extent,
                        of.stream().map(sum -> Chosen.of(sum.of(), terms)).toList(),
                        by));
    }

    private static Map<String, Long> amounts(Map<String, Totals> added, Method.Sum sum) {
        var amounts = new java.util.TreeMap<String, Long>();
        added.forEach((key, totals) -> amounts.put(key, totals.of(sum.amount())));
        return amounts;
    }

    private static long total(Map<String, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Figure.Part> byTerm(Map<String, Long> own, List<Term> vocabulary) {
        return vocabulary.stream()
                .filter(term -> own.containsKey(String.valueOf(term.id())))
                .map(term -> new Figure.Part(
                        term.code(), term.name(), BigDecimal.valueOf(own.getOrDefault(String.valueOf(term.id()), 0L))))
                .toList();
    }

    private static List<Figure.Part> parts(
            Map<String, Long> own, Function<String, String> key, Function<String, String> name) {
        return own.entrySet().stream()
                .map(entry -> new Figure.Part(
                        key.apply(entry.getKey()), name.apply(entry.getKey()), BigDecimal.valueOf(entry.getValue())))
                .toList();
    }
}
