package org.kepu.ledger.evaluation;

import java.util.List;

/** What came of an act in the evaluation of one body. */
sealed interface Moved {

    record Done(EvaluatedAct act) implements Moved {}

    /** It stands elsewhere by now, or was changed since it was read. */
    record Overtaken() implements Moved {}

    /** @param indices those without a mark of a hand that counts */
    record Lacking(List<Index> indices) implements Moved {}

    /** @param reason the key of the sentence that says what is wrong with the words */
    record WrongWords(String reason) implements Moved {}

    /** Its term has passed, or has not. */
    record NotNow(EvaluatedAct act) implements Moved {}
}
