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

    /**
     * From now on this counts of a row, whatever was told of it before; told in the same words nothing changes. The caller
     * holds a lock on the row.
     *
     * @param fact the version of its source is passed over
     * @throws IllegalStateException if it is refused: what a capability tells of its own rows is of known terms
     */
    @Transactional
    public void settle(Actor by, Fact fact) {
        var source = fact.source();
        int last = table.last(source.name(), source.id());
        var answer = record(by, fact.as(Math.max(last, 1)));
        if (last > 0 && answer instanceof Recorded.Refused) {
            answer = record(by, fact.as(last + 1));
        }
        if (answer instanceof Recorded.Refused(var reason)) {
            throw new IllegalStateException("a fact of " + source.name() + " is refused: " + reason);
        }
    }

    /** From now on nothing counts of a row; nothing happens if nothing did. The caller holds a lock on the row. */
    @Transactional
    public void settleNothing(Actor by, String source, String id) {
        int last = table.last(source, id);
        if (last > 0 && !table.isTakenBack(source, id, last)) {
            table.withdraw(by, new Source(source, id, last + 1));
        }
    }
}
