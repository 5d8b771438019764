package org.kepu.audit.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) as a spreadsheet opens them; nothing in them is taken for a formula. */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private final Writer out;

    Csv(OutputStream out) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.out.write(BYTE_ORDER_MARK);
    }

    void line(List<String> cells) throws IOException {
        out.write(cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    void end() throws IOException {
        out.flush();
    }

    private static String quoted(String cell) {
        var text = FORMULA.matcher(cell).matches() ? "'" + cell : cell;
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
