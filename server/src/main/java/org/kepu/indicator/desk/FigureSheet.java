package org.kepu.indicator.desk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Figure;
import org.kepu.page.Page;
import org.springframework.stereotype.Component;

/** A figure as CSV, as spreadsheets here read it: UTF-8 with a byte order mark. */
@Component
class FigureSheet {

    private static final String MARK = "\uFEFF";

    byte[] of(Page page, FigureQuery query, Figure figure, String sentence) {
        var rows = new StringBuilder(MARK);
        var definition = query.definition();
        row(rows, page.say("indicator.name"), definition.name());
        row(rows, page.say("indicator.explained"), sentence);
        row(rows, page.say("indicator.region"), query.region().name());
        row(rows, page.say("indicator.window"), query.window().words(page));
        row(rows, page.say("indicator.as-of"), page.moment(figure.asOf()));
        row(rows, page.say("indicator.edition"), page.day(figure.edition()));
        row(rows);
        row(rows, page.say(query.partsKey()), page.say("indicator.value"), page.say("indicator.unit"));
        row(rows, page.say("indicator.by.NONE"), plain(figure.value()), definition.unit());
        figure.parts().forEach(part -> row(rows, Written.name(page, part), plain(part.value()), definition.unit()));
        if (query.byOrganiser()) {
            row(rows, page.say("indicator.organisers.note"));
        }
        if (!figure.fallShort().isEmpty()) {
            row(rows);
            row(rows, page.say("indicator.short"), page.say("indicator.short.has"), page.say("indicator.short.needs"));
            figure.fallShort().forEach(one -> row(rows, one.name(), plain(one.has()), plain(one.needs())));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(java.math.@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    private static void row(StringBuilder rows, String... cells) {
        rows.append(Arrays.stream(cells).map(FigureSheet::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** A cell that a spreadsheet would take for a formula is kept text. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
