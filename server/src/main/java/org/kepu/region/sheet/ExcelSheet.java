package org.kepu.region.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel workbook (.xlsx), streamed. A code kept as a number is read in full digits. */
record ExcelSheet(Content content, int mostRows) implements Sheet {

    private static final long MOST_BYTES_UNPACKED = 256L * 1024 * 1024;

    @Override
    public void read(RowReader reader) {
        refuseBombs();
        try (var workbook = content.workbook();
                var rows = workbook.getFirstSheet().openStream()) {
            int count = 0;
            for (var row : (Iterable<Row>) rows::iterator) {
                var cells = cells(row);
                if (cells.stream().anyMatch(text -> !text.isEmpty())) {
                    if (++count > mostRows) {
                        throw new UnreadableSheet("region.sheet.tooManyRows");
                    }
                    reader.row(row.getRowNum(), cells);
                }
            }
        } catch (IOException | org.dhatim.fastexcel.reader.ExcelReaderException e) {
            throw new UnreadableSheet("region.sheet.brokenExcel");
        }
    }

    private void refuseBombs() {
        var chunk = new byte[64 * 1024];
        long unpacked = 0;
        try (var zip = content.zip()) {
            for (var entry : (Iterable<ZipArchiveEntry>) () -> zip.getEntries().asIterator()) {
                try (var content = zip.getInputStream(entry)) {
                    for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                        unpacked += count;
                        if (unpacked > MOST_BYTES_UNPACKED) {
                            throw new UnreadableSheet("region.sheet.tooLarge");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UnreadableSheet("region.sheet.brokenExcel");
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(text(row.getOptionalCell(i).orElse(null)));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
        }
        return cell.getText().strip();
    }
}
