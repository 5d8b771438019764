package org.kepu.indicator.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kepu.body.Bodies;
import org.kepu.indicator.BulkFacts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.FactReach;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Recorded;
import org.kepu.plan.Plans;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another system tells what happened. All its facts are kept under a name made of its account, so that it can neither correct
 * nor withdraw what others told.
 */
@Service
class TellingFacts {

    private static final int TRIES = 4;

    private final Facts facts;
    private final BulkFacts bulk;
    private final FactReach reach;
    private final Bodies bodies;
    private final Plans plans;
    private final TransactionTemplate transaction;

    TellingFacts(
            Facts facts, BulkFacts bulk, FactReach reach, Bodies bodies, Plans plans, TransactionTemplate transaction) {
        this.facts = facts;
        this.bulk = bulk;
        this.reach = reach;
        this.bodies = bodies;
        this.plans = plans;
        this.transaction = transaction;
    }

    /** The name under which the facts of this system are kept. */
    static String source(Scope scope) {
        return "api-" + scope.actor().account();
    }

    /** Records them in one transaction, each for itself; the answers are in the order of what was told. */
    List<Answer> tell(Scope scope, List<Told> told) {
        scope.demands(Right.RECORD_FACTS);
        for (int tries = 1; ; tries++) {
            try {
                return Objects.requireNonNull(transaction.execute(begun -> recorded(scope, told)));
            } catch (PessimisticLockingFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** A withdrawal waits for the facts that were told before it. */
    private List<Answer> recorded(Scope scope, List<Told> told) {
        var answers = new HashMap<Integer, Answer>();
        var waiting = new ArrayList<Integer>();
        for (int i = 0; i < told.size(); i++) {
            switch (told.get(i)) {
                case Told.Happened happened -> waiting.add(i);
                case Told.Withdrawn withdrawn -> {
                    answers.putAll(record(scope, told, waiting));
                    waiting.clear();
                    answers.put(i, withdraw(scope, withdrawn));
                }
                case Told.Unreadable unreadable -> answers.put(i, Answer.refused(unreadable, unreadable.why()));
            }
        }
        answers.putAll(record(scope, told, waiting));
        return IntStream.range(0, told.size()).mapToObj(answers::get).toList();
    }

    private Answer withdraw(Scope scope, Told.Withdrawn withdrawn) {
        return reach.covers(scope, withdrawn.next())
                ? Answer.of(withdrawn, facts.withdraw(scope.actor(), withdrawn.next()))
                : Answer.refused(withdrawn, Refusal.UNKNOWN_REGION);
    }

    private Map<Integer, Answer> record(Scope scope, List<Told> told, List<Integer> positions) {
        if (positions.isEmpty()) {
            return Map.of();
        }
        var answers = new HashMap<Integer, Answer>();
        var heard = positions.stream().map(i -> fact(told.get(i))).toList();
        var beyond = reach.beyond(scope, heard);
        var bodiesThere = bodies.all(named(heard, Fact::organisers)).keySet();
        var measuresThere = plans.known(named(heard, Fact::measures));
        var good = new ArrayList<Integer>();
        for (int i = 0; i < heard.size(); i++) {
            var position = positions.get(i);
            if (beyond.contains(i)) {
                answers.put(position, Answer.refused(told.get(position), Refusal.UNKNOWN_REGION));
            } else if (!bodiesThere.containsAll(heard.get(i).organisers())) {
                answers.put(position, Answer.refused(told.get(position), Refusal.UNKNOWN_BODY));
            } else if (!measuresThere.containsAll(heard.get(i).measures())) {
                answers.put(position, Answer.refused(told.get(position), Refusal.UNKNOWN_MEASURE));
            } else {
                good.add(position);
            }
        }
        var recorded = record(scope, good.stream().map(i -> fact(told.get(i))).toList());
        for (int i = 0; i < good.size(); i++) {
            answers.put(good.get(i), Answer.of(told.get(good.get(i)), recorded.get(i)));
        }
        return answers;
    }

    private static <T> Set<T> named(List<Fact> facts, Function<Fact, List<T>> ids) {
        return facts.stream().flatMap(fact -> ids.apply(fact).stream()).collect(Collectors.toSet());
    }

    private List<Recorded> record(Scope scope, List<Fact> good) {
        return good.size() == 1
                ? List.of(facts.record(scope.actor(), good.getFirst()))
                : bulk.record(scope.actor(), good);
    }

    private static Fact fact(Told told) {
        return ((Told.Happened) told).fact();
    }
}
