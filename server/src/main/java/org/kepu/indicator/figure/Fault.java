package org.kepu.indicator.figure;

import java.util.ArrayList;
import java.util.List;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Kind;
import org.kepu.indicator.Terms;

/**
 * Why a definition cannot be computed.
 *
 * @param rule which rule it breaks
 * @param word the term it stumbles over
 */
public record Fault(Rule rule, String word) {

    /** The rules of a definition. */
    public enum Rule {
        UNKNOWN_KIND,
        UNKNOWN_AUDIENCE,
        UNKNOWN_PLACE,
        /** A kind does not count the amount. */
        AMOUNT_NOT_OF_KIND,
        /** The kind tells no persons, so different persons cannot be counted: 人次 make no 名. */
        NO_PERSONS,
        /** The kind is not about things, so nothing can be asked of each. */
        NO_THINGS,
        /** Both parts of a comparison are about different kinds of things. */
        DIFFERENT_THINGS,
        /** A share is in percent. */
        NOT_PERCENT,
        /** The unit is one of persons, but attendances are added up; or the other way round. */
        UNIT_MIXED,
        /** Where things are counted of, they are of one kind of facts; of several, each would count twice. */
        ONE_KIND_ONLY,
        /** Something must be asked for: at least 1. */
        NOTHING_ASKED;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "indicator.fault." + name();
        }
    }

    static List<Fault> of(Definition definition, Terms terms) {
        var faults = new ArrayList<Fault>();
        var percent = definition.unit().equals("%");
        switch (definition.method()) {
            case Method.Counting counting -> counting(definition, counting, terms, faults);
            case Method.Each each -> {
                of(each.among(), Amount.EVENTS, terms, faults);
                of(each.of(), each.amount(), terms, faults);
                things(each.among(), terms, faults);
                things(each.of(), terms, faults);
                same(each.among(), each.of(), terms, faults);
                one(each.among(), faults);
                require(percent, Rule.NOT_PERCENT, definition.unit(), faults);
                require(each.atLeast() > 0, Rule.NOTHING_ASKED, "", faults);
            }
            case Method.Ratio ratio -> {
                of(ratio.of(), ratio.amount(), terms, faults);
                of(ratio.base(), ratio.amount(), terms, faults);
                things(ratio.of(), terms, faults);
                things(ratio.base(), terms, faults);
                same(ratio.base(), ratio.of(), terms, faults);
                one(ratio.base(), faults);
                require(percent, Rule.NOT_PERCENT, definition.unit(), faults);
            }
            case Method.Coverage coverage -> {
                counting(null, coverage.each(), terms, faults);
                require(percent == coverage.share(), Rule.NOT_PERCENT, definition.unit(), faults);
                require(coverage.atLeast() > 0, Rule.NOTHING_ASKED, "", faults);
            }
            case Method.Stated stated ->
                require(
                        percent || stated.origin() != Method.Origin.SURVEY,
                        Rule.NOT_PERCENT,
                        definition.unit(),
                        faults);
        }
        return List.copyOf(faults);
    }

    private static void counting(
            @org.jspecify.annotations.Nullable Definition definition,
            Method.Counting counting,
            Terms terms,
            List<Fault> faults) {
        switch (counting) {
            case Method.Sum sum -> {
                of(sum.of(), sum.amount(), terms, faults);
                if (definition != null) {
                    require(
                            sum.amount() != Amount.ATTENDANCES || !isPersons(definition.unit()),
                            Rule.UNIT_MIXED,
                            definition.unit(),
                            faults);
                }
            }
            case Method.Persons persons -> {
                known(persons.of(), terms, faults);
                for (var code : persons.of().kinds()) {
                    require(terms.kind(code).map(Kind::persons).orElse(true), Rule.NO_PERSONS, code, faults);
                }
                if (definition != null) {
                    require(isPersons(definition.unit()), Rule.UNIT_MIXED, definition.unit(), faults);
                }
            }
            case Method.Stock stock -> {
                of(stock.of(), stock.amount(), terms, faults);
                things(stock.of(), terms, faults);
                require(stock.atLeast() > 0, Rule.NOTHING_ASKED, "", faults);
            }
        }
    }

    private static boolean isPersons(String unit) {
        return unit.equals("名") || unit.equals("人");
    }

    private static void of(Selection selection, Amount amount, Terms terms, List<Fault> faults) {
        known(selection, terms, faults);
        for (var code : selection.kinds()) {
            require(
                    terms.kind(code)
                            .map(kind -> kind.amounts().contains(amount))
                            .orElse(true),
                    Rule.AMOUNT_NOT_OF_KIND,
                    code + " " + amount,
                    faults);
        }
    }

    private static void known(Selection selection, Terms terms, List<Fault> faults) {
        selection.kinds().forEach(code -> require(terms.kind(code).isPresent(), Rule.UNKNOWN_KIND, code, faults));
        selection
                .audiences()
                .forEach(code -> require(terms.audience(code).isPresent(), Rule.UNKNOWN_AUDIENCE, code, faults));
        selection.places().forEach(code -> require(terms.place(code).isPresent(), Rule.UNKNOWN_PLACE, code, faults));
    }

    private static void things(Selection selection, Terms terms, List<Fault> faults) {
        for (var code : selection.kinds()) {
            require(terms.kind(code).map(kind -> kind.thing() != null).orElse(true), Rule.NO_THINGS, code, faults);
        }
    }

    private static void same(Selection one, Selection other, Terms terms, List<Fault> faults) {
        var things = java.util.stream.Stream.concat(one.kinds().stream(), other.kinds().stream())
                .flatMap(code -> terms.kind(code).stream())
                .flatMap(kind -> java.util.Optional.ofNullable(kind.thing()).stream())
                .distinct()
                .toList();
        require(things.size() <= 1, Rule.DIFFERENT_THINGS, String.join(" ", things), faults);
    }

    private static void one(Selection selection, List<Fault> faults) {
        require(selection.kinds().size() == 1, Rule.ONE_KIND_ONLY, String.join(" ", selection.kinds()), faults);
    }

    private static void require(boolean holds, Rule rule, String word, List<Fault> faults) {
        if (!holds) {
            faults.add(new Fault(rule, word));
        }
    }
}
