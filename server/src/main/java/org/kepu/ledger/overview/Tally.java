package org.kepu.ledger.overview;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.kepu.indicator.target.TargetCard;

/** How many targets stand where. */
public record Tally(Map<Pulse, Long> counts) {

    public Tally {
        counts = Map.copyOf(counts);
    }

    static Tally of(Collection<TargetCard> cards) {
        var counts = new EnumMap<Pulse, Long>(Pulse.class);
        cards.forEach(card -> counts.merge(Pulse.of(card), 1L, Long::sum));
        return new Tally(counts);
    }

    public long count(Pulse pulse) {
        return counts.getOrDefault(pulse, 0L);
    }
}
