package org.kepu.ledger.evaluation.report;

import java.util.List;
import java.util.stream.Stream;
import org.kepu.ledger.evaluation.report.ReportContent.Problem;
import org.kepu.paper.Table;
import org.kepu.paper.Table.Column;

/** The list of problems (问题清单) in a report: its numbers in the text, its lines in an appendix, by the day of their finding. */
final class ListOfProblems {

    private ListOfProblems() {}

    static String summary(List<Problem> list) {
        long closed =
                list.stream().filter(problem -> problem.state().equals("已销号")).count();
        return "列入问题清单 %d 项，已销号 %d 项，%s。清单按发现日期排列，全文见附件。"
                .formatted(
                        list.size(),
                        closed,
                        closed == list.size() ? "全部办结" : "尚未销号 %d 项".formatted(list.size() - closed));
    }

    static Table table(List<Problem> list) {
        return new Table(
                "",
                List.of(
                        Column.word("发现日期", 5),
                        Column.text("问题", 8),
                        Column.text("原因", 6),
                        Column.text("整改措施", 7),
                        Column.text("责任单位", 4),
                        Column.word("时限", 5),
                        Column.text("状态", 4),
                        Column.text("整改情况", 7)),
                list.stream()
                        .map(problem -> Stream.of(
                                        problem.found(),
                                        problem.what(),
                                        problem.cause(),
                                        problem.remedy(),
                                        problem.body(),
                                        problem.due(),
                                        problem.state(),
                                        problem.done())
                                .map(words -> words.isEmpty() ? "—" : words)
                                .toList())
                        .toList());
    }
}
