package org.kepu.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kepu.ledger.supervision.light.Lit;
import org.kepu.page.Page;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure.Target;
import org.springframework.stereotype.Component;

/** The ledger as an Excel sheet: the rows that are on the screen, in the same order. */
@Component
class LedgerSheet {

    /** The keys of their names on screen. */
    private static final List<String> COLUMNS = List.of(
            "ledger.column.kind",
            "ledger.column.programme",
            "ledger.column.ordinal",
            "ledger.column.measure",
            "ledger.column.leads",
            "ledger.column.participants",
            "ledger.column.targets",
            "ledger.column.state",
            "ledger.column.taken",
            "supervision.light",
            "supervision.reasons");

    private static final int[] WIDTHS = {8, 28, 6, 40, 22, 40, 36, 10, 12, 8, 40};

    void write(Page page, Plan plan, LedgerView view, OutputStream to) throws IOException {
        try (var workbook = new Workbook(to, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet(page.say("ledger.title"));
            sheet.value(0, 0, page.say("ledger.sheet.title", plan.title(), String.valueOf(view.year())));
            sheet.range(0, 0, 0, COLUMNS.size() - 1).merge();
            sheet.style(0, 0).bold().fontSize(14).set();
            head(page, sheet);
            int at = 2;
            for (var row : view.rows()) {
                row(page, sheet, at, row, view.light(row));
                at++;
            }
            sheet.freezePane(0, 2);
            sheet.repeatRows(1, 1);
            sheet.pageOrientation("landscape");
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 999);
        }
    }

    private static void head(Page page, Worksheet sheet) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(1, column, page.say(COLUMNS.get(column)));
            sheet.width(column, WIDTHS[column]);
        }
        sheet.range(1, 0, 1, COLUMNS.size() - 1)
                .style()
                .bold()
                .fillColor("E3F1F1")
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    private static void row(Page page, Worksheet sheet, int at, LedgerRow row, Optional<Lit> light) {
        sheet.value(at, 0, page.say("plan.kind." + row.kind()));
        sheet.value(at, 1, row.programmeTitle());
        sheet.value(at, 2, row.ordinal());
        sheet.value(at, 3, row.title());
        sheet.value(at, 4, String.join("、", row.leads()));
        sheet.value(at, 5, String.join("、", row.participants()));
        sheet.value(
                at,
                6,
                String.join("；", row.targets().stream().map(Target::quote).toList()));
        sheet.value(at, 7, page.say("ledger.state." + row.state()));
        sheet.value(at, 8, row.takenUp() + "/" + row.tasks());
        light.ifPresent(lit -> {
            sheet.value(at, 9, page.say(lit.light().messageKey()));
            sheet.value(at, 10, why(page, lit));
        });
        sheet.range(at, 0, at, COLUMNS.size() - 1)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    /** Every reason of the rules that burns, in words. */
    private static String why(Page page, Lit lit) {
        return lit.reasons().stream().map(reason -> reason.said(page)).collect(Collectors.joining("；"));
    }
}
