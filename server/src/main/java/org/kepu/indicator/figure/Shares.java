package org.kepu.indicator.figure;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.kepu.indicator.Amount;
import org.kepu.indicator.figure.Readings.Asking;
import org.kepu.indicator.figure.Readings.Standing;
import org.kepu.indicator.figure.Readings.Wanted;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.springframework.stereotype.Component;

/** Figures that say how many of all have enough, and which fall short. */
@Component
class Shares {

    private final Readings readings;
    private final Counts counts;
    private final Regions regions;

    Shares(Readings readings, Counts counts, Regions regions) {
        this.readings = readings;
        this.counts = counts;
        this.regions = regions;
    }

    /** What must be known of things for a method; nothing for those that ask no things. */
    static Stream<Wanted> wanted(Method method) {
        return switch (method) {
            case Method.Each each -> Stream.of(among(each), has(each));
            case Method.Ratio ratio -> Stream.of(base(ratio), has(ratio));
            case Method.Counting counting -> Stream.of();
            case Method.Coverage coverage -> Stream.of();
            case Method.Stated stated -> Stream.of();
        };
    }

    private static Wanted among(Method.Each each) {
        return new Wanted(Asking.STANDING_HERE, each.among(), Amount.EVENTS);
    }

    private static Wanted has(Method.Each each) {
        return new Wanted(each.latest() ? Asking.LATEST : Asking.ADDED, each.of(), each.amount());
    }

    private static Wanted base(Method.Ratio ratio) {
        return new Wanted(Asking.STANDING_HERE, ratio.base(), ratio.amount());
    }

    private static Wanted has(Method.Ratio ratio) {
        return new Wanted(Asking.LATEST_IN_WINDOW, ratio.of(), ratio.amount());
    }

    /** What is known of the things that the method asks of a division in a window. */
    Map<Wanted, List<Standing>> things(Asked asked) {
        return readings.things(
                asked.tree(),
                asked.root(),
                asked.window(),
                wanted(asked.question().definition().method()).toList());
    }

    Finding find(Asked asked, Method.Each each, Map<Wanted, List<Standing>> things) {
        var among = read(things, among(each)).stream()
                .filter(thing -> thing.amount() > 0)
                .toList();
        var has = had(read(things, has(each)));
        Predicate<Standing> enough = thing -> has.applyAsLong(thing) >= each.atLeast();
        var needs = BigDecimal.valueOf(each.atLeast());
        var fallShort = among.stream()
                .filter(enough.negate())
                .map(thing ->
                        new Figure.Short(thing.code(), thing.name(), BigDecimal.valueOf(has.applyAsLong(thing)), needs))
                .toList();
        var parts = asked.byRegion(division -> {
            var inside = inside(among, division);
            return Finding.percentIfAny(inside.stream().filter(enough).count(), inside.size());
        });
        return Finding.share(among.size() - fallShort.size(), among.size(), parts, fallShort);
    }

    Finding find(Asked asked, Method.Ratio ratio, Map<Wanted, List<Standing>> things) {
        var base = read(things, base(ratio));
        var has = had(read(things, has(ratio)));
        var needs = ratio.atLeast();
        var fallShort = needs == null
                ? List.<Figure.Short>of()
                : base.stream()
                        .filter(thing -> has.applyAsLong(thing) * 100 < needs * thing.amount())
                        .map(thing -> new Figure.Short(
                                thing.code(),
                                thing.name(),
                                Finding.percent(has.applyAsLong(thing), thing.amount()),
                                BigDecimal.valueOf(needs)))
                        .toList();
        var parts = asked.byRegion(division -> {
            var inside = inside(base, division);
            return Finding.percentIfAny(sum(inside, has), sum(inside, Standing::amount));
        });
        return Finding.share(sum(base, has), sum(base, Standing::amount), parts, fallShort);
    }

    Finding find(Asked asked, Method.Coverage coverage) {
        var divisions =
                regions.within(asked.root(), coverage.level(), asked.tree().day());
        var at = divisions.stream().map(region -> region.code().value()).toList();
        return find(asked, coverage, divisions, counts.at(asked.tree(), Extent.of(asked, at), coverage.each()));
    }

    /**
     * Which of the divisions have enough.
     *
     * @param divisions those of the level in the one that is asked
     * @param has what is counted in each
     */
    Finding find(Asked asked, Method.Coverage coverage, List<Region> divisions, Map<String, Long> has) {
        var missing = divisions.stream()
                .filter(region -> has.getOrDefault(region.code().value(), 0L) < coverage.atLeast())
                .toList();
        var fallShort = missing.stream()
                .map(region -> new Figure.Short(
                        region.code().value(),
                        region.name(),
                        BigDecimal.valueOf(has.getOrDefault(region.code().value(), 0L)),
                        BigDecimal.valueOf(coverage.atLeast())))
                .toList();
        int covered = divisions.size() - missing.size();
        var parts = covered(asked, coverage, divisions, missing);
        return coverage.share()
                ? Finding.share(covered, divisions.size(), parts, fallShort)
                : Finding.numberOf(covered, divisions.size(), parts, fallShort);
    }

    /** Of each division below, how many of those in it are covered; itself, if it is of the level that is asked. */
    private List<Figure.Part> covered(
            Asked asked, Method.Coverage coverage, List<Region> divisions, List<Region> missing) {
        return asked.byRegion(division -> {
            var below = division.level().isAbove(coverage.level())
                    ? regions
                            .within(
                                    division.code(),
                                    coverage.level(),
                                    asked.tree().day())
                            .stream()
                            .map(Region::code)
                            .toList()
                    : List.of(division.code());
            long all = divisions.stream()
                    .filter(region -> below.contains(region.code()))
                    .count();
            long none = missing.stream()
                    .filter(region -> below.contains(region.code()))
                    .count();
            return all == 0 || coverage.share()
                    ? Finding.percentIfAny(all - none, all)
                    : BigDecimal.valueOf(all - none);
        });
    }

    private static List<Standing> read(Map<Wanted, List<Standing>> things, Wanted wanted) {
        return things.getOrDefault(wanted, List.of());
    }

    /** By kind and code: a thing may stand there for several kinds. */
    private static ToLongFunction<Standing> had(List<Standing> things) {
        var amounts = things.stream().collect(toMap(Standing::key, Standing::amount, Long::sum));
        return thing -> amounts.getOrDefault(thing.key(), 0L);
    }

    private static long sum(List<Standing> things, ToLongFunction<Standing> amount) {
        return things.stream().mapToLong(amount).sum();
    }

    private static List<Standing> inside(List<Standing> things, Region division) {
        return things.stream()
                .filter(thing -> thing.path().contains(division.code().value()))
                .toList();
    }
}
