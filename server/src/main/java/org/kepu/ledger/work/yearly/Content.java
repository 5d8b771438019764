package org.kepu.ledger.work.yearly;

import java.util.List;

/**
 * What a work plan says, as it is written on paper and frozen when it is issued.
 *
 * @param number empty while it is a draft
 * @param day 成文日期 as 2026-01-20; empty while it is a draft
 * @param rows the table of tasks
 */
public record Content(String title, String issuer, String number, String day, List<Chapter> chapters, List<Row> rows) {

    public Content {
        chapters = List.copyOf(chapters);
        rows = List.copyOf(rows);
    }

    public record Chapter(String heading, String text) {}

    /**
     * One measure in the table of tasks (任务分工表).
     *
     * @param targets the plan's words, each with its number
     * @param parts what, who and by when, one a line
     */
    public record Row(String measure, String leads, String participants, String targets, String parts) {}
}
