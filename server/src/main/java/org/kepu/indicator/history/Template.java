package org.kepu.indicator.history;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kepu.indicator.Kind;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.springframework.stereotype.Component;

/** The workbook that a clerk fills in: the headings, what goes under each, and the codes. */
@Component
class Template {

    private static final int WIDE = 24;

    private final Terms terms;

    Template(Terms terms) {
        this.terms = terms;
    }

    /** @param say the words of the reader's language by their key */
    void write(OutputStream stream, UnaryOperator<String> say) throws IOException {
        try (var workbook = new Workbook(stream, "Kepu", "1.0")) {
            row(workbook.newWorksheet(say.apply("history.template.facts")), 0, Columns.headings());
            columns(workbook.newWorksheet(say.apply("history.template.columns")), say);
            codes(workbook.newWorksheet(say.apply("history.template.codes")), say);
        }
    }

    private static void columns(Worksheet sheet, UnaryOperator<String> say) {
        int line = 0;
        for (var column : Column.values()) {
            row(sheet, line++, List.of(column.heading(), say.apply(column.messageKey())));
        }
        sheet.width(1, 3 * WIDE);
    }

    private void codes(Worksheet sheet, UnaryOperator<String> say) {
        int line = 0;
        for (var kind : terms.kinds()) {
            row(
                    sheet,
                    line++,
                    List.of(
                            Column.KIND.heading(),
                            kind.name(),
                            kind.code(),
                            counted(kind, say),
                            about(kind, say),
                            kind.persons() ? Column.PERSONS.heading() : ""));
        }
        line = terms(sheet, line, Column.AUDIENCE, terms.audiences());
        terms(sheet, line, Column.PLACE, terms.places());
        sheet.width(1, 2 * WIDE);
        sheet.width(3, 2 * WIDE);
        sheet.width(4, WIDE);
        sheet.width(5, WIDE);
    }

    /** 须填学校, 可填学校, or nothing. */
    private static String about(Kind kind, UnaryOperator<String> say) {
        return kind.thing() == null
                ? ""
                : say.apply(kind.thingNeeded() ? "history.template.thing.needed" : "history.template.thing")
                        + say.apply("indicator.thing." + kind.thing());
    }

    private static int terms(Worksheet sheet, int from, Column column, List<Term> terms) {
        int line = from;
        for (var term : terms) {
            if (!term.code().isEmpty()) {
                row(sheet, line++, List.of(column.heading(), term.name(), term.code()));
            }
        }
        return line;
    }

    private static String counted(Kind kind, UnaryOperator<String> say) {
        return kind.amounts().stream()
                .sorted()
                .map(amount -> say.apply(amount.messageKey()))
                .collect(Collectors.joining(" "));
    }

    private static void row(Worksheet sheet, int line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(line, i, cells.get(i));
        }
        sheet.width(0, WIDE);
    }
}
