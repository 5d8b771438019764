package org.kepu.indicator.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.BodyNames;
import org.kepu.indicator.BulkFacts;
import org.kepu.indicator.FactReach;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Terms;
import org.kepu.indicator.history.Rows.Row;
import org.kepu.region.Regions;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.Sheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file of facts over, piece by piece, each in its transaction. A file that was cut off in the middle is simply taken
 * over again: what is there already counts once.
 */
@Service
class HistoryImport {

    /** The rows of one transaction. */
    static final int PIECE = 20_000;

    private final BulkFacts facts;
    private final FactReach reach;
    private final Regions regions;
    private final Terms terms;
    private final BodyNames names;
    private final Bodies bodies;
    private final HistoryTable table;
    private final TransactionTemplate transaction;

    HistoryImport(
            BulkFacts facts,
            FactReach reach,
            Regions regions,
            Terms terms,
            BodyNames names,
            Bodies bodies,
            HistoryTable table,
            TransactionTemplate transaction) {
        this.facts = facts;
        this.reach = reach;
        this.regions = regions;
        this.terms = terms;
        this.names = names;
        this.bodies = bodies;
        this.table = table;
        this.transaction = transaction;
    }

    /** What taking it over would do (试读). Takes it over in one transaction and takes that back. */
    ImportReport check(Scope scope, Sheet sheet, RegionCode numbering) {
        return Objects.requireNonNull(transaction.execute(begun -> {
            begun.setRollbackOnly();
            return new Taking(scope, numbering, null).report(sheet);
        }));
    }

    /** Takes all good rows over. */
    ImportReport run(Scope scope, Sheet sheet, RegionCode numbering, UUID file) {
        return new Taking(scope, numbering, file).report(sheet);
    }

    /** One file being taken over. */
    private final class Taking implements Sheet.RowReader {

        private final Scope scope;
        private final RegionCode numbering;
        private final @Nullable UUID file;
        private final Rejections rejections = new Rejections();
        private final List<Row> piece = new ArrayList<>(PIECE);
        private @Nullable Rows rows;
        private int read;
        private int written;

        Taking(Scope scope, RegionCode numbering, @Nullable UUID file) {
            this.scope = scope.demands(Right.RECORD_FACTS);
            this.numbering = numbering;
            this.file = file;
        }

        ImportReport report(Sheet sheet) {
            sheet.read(this);
            takeOver();
            return rejections.report(read, written);
        }

        @Override
        public void row(int line, List<String> cells) {
            var known = rows;
            if (known == null) {
                rows = new Rows(
                        Rows.Vocabulary.of(terms.kinds(), terms.audiences(), terms.places()),
                        new Organisers(names, bodies, scope, numbering),
                        numbering,
                        rejections,
                        Columns.of(cells));
                return;
            }
            read++;
            known.read(line, cells).ifPresent(piece::add);
            if (piece.size() == PIECE) {
                takeOver();
            }
        }

        private void takeOver() {
            if (!piece.isEmpty()) {
                written += Objects.requireNonNull(transaction.execute(begun -> record(withinReach())));
                piece.clear();
            }
        }

        private List<Row> withinReach() {
            var beyond = reach.beyond(scope, piece.stream().map(Row::fact).toList());
            var known = known(beyond);
            var within = new ArrayList<Row>(piece.size());
            for (int i = 0; i < piece.size(); i++) {
                var row = piece.get(i);
                if (!beyond.contains(i)) {
                    within.add(row);
                } else {
                    var region = row.fact().region();
                    rejections.add(RowError.of(
                            row.line(),
                            Column.REGION.heading(),
                            known.contains(region) ? "history.row.outOfReach" : "history.row.region",
                            region));
                }
            }
            return within;
        }

        private Set<RegionCode> known(Set<Integer> positions) {
            return positions.isEmpty()
                    ? Set.of()
                    : regions.all(positions.stream()
                                    .map(i -> piece.get(i).fact().region())
                                    .collect(Collectors.toSet()))
                            .keySet();
        }

        private int record(List<Row> within) {
            var answers =
                    facts.record(scope.actor(), within.stream().map(Row::fact).toList());
            var lines = new ArrayList<Integer>(within.size());
            var ids = new ArrayList<Long>(within.size());
            for (int i = 0; i < within.size(); i++) {
                var row = within.get(i);
                switch (answers.get(i)) {
                    case Recorded.New added -> {
                        lines.add(row.line());
                        ids.add(added.fact());
                    }
                    case Recorded.Already there -> {}
                    case Recorded.Refused refused ->
                        rejections.add(RowError.of(
                                row.line(),
                                column(refused.reason()).heading(),
                                refused.reason().messageKey()));
                }
            }
            if (file != null) {
                table.opens(file, ids, lines);
                table.moved(file);
            }
            return ids.size();
        }

        private static Column column(Recorded.Reason reason) {
            return switch (reason) {
                case UNKNOWN_KIND, AMOUNT_NOT_OF_KIND -> Column.KIND;
                case THING_MISSING, THING_OF_OTHER_KIND -> Column.THING_CODE;
                case PERSONS_NOT_COUNTED -> Column.PERSONS;
                case UNKNOWN_AUDIENCE -> Column.AUDIENCE;
                case UNKNOWN_PLACE -> Column.PLACE;
                case UNKNOWN_REGION -> Column.REGION;
                case UNKNOWN_DAY -> Column.DAY;
                case TOLD_OTHERWISE, VERSION_MISSING -> Column.VERSION;
            };
        }
    }
}
