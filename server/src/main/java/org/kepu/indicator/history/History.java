package org.kepu.indicator.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.region.Regions;
import org.kepu.region.sheet.Sheet;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of facts of past years: handed in and read on trial, then taken over once. Kept for a day, then only their reports. */
@Service
class History {

    private static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final int MOST_ROWS = 500_000;

    private final HistoryTable table;
    private final HistoryImport imports;
    private final KeptRows rows;
    private final Regions regions;
    private final Trail trail;
    private final TransactionTemplate transaction;

    History(
            HistoryTable table,
            HistoryImport imports,
            KeptRows rows,
            Regions regions,
            Trail trail,
            TransactionTemplate transaction) {
        this.table = table;
        this.imports = imports;
        this.rows = rows;
        this.regions = regions;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** What became of a file that was handed in. */
    sealed interface Receipt {
        record Checked(UUID id) implements Receipt {}

        /** @param reason the key of the sentence that says why */
        record Unreadable(String reason) implements Receipt {}

        /** The division of its numbers is not within reach. */
        record OutOfReach() implements Receipt {}
    }

    /** The divisions in whose name one can hand a file in. */
    List<RegionCode> divisions(Scope scope) {
        return scope.demands(Right.RECORD_FACTS).regions().stream().sorted().toList();
    }

    Receipt receive(Scope scope, String fileName, Path file, RegionCode numbering) throws IOException {
        scope.demands(Right.RECORD_FACTS);
        if (!regions.reaches(scope, numbering)) {
            return new Receipt.OutOfReach();
        }
        table.forgetOld();
        var kept = Files.createTempFile("kepu-history", "");
        try {
            rows.write(Sheet.of(file, MOST_BYTES, MOST_ROWS), kept);
            return keep(scope, fileName, kept, numbering);
        } catch (UnreadableSheet e) {
            return new Receipt.Unreadable(e.reason());
        } finally {
            Files.delete(kept);
        }
    }

    private Receipt keep(Scope scope, String fileName, Path kept, RegionCode numbering) {
        var report = imports.check(scope, rows.read(kept), numbering);
        return new Receipt.Checked(Objects.requireNonNull(transaction.execute(begun -> {
            try (var bytes = Files.newInputStream(kept)) {
                return table.keep(scope.actor().account(), fileName, numbering, report, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        })));
    }

    /** The file, if the division of its numbers is within reach: a colleague may take over what one has handed in. */
    Optional<HistoryFile> find(Scope scope, UUID id) {
        return table.find(scope.demands(Right.RECORD_FACTS), id);
    }

    /**
     * Takes the file over, unless that has been done or is being done. It is one line on the trail, written before the first
     * piece, so that none is taken over without it.
     */
    Optional<HistoryFile> takeOver(Scope scope, UUID id) throws IOException {
        var file = find(scope, id).filter(HistoryFile::canBeTakenOver);
        if (file.isPresent() && begun(scope, file.get())) {
            var bytes = table.unfold(id);
            try {
                var report = imports.run(scope, rows.read(bytes), file.get().numbering(), id);
                transaction.executeWithoutResult(begun -> table.done(id, report));
            } finally {
                Files.delete(bytes);
            }
        }
        return find(scope, id);
    }

    private boolean begun(Scope scope, HistoryFile file) {
        return Boolean.TRUE.equals(transaction.execute(begun -> table.take(file.id())
                .map(again -> {
                    if (!again) {
                        trail.record(
                                scope.actor(),
                                Act.of("history.act.imported", "history-file", file.id(), file.fileName())
                                        .in(file.numbering())
                                        .changed(
                                                "history.read",
                                                null,
                                                file.checked().read())
                                        .changed(
                                                "history.written",
                                                null,
                                                file.checked().written())
                                        .changed(
                                                "history.rejected",
                                                null,
                                                file.checked().rejected()));
                    }
                    return true;
                })
                .orElse(false)));
    }
}
