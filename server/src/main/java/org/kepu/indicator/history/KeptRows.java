package org.kepu.indicator.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.PersonMarks;
import org.kepu.region.sheet.Sheet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a file as they are read and kept: with marks in place of the numbers of persons, so that from here on no number is
 * in the database, a report or a log (个人信息保护法第五十一条). A line of JSON for each row, packed.
 */
@Component
class KeptRows {

    /** What stands for a number that names nobody. */
    private static final String NOBODY = "?";

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[、,，;；\\r\\n]+");

    private final PersonMarks marks;
    private final JsonMapper json;

    KeptRows(PersonMarks marks, JsonMapper json) {
        this.marks = marks;
        this.json = json;
    }

    private record Kept(int line, List<String> cells) {}

    void write(Sheet sheet, Path to) throws IOException {
        try (var written =
                new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(to)), UTF_8))) {
            sheet.read(new Copy(written));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    Sheet read(Path from) {
        return reader -> {
            try (var rows =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(from)), UTF_8))) {
                for (var row = rows.readLine(); row != null; row = rows.readLine()) {
                    var kept = json.readValue(row, Kept.class);
                    reader.row(kept.line(), kept.cells());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private String marks(String cell) {
        return BETWEEN_NUMBERS
                .splitAsStream(cell)
                .filter(number -> !number.isBlank())
                .map(number -> PersonNumber.is(number) ? marks.of(number).hex() : NOBODY)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private final class Copy implements Sheet.RowReader {

        private final BufferedWriter written;
        private @Nullable Columns columns;

        Copy(BufferedWriter written) {
            this.written = written;
        }

        @Override
        public void row(int line, List<String> cells) {
            var known = columns;
            if (known == null) {
                columns = Columns.of(cells);
                write(new Kept(line, cells));
            } else {
                write(new Kept(line, known.with(Column.PERSONS, cells, KeptRows.this::marks)));
            }
        }

        private void write(Kept row) {
            try {
                written.write(json.writeValueAsString(row));
                written.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
