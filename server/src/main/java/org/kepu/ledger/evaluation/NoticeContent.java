package org.kepu.ledger.evaluation;

import java.util.List;

/**
 * What a body is told of its result (结果通知), as it is kept. The words are those of an official document.
 *
 * @param turn 1 for the first telling, 2 for what was decided on an objection
 * @param plan the title of the plan
 * @param office who evaluates, as the division is called
 * @param day of the telling, as 2026-11-22
 * @param objectionDue until when may be objected; empty once it was decided
 * @param total of a hundred; empty where no index applies
 * @param law how the total is made
 * @param rows an index each, in the order of the tree
 * @param objection what was objected; or empty
 * @param decision what was answered; or empty
 */
public record NoticeContent(
        int turn,
        String evaluation,
        String plan,
        String office,
        String body,
        String day,
        String objectionDue,
        String total,
        String law,
        List<Row> rows,
        String objection,
        String decision) {

    public NoticeContent {
        rows = List.copyOf(rows);
    }

    /**
     * @param self what the body gave itself
     * @param points what counts; 不适用 where it does not apply
     * @param words what the office said of it
     */
    public record Row(String number, String title, String full, String self, String points, String words) {}
}
