package org.kepu.ledger.supervision.light;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules that hold from a day on, until another table takes their place.
 *
 * @param basis the notice that set them
 */
public record RuleTable(LocalDate from, String basis, List<Rule> rules) {
    public RuleTable {
        rules = List.copyOf(rules);
        if (basis.isBlank() || rules.isEmpty()) {
            throw new IllegalArgumentException("a table of rules says who set it, and has rules");
        }
    }

    /** Of the rules for one cause that apply, the brightest. */
    Optional<Rule> strictest(Cause cause, Predicate<Rule> applies) {
        return rules.stream()
                .filter(rule -> rule.cause() == cause)
                .filter(applies)
                .max(Comparator.comparing(Rule::light));
    }

    Optional<Rule> strictest(Cause cause) {
        return strictest(cause, rule -> true);
    }
}
