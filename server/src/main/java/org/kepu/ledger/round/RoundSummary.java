package org.kepu.ledger.round;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.kepu.page.Page;
import org.springframework.stereotype.Component;

/** The sheets of a round as a table: a row for each, by division and name. */
@Component
class RoundSummary {

    private static final List<String> COLUMNS = List.of("region", "body", "plan", "state", "due", "first", "in-time");
    private static final int[] WIDTHS = {18, 28, 48, 12, 18, 24, 10};
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    /** @param names of the divisions, by code */
    void excel(Page page, Round round, List<SheetRow> rows, Map<String, String> names, OutputStream to)
            throws IOException {
        try (var workbook = new Workbook(to, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet(page.say("round.table"));
            sheet.value(0, 0, round.name());
            sheet.style(0, 0).bold().fontSize(14).set();
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(1, column, page.say("round.column." + COLUMNS.get(column)));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(1, 0, 1, COLUMNS.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E3F1F1")
                    .borderStyle(BorderStyle.THIN)
                    .set();
            for (int i = 0; i < rows.size(); i++) {
                var cells = cells(page, rows.get(i), names);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(i + 2, column, cells.get(column));
                }
            }
            sheet.freezePane(0, 2);
        }
    }

    /** As a spreadsheet opens it; nothing in it is taken for a formula. */
    void csv(Page page, List<SheetRow> rows, Map<String, String> names, OutputStream to) throws IOException {
        var out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        out.write(line(COLUMNS.stream()
                .map(column -> page.say("round.column." + column))
                .toList()));
        for (var row : rows) {
            out.write(line(cells(page, row, names)));
        }
        out.flush();
    }

    private static List<String> cells(Page page, SheetRow row, Map<String, String> names) {
        var first = row.firstSubmittedAt();
        return List.of(
                names.getOrDefault(row.region().value(), row.region().value()),
                row.written(),
                row.plan(),
                page.say(row.messageKey()),
                page.day(row.dueOn()),
                first == null ? "" : page.moment(first),
                first == null ? "" : page.say(row.cameLate() ? "round.came-late" : "round.in-time"));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(RoundSummary::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        var text = FORMULA.matcher(cell).matches() ? "'" + cell : cell;
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
