package org.kepu.indicator;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Component;

/** Whether what is told is told in terms that are known. */
@Component
class FactCheck {

    private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2149, 12, 31);

    private final Terms terms;
    private final Regions regions;

    FactCheck(Terms terms, Regions regions) {
        this.terms = terms;
        this.regions = regions;
    }

    /**
     * What the check found.
     *
     * @param refused by position
     * @param rounds the good ones: versions of one row follow each other, so each goes into a round of its own. In the order of
     *     their ids, so that of two who tell the same rows at once neither waits for the other in turn
     */
    record Checked(Map<Integer, Recorded> refused, List<List<ToldFact>> rounds) {}

    Checked check(List<Fact> facts) {
        var places = regions(facts);
        var refused = new HashMap<Integer, Recorded>();
        var rounds = new ArrayList<List<ToldFact>>();
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            var reason = refuses(fact, places);
            if (reason.isPresent()) {
                refused.put(i, new Recorded.Refused(reason.get()));
                continue;
            }
            int round = seen.merge(fact.source().name() + " " + fact.source().id(), 0, (before, first) -> before + 1);
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(told(i, fact));
        }
        rounds.forEach(round ->
                round.sort(comparing((ToldFact told) -> told.fact().source().name())
                        .thenComparing(told -> told.fact().source().id())));
        return new Checked(refused, rounds);
    }

    private Optional<Recorded.Reason> refuses(Fact fact, Map<RegionCode, Region> places) {
        var kind = terms.kind(fact.kind());
        if (kind.isEmpty()) {
            return Optional.of(Recorded.Reason.UNKNOWN_KIND);
        }
        if (terms.audience(fact.audience()).isEmpty()) {
            return Optional.of(Recorded.Reason.UNKNOWN_AUDIENCE);
        }
        if (terms.place(fact.place()).isEmpty()) {
            return Optional.of(Recorded.Reason.UNKNOWN_PLACE);
        }
        var thing = fact.thing();
        if (!places.containsKey(fact.region()) || thing != null && !places.containsKey(thing.region())) {
            return Optional.of(Recorded.Reason.UNKNOWN_REGION);
        }
        if (fact.day().isBefore(FIRST) || fact.day().isAfter(LAST)) {
            return Optional.of(Recorded.Reason.UNKNOWN_DAY);
        }
        return kind.get().refuses(fact);
    }

    private ToldFact told(int position, Fact fact) {
        return new ToldFact(
                position,
                fact,
                terms.kind(fact.kind()).orElseThrow().id(),
                terms.audience(fact.audience()).orElseThrow().id(),
                terms.place(fact.place()).orElseThrow().id());
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
}
