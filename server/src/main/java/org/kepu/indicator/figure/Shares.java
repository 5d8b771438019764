package org.kepu.indicator.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.kepu.indicator.Amount;
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

    Finding find(Asked asked, Method.Each each) {
        var among = readings.standings(asked.tree(), asked.root(), asked.window(), each.among(), Amount.EVENTS).stream()
                .filter(thing -> thing.amount() > 0)
                .toList();
        var has = had(
                each.latest()
                        ? latest(asked, each.of(), each.amount(), false)
                        : readings.sums(asked.window(), each.of(), each.amount()));
        Predicate<Readings.Standing> enough = thing -> has.applyAsLong(thing) >= each.atLeast();
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

    Finding find(Asked asked, Method.Ratio ratio) {
        var base = readings.standings(asked.tree(), asked.root(), asked.window(), ratio.base(), ratio.amount());
        var has = had(latest(asked, ratio.of(), ratio.amount(), true));
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
            return Finding.percentIfAny(sum(inside, has), sum(inside, Readings.Standing::amount));
        });
        return Finding.share(sum(base, has), sum(base, Readings.Standing::amount), parts, fallShort);
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

    private Map<String, Long> latest(Asked asked, Selection of, Amount amount, boolean inWindow) {
        return readings.latest(asked.tree(), asked.root(), asked.window(), of, amount, inWindow);
    }

    private static ToLongFunction<Readings.Standing> had(Map<String, Long> amounts) {
        return thing -> amounts.getOrDefault(thing.key(), 0L);
    }

    private static long sum(List<Readings.Standing> things, ToLongFunction<Readings.Standing> amount) {
        return things.stream().mapToLong(amount).sum();
    }

    private static List<Readings.Standing> inside(List<Readings.Standing> things, Region division) {
        return things.stream()
                .filter(thing -> thing.path().contains(division.code().value()))
                .toList();
    }
}
