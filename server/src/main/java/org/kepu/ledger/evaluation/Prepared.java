package org.kepu.ledger.evaluation;

import java.util.List;

/** What came of preparing an evaluation, starting or closing it. */
sealed interface Prepared {

    record Done(EvaluationId id) implements Prepared {}

    /** The plan has one of this kind. */
    record Already(EvaluationId id) implements Prepared {}

    /** Somebody else has taken this step, or changed what it is about, in the meantime. */
    record Overtaken() implements Prepared {}

    /** @param faults why the indices cannot be used */
    record Unsound(List<IndexTree.Fault> faults) implements Prepared {}

    /** Nobody was chosen. */
    record NobodyAsked() implements Prepared {}

    /** @param unsettled of how many bodies the result is not settled */
    record Unsettled(int unsettled) implements Prepared {}
}
