package org.kepu.ledger.round;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kepu.indicator.figure.MeasureFacts.Credit;
import org.kepu.page.Page;
import org.kepu.plan.MeasureId;
import org.springframework.stereotype.Component;

/** A sheet as an Excel form, to be filled in where there is no network and handed in again. The identities of the lines are hidden. */
@Component
class SheetPaper {

    static final int ID = 0;
    static final int SEEN = 1;
    static final int ANSWER = 6;
    static final int TEXT = 7;

    /** The row, counted from 0, under which the lines stand. */
    static final int HEAD = 2;

    private static final List<String> COLUMNS =
            List.of("id", "seen", "measure", "role", "facts", "earlier", "answer", "text");
    private static final int[] WIDTHS = {4, 4, 40, 8, 20, 40, 14, 50};

    void write(Page page, Round round, Sheet sheet, Map<MeasureId, Credit> credits, OutputStream to)
            throws IOException {
        try (var workbook = new Workbook(to, "Kepu", "1.0")) {
            var form = workbook.newWorksheet(page.say("round.paper.sheet"));
            form.value(0, 2, page.say("round.paper.title", round.name(), sheet.written()));
            form.style(0, 2).bold().fontSize(14).set();
            form.value(1, 2, page.say("round.paper.hint", page.day(sheet.dueOn()), Line.LONGEST));
            for (int column = 0; column < COLUMNS.size(); column++) {
                form.value(HEAD, column, page.say("round.paper." + COLUMNS.get(column)));
                form.width(column, WIDTHS[column]);
            }
            form.range(HEAD, 0, HEAD, COLUMNS.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E3F1F1")
                    .borderStyle(BorderStyle.THIN)
                    .set();
            form.hideColumn(ID);
            form.hideColumn(SEEN);
            form.freezePane(0, HEAD + 1);
            lines(page, form, sheet, credits);
        }
    }

    private static void lines(Page page, Worksheet form, Sheet sheet, Map<MeasureId, Credit> credits) {
        int at = HEAD;
        for (var line : sheet.lines()) {
            at++;
            var credit = credits.getOrDefault(line.measure(), Credit.NONE);
            var answer = line.answer();
            form.value(at, ID, line.id().toString());
            form.value(at, SEEN, line.mark());
            form.value(at, 2, line.title());
            form.value(at, 3, page.say("round.role." + line.role()));
            form.value(at, 4, page.say("round.facts", credit.facts(), credit.attendances()));
            form.value(at, 5, line.earlier());
            form.value(at, ANSWER, answer == null ? "" : page.say(answer.messageKey()));
            form.value(at, TEXT, line.text());
            form.range(at, 2, at, TEXT)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle(BorderStyle.THIN)
                    .set();
        }
        if (at > HEAD) {
            form.range(HEAD + 1, ANSWER, at, ANSWER).validateWithListByFormula("\"" + choices(page) + "\"");
        }
    }

    private static String choices(Page page) {
        return java.util.Arrays.stream(Answer.values())
                .map(answer -> page.say(answer.messageKey()))
                .collect(java.util.stream.Collectors.joining(","));
    }
}
