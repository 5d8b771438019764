package org.kepu.region.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Comma, semicolon or tab separated text (RFC 4180), in UTF-8 with or without mark, or in GB18030 as Chinese Excel writes it. */
record CsvSheet(Content content, int mostRows) implements Sheet {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    private static final int LONGEST_CELL = 10_000;

    @Override
    public void read(RowReader reader) {
        var charset = charset();
        try (var text = new BufferedReader(strictly(charset))) {
            new Parser(text, separator(charset), reader, mostRows).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Charset charset() {
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (isWrittenIn(charset)) {
                return charset;
            }
        }
        throw new UnreadableSheet("region.sheet.encoding");
    }

    private boolean isWrittenIn(Charset charset) {
        var chunk = new char[8192];
        try (var text = strictly(charset)) {
            for (int count = text.read(chunk); count >= 0; count = text.read(chunk)) {
                for (int i = 0; i < count; i++) {
                    if (chunk[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader strictly(Charset charset) throws IOException {
        return new InputStreamReader(
                content.open(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private char separator(Charset charset) throws IOException {
        try (var text = new BufferedReader(strictly(charset))) {
            var heading = text.readLine();
            if (heading == null) {
                return ',';
            }
            return heading.indexOf('\t') >= 0
                    ? '\t'
                    : heading.indexOf(',') >= 0 ? ',' : heading.indexOf(';') >= 0 ? ';' : ',';
        }
    }

    private static final class Parser {

        private final Reader text;
        private final char separator;
        private final RowReader reader;
        private final int mostRows;
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private int line = 1;
        private int rowBegan = 1;
        private int rows;
        private boolean quoted;
        private boolean afterQuote;

        Parser(Reader text, char separator, RowReader reader, int mostRows) {
            this.text = text;
            this.separator = separator;
            this.reader = reader;
            this.mostRows = mostRows;
        }

        void parse() throws IOException {
            boolean first = true;
            for (int next = text.read(); next >= 0; next = text.read()) {
                char character = (char) next;
                if (!(first && character == MARK)) {
                    take(character);
                }
                first = false;
            }
            if (quoted) {
                throw new UnreadableSheet("region.sheet.openQuote");
            }
            endRow();
        }

        private void take(char character) {
            if (quoted) {
                if (character == '"') {
                    quoted = false;
                    afterQuote = true;
                } else {
                    add(character);
                    line += character == '\n' ? 1 : 0;
                }
            } else if (character == '"' && (cell.isEmpty() || afterQuote)) {
                if (afterQuote) {
                    add('"');
                }
                quoted = true;
                afterQuote = false;
            } else if (character == separator) {
                endCell();
            } else if (character == '\n') {
                endRow();
                line++;
                rowBegan = line;
            } else if (character != '\r') {
                add(character);
            }
        }

        private void add(char character) {
            if (cell.length() >= LONGEST_CELL) {
                throw new UnreadableSheet("region.sheet.notATable");
            }
            cell.append(character);
        }

        private void endCell() {
            cells.add(cell.toString().strip());
            cell.setLength(0);
            afterQuote = false;
        }

        private void endRow() {
            endCell();
            if (cells.stream().anyMatch(text -> !text.isEmpty())) {
                if (++rows > mostRows) {
                    throw new UnreadableSheet("region.sheet.tooManyRows");
                }
                reader.row(rowBegan, cells);
            }
            cells = new ArrayList<>();
        }
    }
}
