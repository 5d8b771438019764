package org.kepu.region.sheet;

import java.util.List;

/** A table of text cells. Rows without any text are not told of. */
public interface Sheet {

    /** The longest file that is taken; the whole region's villages fill a tenth of it. */
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
        if (file.length == 0) {
            throw new UnreadableSheet("region.sheet.empty");
        }
        if (file.length > MOST_BYTES) {
            throw new UnreadableSheet("region.sheet.tooLarge");
        }
        if (startsWith(file, 'P', 'K', 3, 4)) {
            return new ExcelSheet(file);
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableSheet("region.sheet.oldExcel");
        }
        return new CsvSheet(file);
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
