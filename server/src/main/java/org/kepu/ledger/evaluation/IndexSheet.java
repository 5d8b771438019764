package org.kepu.ledger.evaluation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.kepu.page.Page;
import org.springframework.stereotype.Component;

/** The indices as an Excel table, to be filled in and handed in: one row for each index. */
@Component
class IndexSheet {

    static final int NUMBER = 0;
    static final int TITLE = 1;
    static final int WEIGHT = 2;
    static final int STANDARD = 3;

    static final List<String> COLUMNS = List.of("number", "title", "weight", "standard");
    private static final int[] WIDTHS = {10, 40, 10, 70};

    /** Writes them; of an empty tree an example of three rows. */
    void write(Page page, IndexTree tree, OutputStream to) throws IOException {
        try (var workbook = new Workbook(to, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet(page.say("evaluation.indices"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, page.say("evaluation.index." + COLUMNS.get(column)));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(0, 0, 0, STANDARD)
                    .style()
                    .bold()
                    .fillColor("E3F1F1")
                    .borderStyle(BorderStyle.THIN)
                    .set();
            sheet.freezePane(0, 1);
            int at = 0;
            for (var index : tree.indices()) {
                at++;
                sheet.value(at, NUMBER, index.number());
                sheet.value(at, TITLE, index.title());
                sheet.value(at, WEIGHT, index.weight());
                sheet.value(at, STANDARD, index.standard());
                sheet.range(at, 0, at, STANDARD)
                        .style()
                        .format("@")
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
        }
    }
}
