package org.kepu.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every capability tells what happened, in the transaction in which it happened. A fact is recorded once: told again it
 * is {@link Recorded.Already there}. It is never changed; to put it right, tell its {@link Fact#corrected next version}. A figure
 * shows it on the next read.
 */
@Service
public class Facts {

    private final FactCheck check;
    private final FactTable table;

    Facts(FactCheck check, FactTable table) {
        this.check = check;
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
        var checked = check.check(facts);
        var answers = new HashMap<>(checked.refused());
        for (var round : checked.rounds()) {
            answers.putAll(table.record(by, round));
        }
        return IntStream.range(0, facts.size()).mapToObj(answers::get).toList();
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
}
