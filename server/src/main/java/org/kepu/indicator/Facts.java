package org.kepu.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.region.Region;
import org.kepu.region.RegionTrait;
import org.kepu.region.Regions;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every capability tells what happened, in the transaction in which it happened. A fact is recorded once: told again it
 * is {@link Recorded.Already there}. It is never changed; to put it right, tell its {@link Fact#corrected next version}. A figure
 * shows it on the next read.
 */
@Service
public class Facts {

    private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2149, 12, 31);

    private final Terms terms;
    private final Regions regions;
    private final FactTable table;

    Facts(Terms terms, Regions regions, FactTable table) {
        this.terms = terms;
        this.regions = regions;
        this.table = table;
    }

    /** Records one. */
    @Transactional
    public Recorded record(Actor by, Fact fact) {
        return record(by, List.of(fact)).getFirst();
    }

    /** Records several, each for itself; the answers are in the order of the facts. */
    @Transactional
    public List<Recorded> record(Actor by, List<Fact> facts) {
        var answers = new Recorded[facts.size()];
        var places = regions(facts);
        for (var round : rounds(facts)) {
            var told = new ArrayList<ToldFact>();
            for (int i : round) {
                switch (check(i, facts.get(i), places)) {
                    case Checked.Good good -> told.add(good.fact());
                    case Checked.Bad bad -> answers[i] = new Recorded.Refused(bad.reason());
                }
            }
            table.record(by, told).forEach((i, answer) -> answers[i] = answer);
        }
        return List.of(answers);
    }

    /**
     * Takes a fact back: from now on it does not count.
     *
     * @param next the version after the one that counts
     */
    @Transactional
    public Recorded withdraw(Actor by, Source next) {
        return table.withdraw(by, next);
    }

    private sealed interface Checked {
        record Good(ToldFact fact) implements Checked {}

        record Bad(Recorded.Reason reason) implements Checked {}
    }

    private Checked check(int position, Fact fact, Map<RegionCode, Region> places) {
        var kind = terms.kind(fact.kind());
        if (kind.isEmpty()) {
            return new Checked.Bad(Recorded.Reason.UNKNOWN_KIND);
        }
        var audience = terms.audience(fact.audience());
        if (audience.isEmpty()) {
            return new Checked.Bad(Recorded.Reason.UNKNOWN_AUDIENCE);
        }
        var place = terms.place(fact.place());
        if (place.isEmpty()) {
            return new Checked.Bad(Recorded.Reason.UNKNOWN_PLACE);
        }
        var region = places.get(fact.region());
        if (region == null) {
            return new Checked.Bad(Recorded.Reason.UNKNOWN_REGION);
        }
        if (fact.day().isBefore(FIRST) || fact.day().isAfter(LAST)) {
            return new Checked.Bad(Recorded.Reason.UNKNOWN_DAY);
        }
        return kind.get()
                .refuses(fact)
                .<Checked>map(Checked.Bad::new)
                .orElseGet(() -> new Checked.Good(new ToldFact(
                        position,
                        fact,
                        kind.get().id(),
                        audience.get().id(),
                        place.get().id(),
                        Optional.ofNullable(fact.rural())
                                .orElseGet(() -> region.traits().contains(RegionTrait.RURAL)))));
    }

    private Map<RegionCode, Region> regions(List<Fact> facts) {
        var codes = new HashSet<RegionCode>();
        for (var fact : facts) {
            codes.add(fact.region());
            var thing = fact.thing();
            if (thing != null) {
                codes.add(thing.region());
            }
        }
        return regions.all(codes);
    }

    /** Versions of one row follow each other: each goes into a round of its own. */
    private static List<List<Integer>> rounds(List<Fact> facts) {
        var rounds = new ArrayList<List<Integer>>();
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < facts.size(); i++) {
            var source = facts.get(i).source();
            int round = seen.merge(source.name() + " " + source.id(), 0, (before, first) -> before + 1);
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(i);
        }
        return rounds;
    }
}
