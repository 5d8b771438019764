package org.kepu.plan.levels;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kepu.page.Page;
import org.springframework.stereotype.Component;

/** The matrix as an Excel file: one sheet of measures, one of targets. */
@Component
class LevelsSheet {

    private static final int MEASURE_WIDTH = 40;
    private static final int PLAN_WIDTH = 16;
    private static final int FIRST_PLAN = 2;

    void write(Page page, LevelsView view, OutputStream to) throws IOException {
        try (var workbook = new Workbook(to, "Kepu", "1.0")) {
            measures(page, view, workbook.newWorksheet(page.say("levels.title")));
            targets(page, view, workbook.newWorksheet(page.say("levels.targets")));
        }
    }

    private static void measures(Page page, LevelsView view, Worksheet sheet) {
        var head = new ArrayList<>(List.of(page.say("levels.programme"), page.say("levels.measure")));
        view.matrix().columns().forEach(column -> head.add(view.place(column.region())));
        title(sheet, view.plan().title(), head);
        sheet.width(0, PLAN_WIDTH * 2);
        sheet.width(1, MEASURE_WIDTH);
        int at = 2;
        for (var row : view.matrix().rows()) {
            sheet.value(at, 0, row.programmeTitle());
            sheet.value(at, 1, row.title());
            for (int i = 0; i < row.cells().size(); i++) {
                sheet.value(at, FIRST_PLAN + i, words(page, row.cells().get(i)));
                sheet.width(FIRST_PLAN + i, PLAN_WIDTH);
            }
            sheet.range(at, 0, at, head.size() - 1)
                    .style()
                    .wrapText(true)
                    .borderStyle(BorderStyle.THIN)
                    .set();
            at++;
        }
        sheet.freezePane(FIRST_PLAN, 2);
    }

    private static String words(Page page, Matrix.Cell cell) {
        var how = page.say(cell.how().messageKey());
        return cell.column().below() == 0
                ? how
                : page.say("levels.cell.sheet", how, cell.below(), cell.column().below());
    }

    private static void targets(Page page, LevelsView view, Worksheet sheet) {
        title(
                sheet,
                view.plan().title(),
                List.of(
                        page.say("levels.plan"),
                        page.say("levels.verdict"),
                        page.say("levels.above"),
                        page.say("levels.below")));
        int at = 2;
        for (var change : view.changes()) {
            sheet.value(at, 0, view.place(change.region()));
            sheet.value(at, 1, page.say(change.messageKey()));
            sheet.value(at, 2, change.above().map(TargetChange.Promise::quote).orElse(""));
            sheet.value(at, 3, change.below().map(TargetChange.Promise::quote).orElse(""));
            at++;
        }
        sheet.width(2, MEASURE_WIDTH);
        sheet.width(3, MEASURE_WIDTH);
    }

    private static void title(Worksheet sheet, String title, List<String> head) {
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().fontSize(14).set();
        for (int i = 0; i < head.size(); i++) {
            sheet.value(1, i, head.get(i));
        }
        sheet.range(1, 0, 1, head.size() - 1)
                .style()
                .bold()
                .fillColor("E3F1F1")
                .borderStyle(BorderStyle.THIN)
                .set();
    }
}
