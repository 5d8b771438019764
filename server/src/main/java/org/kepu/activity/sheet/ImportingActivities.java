package org.kepu.activity.sheet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.SessionId;
import org.kepu.activity.Vocabulary;
import org.kepu.activity.WritingMany;
import org.kepu.activity.desk.Choices;
import org.kepu.activity.desk.NamedBodies;
import org.kepu.activity.sheet.ReadingRows.Sound;
import org.kepu.activity.sheet.TakenRows.Key;
import org.kepu.activity.sheet.TakenRows.Named;
import org.kepu.indicator.Terms;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.Sheet;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.DigestUtils;

/** Takes tables of activities over: all good rows in one transaction, read and written piece by piece, and none of them twice. */
@Service
class ImportingActivities {

    private static final int PIECE = 1_000;

    private final TakenRows rows;
    private final WritingMany writing;
    private final Vocabulary vocabulary;
    private final Terms terms;
    private final NamedBodies names;
    private final Choices choices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportingActivities(
            TakenRows rows,
            WritingMany writing,
            Vocabulary vocabulary,
            Terms terms,
            NamedBodies names,
            Choices choices,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.writing = writing;
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.names = names;
        this.choices = choices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What taking it over would do (试读). Takes it over and takes that back. */
    ImportReport check(Scope scope, Sheet sheet, RegionCode numbering) {
        return Objects.requireNonNull(transaction.execute(begun -> {
            begun.setRollbackOnly();
            return run(scope, sheet, numbering);
        }));
    }

    /** Takes all good rows over, within the transaction of whoever calls it. */
    ImportReport run(Scope scope, Sheet sheet, RegionCode numbering) {
        scope.demands(Right.RUN_ACTIVITIES);
        rows.lock(numbering);
        return new Taking(scope, numbering).report(sheet);
    }

    /** One file being taken over. */
    private final class Taking implements Sheet.RowReader {

        private final Scope scope;
        private final RegionCode numbering;
        private final Rejections rejections = new Rejections();
        private final ReadingRows reading =
                new ReadingRows(new SheetWords(vocabulary, terms, names, choices, clock), rejections);
        private final List<SheetRow> piece = new ArrayList<>(PIECE);
        private @Nullable Map<SheetColumn, Integer> places;
        private @Nullable SheetRow above;
        private int read;
        private int written;

        Taking(Scope scope, RegionCode numbering) {
            this.scope = scope;
            this.numbering = numbering;
        }

        ImportReport report(Sheet sheet) {
            sheet.read(this);
            takeOver();
            return rejections.report(read, written);
        }

        @Override
        public void row(int line, List<String> cells) {
            var known = places;
            if (known == null) {
                places = headed(SheetColumn.places(cells));
                return;
            }
            read++;
            var before = above;
            var row = SheetRow.of(line, cells, known);
            var whole = before == null ? row : row.after(before);
            above = whole;
            piece.add(whole);
            if (piece.size() == PIECE) {
                takeOver();
            }
        }

        private static Map<SheetColumn, Integer> headed(Map<SheetColumn, Integer> found) {
            for (var column : SheetColumn.values()) {
                if (column.needed() && !found.containsKey(column)) {
                    throw new UnreadableSheet("sheet.heading");
                }
            }
            return found;
        }

        private void takeOver() {
            if (!piece.isEmpty()) {
                written += new Piece(withinReach(reading.read(piece))).write();
                piece.clear();
            }
        }

        private List<Sound> withinReach(List<Sound> sound) {
            var beyond = writing.beyond(scope, sound.stream().map(Sound::told).toList());
            var within = new ArrayList<Sound>(sound.size());
            for (int i = 0; i < sound.size(); i++) {
                if (beyond.contains(i)) {
                    reject(sound.get(i), SheetColumn.REGION, "activity.wrong.region");
                } else {
                    within.add(sound.get(i));
                }
            }
            return within;
        }

        private void reject(Sound row, SheetColumn column, String reason) {
            rejections.add(RowError.of(row.row().line(), column.heading(), reason));
        }

        /** Rows that are sound, being written together. */
        private final class Piece {

            private final List<Sound> sound;
            private final Map<String, Named> known;
            private final Map<String, Named> fresh = new HashMap<>();
            private final Map<Key, SessionId> added = new HashMap<>();
            private final List<WritingMany.Draft> drafts = new ArrayList<>();
            private final List<WritingMany.Once> sessions = new ArrayList<>();

            Piece(List<Sound> sound) {
                this.sound = sound;
                this.known = rows.named(scope, numbering, numbers());
            }

            private List<String> numbers() {
                return sound.stream().map(row -> row.row().number()).distinct().toList();
            }

            /** How many sessions are new. */
            int write() {
                var taken = rows.taken(numbering, numbers());
                for (var row : sound) {
                    var number = row.row().number();
                    var named = known.computeIfAbsent(number, unknown -> draft(unknown, row));
                    var key = new Key(number, row.planned().starts().getEpochSecond());
                    var activity = named.activity();
                    if (activity == null) {
                        reject(row, SheetColumn.NUMBER, "sheet.row.existing");
                    } else if (!named.told().equals(print(row))) {
                        reject(row, SheetColumn.NUMBER, "sheet.row.told-otherwise");
                    } else if (taken.add(key)) {
                        add(row, key, activity, named.open());
                    }
                }
                writing.write(scope, drafts, sessions);
                rows.remember(numbering, fresh, added);
                return sessions.size();
            }

            private Named draft(String number, Sound row) {
                var draft = new WritingMany.Draft(new ActivityId(UUID.randomUUID()), row.told());
                var named = new Named(draft.id(), print(row), true);
                drafts.add(draft);
                fresh.put(number, named);
                return named;
            }

            private void add(Sound row, Key key, ActivityId activity, boolean open) {
                if (!open) {
                    reject(row, SheetColumn.NUMBER, "sheet.row.gone");
                    return;
                }
                var id = new SessionId(UUID.randomUUID());
                sessions.add(new WritingMany.Once(id, activity, row.planned()));
                added.put(key, id);
            }

            /** What is told of the activity, in few signs. */
            private static String print(Sound row) {
                return DigestUtils.md5DigestAsHex(row.told().toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
