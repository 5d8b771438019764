package org.kepu.indicator.figure;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** Reads figures: exact at the moment of reading, for any division, window and breakdown. */
@Service
public class Figures {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Snapshots snapshots;
    private final Sums sums;
    private final Readings readings;
    private final Statements statements;
    private final Regions regions;
    private final Terms terms;
    private final Clock clock;

    Figures(
            Snapshots snapshots,
            Sums sums,
            Readings readings,
            Statements statements,
            Regions regions,
            Terms terms,
            Clock clock) {
        this.snapshots = snapshots;
        this.sums = sums;
        this.readings = readings;
        this.statements = statements;
        this.regions = regions;
        this.terms = terms;
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
        scope.demands(Right.READ_FIGURES);
        if (!regions.reaches(scope, question.region())) {
            throw new NotFound();
        }
        return read(question);
    }

    Figure read(Question question) {
        return snapshots.read(question.on(), tree -> new Reading(tree, question).figure());
    }

    /** Whether the method can be broken down so. */
    public static boolean allows(Method method, Breakdown by) {
        return switch (by) {
            case NONE, REGION -> true;
            case MONTH, AUDIENCE, PLACE -> method instanceof Method.Sum;
        };
    }

    /** One figure being read, in one moment. */
    private final class Reading {

        private final Tree tree;
        private final Question question;
        private final List<Region> children;

        Reading(Tree tree, Question question) {
            this.tree = tree;
            this.question = question;
            this.children =
                    question.by() == Breakdown.REGION ? regions.childrenOn(question.region(), tree.day()) : List.of();
        }

        Figure figure() {
            return switch (question.definition().method()) {
                case Method.Sum sum -> summed(sum);
                case Method.Counting counting -> counted(counting);
                case Method.Each each -> each(each);
                case Method.Ratio ratio -> ratio(ratio);
                case Method.Coverage coverage -> coverage(coverage);
                case Method.Stated stated -> stated(stated);
            };
        }

        private Figure summed(Method.Sum sum) {
            var added = sums.add(
                    tree,
                    new Sums.Question(
                            question.region(), asked(), question.window(), Chosen.of(sum.of(), terms), question.by()));
            var own = added.getOrDefault(question.region().value(), Map.of());
            long whole = own.values().stream()
                    .mapToLong(totals -> totals.of(sum.amount()))
                    .sum();
            var parts = switch (question.by()) {
                case NONE -> List.<Figure.Part>of();
                case REGION ->
                    byRegion(code -> added.getOrDefault(code, Map.of()).values().stream()
                            .mapToLong(totals -> totals.of(sum.amount()))
                            .sum());
                case MONTH -> parts(own, sum, Function.identity(), key -> key.substring(0, 7));
                case AUDIENCE -> byTerm(own, sum, terms.audiences());
                case PLACE -> byTerm(own, sum, terms.places());
            };
            return figure(BigDecimal.valueOf(whole), null, null, parts, List.of());
        }

        private Figure counted(Method.Counting counting) {
            var counts = count(counting, asked());
            return figure(
                    BigDecimal.valueOf(counts.getOrDefault(question.region().value(), 0L)),
                    null,
                    null,
                    byRegion(code -> counts.getOrDefault(code, 0L)),
                    List.of());
        }

        private Map<String, Long> count(Method.Counting counting, List<String> at) {
            return switch (counting) {
                case Method.Sum sum ->
                    sums
                            .add(
                                    tree,
                                    new Sums.Question(
                                            question.region(),
                                            at,
                                            question.window(),
                                            Chosen.of(sum.of(), terms),
                                            Breakdown.NONE))
                            .entrySet()
                            .stream()
                            .collect(toMap(
                                    Map.Entry::getKey,
                                    entry -> entry.getValue().values().stream()
                                            .mapToLong(totals -> totals.of(sum.amount()))
                                            .sum()));
                case Method.Persons persons ->
                    readings.persons(tree, question.region(), at, question.window(), persons.of());
                case Method.Stock stock -> readings.stock(tree, question.region(), at, question.window(), stock);
            };
        }

        private Figure each(Method.Each each) {
            var among =
                    readings.standings(tree, question.region(), question.window(), each.among(), Amount.EVENTS).stream()
                            .filter(thing -> thing.amount() > 0)
                            .toList();
            var has = each.latest()
                    ? latest(each.of(), each.amount(), false)
                    : readings.sums(question.window(), each.of(), each.amount());
            var needs = BigDecimal.valueOf(each.atLeast());
            var shortfalls = among.stream()
                    .filter(thing -> has.getOrDefault(thing.key(), 0L) < each.atLeast())
                    .map(thing -> new Figure.Short(
                            thing.code(), thing.name(), BigDecimal.valueOf(has.getOrDefault(thing.key(), 0L)), needs))
                    .toList();
            return share(
                    among.size() - shortfalls.size(),
                    among.size(),
                    byRegion(among, thing -> has.getOrDefault(thing.key(), 0L) >= each.atLeast()),
                    shortfalls);
        }

        private Figure ratio(Method.Ratio ratio) {
            var base = readings.standings(tree, question.region(), question.window(), ratio.base(), ratio.amount());
            var has = latest(ratio.of(), ratio.amount(), true);
            long part = base.stream()
                    .mapToLong(thing -> has.getOrDefault(thing.key(), 0L))
                    .sum();
            long whole = base.stream().mapToLong(Readings.Standing::amount).sum();
            var needs = ratio.atLeast();
            var shortfalls = needs == null
                    ? List.<Figure.Short>of()
                    : base.stream()
                            .filter(thing -> has.getOrDefault(thing.key(), 0L) * 100 < needs * thing.amount())
                            .map(thing -> new Figure.Short(
                                    thing.code(),
                                    thing.name(),
                                    percent(has.getOrDefault(thing.key(), 0L), thing.amount()),
                                    BigDecimal.valueOf(needs)))
                            .toList();
            var parts = new ArrayList<Figure.Part>();
            for (var child : children) {
                var inside = base.stream()
                        .filter(thing -> thing.path().contains(child.code().value()))
                        .toList();
                long of = inside.stream().mapToLong(Readings.Standing::amount).sum();
                parts.add(new Figure.Part(
                        child.code().value(),
                        child.name(),
                        of == 0
                                ? null
                                : percent(
                                        inside.stream()
                                                .mapToLong(thing -> has.getOrDefault(thing.key(), 0L))
                                                .sum(),
                                        of)));
            }
            return share(part, whole, parts, shortfalls);
        }

        private Figure coverage(Method.Coverage coverage) {
            var divisions = regions.within(question.region(), coverage.level(), tree.day());
            var counts = count(
                    coverage.each(),
                    divisions.stream().map(region -> region.code().value()).toList());
            var missing = divisions.stream()
                    .filter(region -> counts.getOrDefault(region.code().value(), 0L) < coverage.atLeast())
                    .toList();
            var shortfalls = missing.stream()
                    .map(region -> new Figure.Short(
                            region.code().value(),
                            region.name(),
                            BigDecimal.valueOf(counts.getOrDefault(region.code().value(), 0L)),
                            BigDecimal.valueOf(coverage.atLeast())))
                    .toList();
            int covered = divisions.size() - missing.size();
            var parts = covered(coverage, divisions, missing);
            if (coverage.share()) {
                return share(covered, divisions.size(), parts, shortfalls);
            }
            return figure(BigDecimal.valueOf(covered), (long) covered, (long) divisions.size(), parts, shortfalls);
        }

        /** Of each division below, how many of those in it are covered; itself, if it is of the level that is asked. */
        private List<Figure.Part> covered(Method.Coverage coverage, List<Region> divisions, List<Region> missing) {
            return children.stream()
                    .map(child -> {
                        var below = child.level().isAbove(coverage.level())
                                ? regions.within(child.code(), coverage.level(), tree.day()).stream()
                                        .map(Region::code)
                                        .toList()
                                : List.of(child.code());
                        long all = divisions.stream()
                                .filter(region -> below.contains(region.code()))
                                .count();
                        long none = missing.stream()
                                .filter(region -> below.contains(region.code()))
                                .count();
                        return new Figure.Part(
                                child.code().value(),
                                child.name(),
                                all == 0
                                        ? null
                                        : coverage.share() ? percent(all - none, all) : BigDecimal.valueOf(all - none));
                    })
                    .toList();
        }

        private Figure stated(Method.Stated stated) {
            var said = statements.last(question.definition().id(), question.region(), question.window());
            return new Figure(
                    question.definition(),
                    question.region(),
                    question.window(),
                    said.map(Statement::value).orElse(null),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    said.map(one -> new Figure.Stated(one.day(), one.source(), one.document()))
                            .orElse(null),
                    tree.edition(),
                    clock.instant());
        }

        private Map<String, Long> latest(Selection of, Amount amount, boolean inWindow) {
            return readings.latest(tree, question.region(), question.window(), of, amount, inWindow);
        }

        private List<String> asked() {
            var codes = new ArrayList<String>();
            codes.add(question.region().value());
            children.forEach(child -> codes.add(child.code().value()));
            return codes;
        }

        private List<Figure.Part> byRegion(Function<String, Long> value) {
            return children.stream()
                    .map(child -> new Figure.Part(
                            child.code().value(),
                            child.name(),
                            BigDecimal.valueOf(value.apply(child.code().value()))))
                    .toList();
        }

        private List<Figure.Part> byRegion(
                List<Readings.Standing> among, java.util.function.Predicate<Readings.Standing> enough) {
            return children.stream()
                    .map(child -> {
                        var inside = among.stream()
                                .filter(thing ->
                                        thing.path().contains(child.code().value()))
                                .toList();
                        return new Figure.Part(
                                child.code().value(),
                                child.name(),
                                inside.isEmpty()
                                        ? null
                                        : percent(inside.stream().filter(enough).count(), inside.size()));
                    })
                    .toList();
        }

        private List<Figure.Part> byTerm(Map<String, Totals> own, Method.Sum sum, List<Term> vocabulary) {
            return vocabulary.stream()
                    .filter(term -> own.containsKey(String.valueOf(term.id())))
                    .map(term -> new Figure.Part(
                            term.code(),
                            term.name(),
                            BigDecimal.valueOf(own.getOrDefault(String.valueOf(term.id()), Totals.NOTHING)
                                    .of(sum.amount()))))
                    .toList();
        }

        private static List<Figure.Part> parts(
                Map<String, Totals> own, Method.Sum sum, Function<String, String> key, Function<String, String> name) {
            return own.entrySet().stream()
                    .map(entry -> new Figure.Part(
                            key.apply(entry.getKey()),
                            name.apply(entry.getKey()),
                            BigDecimal.valueOf(entry.getValue().of(sum.amount()))))
                    .toList();
        }

        private Figure share(long part, long whole, List<Figure.Part> parts, List<Figure.Short> shortfalls) {
            return figure(whole == 0 ? null : percent(part, whole), part, whole, parts, shortfalls);
        }

        private Figure figure(
                @Nullable BigDecimal value,
                @Nullable Long part,
                @Nullable Long whole,
                List<Figure.Part> parts,
                List<Figure.Short> shortfalls) {
            return new Figure(
                    question.definition(),
                    question.region(),
                    question.window(),
                    value,
                    part,
                    whole,
                    parts,
                    shortfalls,
                    null,
                    tree.edition(),
                    clock.instant());
        }
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(PERCENT).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
