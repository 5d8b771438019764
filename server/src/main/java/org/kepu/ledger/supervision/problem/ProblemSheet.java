package org.kepu.ledger.supervision.problem;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.kepu.page.Page;
import org.springframework.stereotype.Component;

/** The list of problems as an Excel table. The first columns are those of which the table that is handed in consists. */
@Component
class ProblemSheet {

    static final List<String> COLUMNS =
            List.of("what", "found", "source", "origin", "cause", "remedy", "body", "due", "state", "done");

    /** The row, counted from 0, in which the columns are named. */
    static final int HEAD = 1;

    private static final int[] WIDTHS = {40, 14, 16, 24, 30, 40, 20, 14, 16, 40};

    void write(Page page, List<Problem> problems, OutputStream to) throws IOException {
        try (var workbook = new Workbook(to, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet(page.say("supervision.problems"));
            sheet.value(0, 0, page.say("supervision.problems"));
            sheet.style(0, 0).bold().fontSize(14).set();
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(HEAD, column, page.say("supervision.problem.column." + COLUMNS.get(column)));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(HEAD, 0, HEAD, COLUMNS.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E3F1F1")
                    .borderStyle(BorderStyle.THIN)
                    .set();
            int at = HEAD;
            for (var problem : problems) {
                at++;
                var cells = cells(page, problem);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(at, column, cells.get(column));
                }
                sheet.range(at, 0, at, COLUMNS.size() - 1)
                        .style()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .borderStyle(BorderStyle.THIN)
                        .set();
            }
            sheet.freezePane(0, HEAD + 1);
        }
    }

    private static List<String> cells(Page page, Problem problem) {
        return List.of(
                problem.what(),
                problem.foundOn().toString(),
                page.say(problem.source().messageKey()),
                problem.origin(),
                problem.cause(),
                problem.remedy(),
                problem.written(),
                problem.dueOn().toString(),
                page.say(problem.state().messageKey()),
                problem.done());
    }
}
