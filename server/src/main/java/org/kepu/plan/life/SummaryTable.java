package org.kepu.plan.life;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.page.Page;
import org.springframework.stereotype.Component;

/** 意见采纳情况表 as a table of words: its head and a row for each opinion. */
@Component
class SummaryTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    List<String> head(Page page) {
        return List.of(
                page.say("life.summary.number"),
                page.say("life.summary.clause"),
                page.say("life.summary.words"),
                page.say("life.summary.from"),
                page.say("life.summary.outcome"),
                page.say("life.summary.reason"));
    }

    List<List<String>> rows(Page page, Summary summary) {
        return summary.lines().stream().map(line -> row(page, line)).toList();
    }

    private static List<String> row(Page page, Summary.Line line) {
        var opinion = line.opinion();
        var outcome = opinion.outcome();
        return List.of(
                String.valueOf(line.number()),
                line.clause().isWhole()
                        ? page.say("life.clause.whole")
                        : line.clause().title(),
                opinion.words(),
                opinion.fromPublic() ? page.say("life.summary.public") : opinion.body(),
                page.say(outcome == null ? "life.summary.unanswered" : outcome.messageKey()),
                opinion.reason());
    }

    /** Comma-separated, as spreadsheets here open it; nothing in it is taken for a formula. */
    String csv(Page page, Summary summary) {
        return Stream.concat(Stream.of(head(page)), rows(page, summary).stream())
                .map(row -> row.stream().map(SummaryTable::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private static String quoted(String cell) {
        var safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
