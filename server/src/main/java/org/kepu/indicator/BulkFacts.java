package org.kepu.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records thousands of facts at a time, with the very same outcome as {@link Facts}: what was told before is {@link
 * Recorded.Already there}, versions follow each other, each answer stands for itself.
 */
@Service
public class BulkFacts {

    private final FactCheck check;
    private final FactStage stage;

    BulkFacts(FactCheck check, FactStage stage) {
        this.check = check;
        this.stage = stage;
    }

    /** Records them in one transaction; the answers are in the order of the facts. */
    @Transactional
    public List<Recorded> record(Actor by, List<Fact> facts) {
        var checked = check.check(facts);
        var answers = new HashMap<>(checked.refused());
        for (var round : checked.rounds()) {
            answers.putAll(stage.record(by, round));
        }
        return IntStream.range(0, facts.size()).mapToObj(answers::get).toList();
    }
}
