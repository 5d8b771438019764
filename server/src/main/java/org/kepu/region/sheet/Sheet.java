package org.kepu.region.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table of text cells. Rows without any text are not told of. */
public interface Sheet {

    /** The longest file that is taken in memory; the whole region's villages fill a tenth of it. */
    int MOST_BYTES = 10 * 1024 * 1024;

    /** The most rows that are read; the country has about 700,000 villages, the region 14,000. */
    int MOST_ROWS = 200_000;

    /** Tells the reader each row in turn.
     *
     * @throws UnreadableSheet if the file is not a table after all
     */
    void read(RowReader reader);

    /** Hears one row after the other. */
    interface RowReader {
        /** @param line the number that a spreadsheet shows beside the row */
        void row(int line, List<String> cells);
    }

    /** The table in this file, by its first bytes, whatever it is called. */
    static Sheet of(byte[] file) {
        return of(new Content.InMemory(file), file.length, MOST_BYTES, MOST_ROWS);
    }

    /** The table in this file, which stays on disk while it is read. */
    static Sheet of(Path file, long mostBytes, int mostRows) {
        try {
            return of(new Content.OnDisk(file), Files.size(file), mostBytes, mostRows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet of(Content content, long bytes, long mostBytes, int mostRows) {
        if (bytes == 0) {
            throw new UnreadableSheet("region.sheet.empty");
        }
        if (bytes > mostBytes) {
            throw new UnreadableSheet("region.sheet.tooLarge");
        }
        var head = head(content);
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return new ExcelSheet(content, mostRows);
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableSheet("region.sheet.oldExcel");
        }
        return new CsvSheet(content, mostRows);
    }

    private static byte[] head(Content content) {
        try (var bytes = content.open()) {
            return bytes.readNBytes(4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] file, int... first) {
        if (file.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
