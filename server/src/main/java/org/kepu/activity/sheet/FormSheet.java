package org.kepu.activity.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kepu.activity.Vocabulary;
import org.kepu.indicator.Terms;
import org.springframework.stereotype.Component;

/** The workbook that a clerk fills in: the headings, what goes under each, and the words that are understood. */
@Component
class FormSheet {

    private static final int WIDE = 16;

    private final Vocabulary vocabulary;
    private final Terms terms;
    private final Clock clock;

    FormSheet(Vocabulary vocabulary, Terms terms, Clock clock) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.clock = clock;
    }

    static List<String> headings() {
        return Arrays.stream(SheetColumn.values()).map(SheetColumn::heading).toList();
    }

    /** @param say the words of the reader's language by their key */
    void write(OutputStream stream, UnaryOperator<String> say) throws IOException {
        try (var workbook = new Workbook(stream, "Kepu", "1.0")) {
            var rows = workbook.newWorksheet(say.apply("sheet.rows"));
            row(rows, 0, headings());
            var columns = workbook.newWorksheet(say.apply("sheet.columns"));
            int line = 0;
            for (var column : SheetColumn.values()) {
                row(
                        columns,
                        line++,
                        List.of(
                                column.heading(),
                                say.apply(column.needed() ? "sheet.needed" : "sheet.free"),
                                say.apply(column.messageKey())));
            }
            columns.width(2, 4 * WIDE);
            words(workbook.newWorksheet(say.apply("sheet.words")));
        }
    }

    private void words(Worksheet sheet) {
        int line = 0;
        for (var kind : vocabulary.kinds()) {
            row(sheet, line++, List.of(SheetColumn.KIND.heading(), kind.name()));
        }
        for (var campaign : vocabulary.campaigns(Year.now(clock))) {
            row(sheet, line++, List.of(SheetColumn.CAMPAIGN.heading(), campaign.name()));
        }
        for (var term : terms.audiences()) {
            row(sheet, line++, List.of(SheetColumn.AUDIENCES.heading(), term.name()));
        }
        for (var term : terms.places()) {
            row(sheet, line++, List.of(SheetColumn.PLACE_KIND.heading(), term.name()));
        }
        sheet.width(1, 2 * WIDE);
    }

    static void row(Worksheet sheet, int line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(line, i, cells.get(i));
        }
        sheet.width(0, WIDE);
    }
}
