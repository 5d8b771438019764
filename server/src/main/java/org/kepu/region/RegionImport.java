package org.kepu.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.region.ImportRow.Columns;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.Sheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes streets and villages from a file into the tree. Keyed by code: a file imported again changes nothing. A row that differs
 * from the tree is a correction if the recorded state began on the same day, and a new state (rename, move) if it began earlier.
 * A code missing in the file is not abolished by it. Banners and above are only compared: they change by decision, not by list.
 */
@Service
class RegionImport {

    private static final int BATCH = 2_000;

    private final ImportTable table;
    private final TransactionTemplate transaction;

    RegionImport(ImportTable table, TransactionTemplate transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    /** What an import would do. Runs the import itself and takes it back. */
    ImportReport check(Scope scope, Sheet sheet, LocalDate since, String basis) {
        return carryOut(scope, sheet, since, basis, false);
    }

    /** Takes the file in, all good rows or, if anything breaks, none. */
    ImportReport run(Scope scope, Sheet sheet, LocalDate since, String basis) {
        return carryOut(scope, sheet, since, basis, true);
    }

    private ImportReport carryOut(Scope scope, Sheet sheet, LocalDate since, String basis, boolean keep) {
        scope.demands(Right.KEEP_REGIONS);
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            if (!keep) {
                status.setRollbackOnly();
            }
            var rejections = new Rejections();
            table.open();
            int read = stage(sheet, rejections);
            table.rejectDoubled(rejections);
            table.rejectChangesAboveSumu(rejections);
            table.rejectOutOfReach(scope, rejections);
            table.rejectUnknownParents(since, rejections);
            table.rejectOlderThanRecorded(since, rejections);
            return rejections.report(read, table.write(since, basis));
        }));
    }

    private int stage(Sheet sheet, Rejections rejections) {
        var batch = new ArrayList<ImportRow>(BATCH);
        var reader = new Sheet.RowReader() {
            private @Nullable Columns columns;
            private int read;

            @Override
            public void row(int line, List<String> cells) {
                var known = columns;
                if (known == null) {
                    columns = Columns.of(cells);
                    return;
                }
                read++;
                ImportRow.read(line, cells, known, rejections).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    table.stage(batch);
                    batch.clear();
                }
            }
        };
        sheet.read(reader);
        table.stage(batch);
        return reader.read;
    }
}
