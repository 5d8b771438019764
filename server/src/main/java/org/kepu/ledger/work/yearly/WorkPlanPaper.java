package org.kepu.ledger.work.yearly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kepu.paper.Paper;
import org.kepu.paper.Table;
import org.kepu.paper.Table.Column;

/** A work plan as an official document: its chapters, and the table of tasks as an appendix on wide sheets. */
final class WorkPlanPaper {

    private static final List<Column> COLUMNS = List.of(
            Column.number("序号", 2),
            Column.text("措施", 8),
            Column.text("牵头单位", 5),
            Column.text("责任单位", 8),
            Column.text("年度目标", 8),
            Column.text("分工及时限", 8));

    private WorkPlanPaper() {}

    static Paper of(Content content) {
        var paper = Paper.titled(content.title())
                .saying(text -> text.each(
                        content.chapters(),
                        (parts, chapter) -> parts.section(chapter.heading(), part -> part.text(chapter.text()))))
                .appendedWide("任务分工表", text -> text.table(table(content)));
        return content.number().isEmpty()
                ? paper
                : paper.numbered(content.number()).signed(content.issuer(), LocalDate.parse(content.day()));
    }

    private static Table table(Content content) {
        var rows = new ArrayList<List<String>>();
        for (var row : content.rows()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    row.measure(),
                    row.leads(),
                    row.participants(),
                    row.targets(),
                    row.parts()));
        }
        return new Table("", COLUMNS, rows);
    }
}
