package org.kepu.indicator.figure;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** What is counted in each of the divisions, which lie in or below the one that is asked; none where there is nothing. */
    Map<String, Long> at(List<String> divisions, Asked asked, Method.Counting counting) {
        return switch (counting) {
            case Method.Sum sum ->
                added(asked, divisions, sum, Breakdown.NONE).entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> total(entry.getValue())));
            case Method.Persons persons ->
                readings.persons(asked.tree(), asked.root(), divisions, asked.window(), persons.of());
            case Method.Stock stock -> readings.stock(asked.tree(), asked.root(), divisions, asked.window(), stock);
        };
    }

    private Finding byRegion(Asked asked, Method.Counting counting) {
        var counts = at(asked.divisions(), asked, counting);
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
        var own = added(asked, List.of(root), sum, asked.question().by()).getOrDefault(root, Map.of());
        return Finding.number(total(own), parts.apply(own));
    }

    /** The sums by division, and within each by month or term, in order. */
    private Map<String, Map<String, Long>> added(Asked asked, List<String> divisions, Method.Sum sum, Breakdown by) {
        var question = new Sums.Question(asked.root(), divisions, asked.window(), Chosen.of(sum.of(), terms), by);
        return sums.add(asked.tree(), question).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> amounts(entry.getValue(), sum)));
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
