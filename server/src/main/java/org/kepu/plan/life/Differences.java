package org.kepu.plan.life;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.SourceText.Paragraph;
import org.kepu.plandoc.SourceText.Table;

/** Where two versions of a document differ, paragraph by paragraph, in the order of the later one. */
public record Differences(List<Row> rows) {

    /** Two paragraphs with less in common are not one that was reworded. */
    private static final double REWORDED = 0.3;

    /** Longer passages are not searched for pairs: each is shown as taken out or put in. */
    private static final int MOST_PAIRS = 40_000;

    public Differences {
        rows = List.copyOf(rows);
    }

    /** What became of a paragraph. */
    public enum Change {
        SAME,
        REWORDED,
        ADDED,
        REMOVED;

        public String messageKey() {
            return "life.change." + name();
        }
    }

    /** A stretch of a paragraph; the changed ones stand on one side only. */
    public record Piece(String text, boolean changed) {}

    /** One paragraph, before and after; the side on which it is not there is empty. */
    public record Row(Change change, List<Piece> before, List<Piece> after) {
        public Row {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** The words before, without marks. */
        public String was() {
            return joined(before);
        }

        public String is() {
            return joined(after);
        }

        private static String joined(List<Piece> pieces) {
            return String.join("", pieces.stream().map(Piece::text).toList());
        }
    }

    static Differences between(SourceText earlier, SourceText later) {
        var before = paragraphs(earlier);
        var after = paragraphs(later);
        var rows = new ArrayList<Row>();
        int at = 0;
        for (var delta : DiffUtils.diff(bare(before), bare(after)).getDeltas()) {
            same(after, at, delta.getTarget().getPosition(), rows);
            changed(part(before, delta, true), part(after, delta, false), rows);
            at = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        same(after, at, after.size(), rows);
        return new Differences(rows);
    }

    public List<Row> changes() {
        return rows.stream().filter(row -> row.change() != Change.SAME).toList();
    }

    /** Paragraphs and rows of tables as lines; empty ones are none. */
    private static List<String> paragraphs(SourceText source) {
        return source.blocks().stream()
                .flatMap(block -> switch (block) {
                    case Paragraph paragraph -> Stream.of(source.of(paragraph.at()));
                    case Table table ->
                        table.rows().stream()
                                .map(row -> String.join(
                                        " | ",
                                        row.cells().stream()
                                                .map(cell ->
                                                        source.of(cell.at()).strip())
                                                .toList()));
                })
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** White space is no difference. */
    private static List<String> bare(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("[\\s\\u3000]+", "")).toList();
    }

    private static List<String> part(List<String> all, AbstractDelta<String> delta, boolean source) {
        var chunk = source ? delta.getSource() : delta.getTarget();
        return all.subList(chunk.getPosition(), chunk.getPosition() + chunk.size());
    }

    private static void same(List<String> texts, int from, int to, List<Row> rows) {
        texts.subList(from, to)
                .forEach(text -> rows.add(
                        new Row(Change.SAME, List.of(new Piece(text, false)), List.of(new Piece(text, false)))));
    }

    /** Pairs what was reworded, in order; the rest was taken out or put in. */
    private static void changed(List<String> before, List<String> after, List<Row> rows) {
        var partner = partners(before, after);
        int shown = 0;
        for (int i = 0; i < before.size(); i++) {
            if (partner[i] < 0) {
                rows.add(new Row(Change.REMOVED, List.of(new Piece(before.get(i), true)), List.of()));
                continue;
            }
            shown = added(after, shown, partner[i], rows);
            rows.add(reworded(before.get(i), after.get(partner[i])));
            shown++;
        }
        added(after, shown, after.size(), rows);
    }

    private static int added(List<String> after, int from, int to, List<Row> rows) {
        after.subList(from, to)
                .forEach(text -> rows.add(new Row(Change.ADDED, List.of(), List.of(new Piece(text, true)))));
        return to;
    }

    /** For each paragraph before the one after that it became, or -1: the pairs that are most alike in all, none crossing. */
    private static int[] partners(List<String> before, List<String> after) {
        int n = before.size();
        int m = after.size();
        var partner = IntStream.generate(() -> -1).limit(n).toArray();
        if ((long) n * m > MOST_PAIRS) {
            return partner;
        }
        var pairsBefore = before.stream().map(Differences::pairs).toList();
        var pairsAfter = after.stream().map(Differences::pairs).toList();
        var best = new double[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                var together = likeness(pairsBefore.get(i), pairsAfter.get(j));
                var paired = together < REWORDED ? 0 : together + best[i + 1][j + 1];
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        for (int i = 0, j = 0; i < n && j < m; ) {
            if (best[i][j] == best[i + 1][j]) {
                i++;
            } else if (best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                partner[i++] = j++;
            }
        }
        return partner;
    }

    /** The pairs of neighbouring letters. */
    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        var both = one.stream().filter(other::contains).count();
        return 2.0 * both / (one.size() + other.size());
    }

    private static Row reworded(String before, String after) {
        var left = new ArrayList<Piece>();
        var right = new ArrayList<Piece>();
        int from = 0;
        int to = 0;
        for (var delta : DiffUtils.diff(letters(before), letters(after)).getDeltas()) {
            var source = delta.getSource();
            var target = delta.getTarget();
            piece(before, from, source.getPosition(), false, left);
            piece(after, to, target.getPosition(), false, right);
            from = source.getPosition() + source.size();
            to = target.getPosition() + target.size();
            piece(before, source.getPosition(), from, true, left);
            piece(after, target.getPosition(), to, true, right);
        }
        piece(before, from, before.length(), false, left);
        piece(after, to, after.length(), false, right);
        return new Row(Change.REWORDED, left, right);
    }

    private static void piece(String text, int from, int to, boolean changed, List<Piece> pieces) {
        if (from < to) {
            pieces.add(new Piece(text.substring(from, to), changed));
        }
    }

    private static List<String> letters(String text) {
        return text.chars().mapToObj(Character::toString).toList();
    }
}
