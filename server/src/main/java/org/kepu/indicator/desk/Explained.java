package org.kepu.indicator.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Kind;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Selection;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How an indicator is counted, in one sentence made from its definition, so that the two cannot differ. */
@Component
public class Explained {

    private final Terms terms;
    private final MessageSource words;

    Explained(Terms terms, MessageSource words) {
        this.terms = terms;
        this.words = words;
    }

    /** The sentence in a reader's language. The names of kinds, audiences and places stay as they are. */
    public String of(Definition definition, Locale locale) {
        return new Sentence(definition.span(), locale).of(definition.method());
    }

    /** One sentence being made. */
    private final class Sentence {

        private final Span span;
        private final Locale locale;

        Sentence(Span span, Locale locale) {
            this.span = span;
            this.locale = locale;
        }

        String of(Method method) {
            return switch (method) {
                case Method.Sum sum -> tell("sum", within(), facts(sum.of()), amount(sum.of(), sum.amount()));
                case Method.Persons persons -> tell("persons", within(), facts(persons.of()));
                case Method.Stock stock -> tell("stock", end(), standing(stock), thing(stock.of()));
                case Method.Each each ->
                    each.latest()
                            ? tell(
                                    "each.latest",
                                    end(),
                                    facts(each.among()),
                                    thing(each.among()),
                                    facts(each.of()),
                                    amount(each.of(), each.amount()),
                                    number(each.atLeast()))
                            : tell(
                                    "each",
                                    end(),
                                    facts(each.among()),
                                    thing(each.among()),
                                    within(),
                                    facts(each.of()),
                                    amount(each.of(), each.amount()),
                                    number(each.atLeast()));
                case Method.Ratio ratio -> ratio(ratio);
                case Method.Coverage coverage ->
                    tell(
                            coverage.share() ? "coverage.share" : "coverage",
                            message(coverage.level().messageKey()),
                            counted(coverage.each()),
                            number(coverage.atLeast()));
                case Method.Stated stated -> tell("stated." + stated.origin());
            };
        }

        private String ratio(Method.Ratio ratio) {
            var of = facts(ratio.of());
            var base = facts(ratio.base());
            var amount = amount(ratio.of(), ratio.amount());
            var needs = ratio.atLeast();
            return needs == null
                    ? tell("ratio", within(), of, base, amount)
                    : tell("ratio.at-least", within(), of, base, amount, thing(ratio.base()), number(needs));
        }

        /** What a method counts within another sentence. */
        private String counted(Method.Counting counting) {
            return switch (counting) {
                case Method.Sum sum -> tell("inner.sum", within(), facts(sum.of()), amount(sum.of(), sum.amount()));
                case Method.Persons persons -> tell("inner.persons", within(), facts(persons.of()));
                case Method.Stock stock -> tell("inner.stock", end(), standing(stock), thing(stock.of()));
            };
        }

        /** What a thing must stand at; that it stands at all goes without saying. */
        private String standing(Method.Stock stock) {
            return stock.amount() == Amount.EVENTS && stock.atLeast() == 1
                    ? facts(stock.of())
                    : tell("standing", facts(stock.of()), amount(stock.of(), stock.amount()), number(stock.atLeast()));
        }

        /** “培训”（对象：教师、科技教师；限农村牧区）. */
        private String facts(Selection of) {
            var limits = new ArrayList<String>();
            if (!of.audiences().isEmpty()) {
                limits.add(tell("audiences", names(of.audiences(), terms::audience)));
            }
            if (!of.places().isEmpty()) {
                limits.add(tell("places", names(of.places(), terms::place)));
            }
            if (of.rural() != null) {
                limits.add(tell(of.rural() ? "rural" : "urban"));
            }
            var kinds = kinds(of)
                    .map(kind -> tell("quoted", kind.name()))
                    .collect(Collectors.joining(message("indicator.and")));
            return limits.isEmpty()
                    ? kinds
                    : tell("limited", kinds, String.join(message("indicator.semicolon"), limits));
        }

        private Stream<Kind> kinds(Selection of) {
            return of.kinds().stream().flatMap(code -> terms.kind(code).stream());
        }

        private String names(List<String> codes, Function<String, Optional<Term>> vocabulary) {
            return codes.stream()
                    .map(code -> vocabulary.apply(code).map(Term::name).orElse(code))
                    .collect(Collectors.joining(message("indicator.and")));
        }

        private String amount(Selection of, Amount amount) {
            return amount == Amount.QUANTITY
                    ? kinds(of)
                            .flatMap(kind -> Stream.ofNullable(kind.quantity()))
                            .distinct()
                            .collect(Collectors.joining(message("indicator.and")))
                    : message(amount.messageKey());
        }

        private String thing(Selection of) {
            return kinds(of)
                    .flatMap(kind -> Stream.ofNullable(kind.thing()))
                    .distinct()
                    .map(thing -> words.getMessage("indicator.thing." + thing, null, thing, locale))
                    .collect(Collectors.joining(message("indicator.and")));
        }

        private String within() {
            return tell("within." + span);
        }

        private String end() {
            return tell("end." + span);
        }

        private String number(long value) {
            return Written.number(value);
        }

        private String tell(String part, Object... arguments) {
            return words.getMessage("indicator.explained." + part, arguments, locale);
        }

        private String message(String key) {
            return words.getMessage(key, null, locale);
        }
    }
}
