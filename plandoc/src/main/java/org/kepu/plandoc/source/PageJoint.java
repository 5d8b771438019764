package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts pages together: a table that goes on over the page becomes one table again, and so does a row cut in two. */
final class PageJoint {
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—–－·.第\\s]*\\d{1,4}[-—–－·.页\\s]*(?:[/共]\\s*\\d{1,4}\\s*页?)?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,3}[.、]?");

    private final List<Printed> whole = new ArrayList<>();

    List<Piece> pieces() {
        return whole.stream().map(Printed::piece).toList();
    }

    void add(List<Printed> page) {
        boolean isFirst = true;
        for (var printed : page) {
            int last = lastContent();
            var joined = isPageNumber(printed.piece()) || last < 0 ? null : joined(whole.get(last), printed, isFirst);
            if (joined == null) {
                whole.add(printed);
            } else {
                whole.set(last, joined);
            }
            isFirst &= isPageNumber(printed.piece());
        }
    }

    private int lastContent() {
        for (int i = whole.size() - 1; i >= 0; i--) {
            if (!isPageNumber(whole.get(i).piece())) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Printed joined(Printed above, Printed below, boolean overPage) {
        if (above.piece() instanceof Piece.Line upper
                && below.piece() instanceof Piece.Line lower
                && above.full()
                && below.goesOn()
                && upper.bold() == lower.bold()) {
            var line = new Piece.Line(upper.text() + lower.text(), upper.bold(), 0);
            return new Printed(line, below.full(), above.goesOn());
        }
        boolean isOneTable = overPage
                && above.piece() instanceof Piece.Grid upper
                && below.piece() instanceof Piece.Grid lower
                && width(upper) == width(lower);
        return isOneTable ? Printed.table(joined((Piece.Grid) above.piece(), (Piece.Grid) below.piece())) : null;
    }

    private static boolean isPageNumber(Piece piece) {
        return piece instanceof Piece.Line line
                && PAGE_NUMBER.matcher(line.text().strip()).matches();
    }

    private static int width(Piece.Grid grid) {
        return grid.rows().getFirst().size();
    }

    private static Piece.Grid joined(Piece.Grid upper, Piece.Grid lower) {
        var rows = new ArrayList<>(upper.rows());
        var further = new ArrayList<>(lower.rows());
        var header = upper.rows().getFirst();
        if (words(further.getFirst()).equals(words(header))) {
            rows.add(further.removeFirst());
        }
        if (!further.isEmpty() && isCounted(upper) && isRest(further.getFirst())) {
            int above =
                    words(rows.getLast()).equals(words(header)) && rows.size() > 1 ? rows.size() - 2 : rows.size() - 1;
            rows.set(above, joined(rows.get(above), further.removeFirst()));
        }
        rows.addAll(further);
        return new Piece.Grid(rows);
    }

    /** Whether each row has its own number, so that a row without one can only be the rest of a row. */
    private static boolean isCounted(Piece.Grid grid) {
        var firsts = grid.rows().stream()
                .skip(1)
                .map(row -> words(row.getFirst()))
                .filter(words -> !words.isEmpty())
                .toList();
        return !firsts.isEmpty()
                && firsts.stream()
                                        .filter(words -> COUNT.matcher(words).matches())
                                        .count()
                                * 2
                        > firsts.size();
    }

    private static boolean isRest(List<Piece.Place> row) {
        return words(row.getFirst()).isEmpty()
                && row.stream().anyMatch(place -> !words(place).isEmpty());
    }

    private static List<Piece.Place> joined(List<Piece.Place> above, List<Piece.Place> below) {
        var joined = new ArrayList<Piece.Place>();
        for (int c = 0; c < above.size(); c++) {
            var content = new ArrayList<>(above.get(c).content());
            content.addAll(below.get(c).content());
            joined.add(new Piece.Place(c, above.get(c).continued() && content.isEmpty(), content));
        }
        return joined;
    }

    private static List<String> words(List<Piece.Place> row) {
        return row.stream().map(PageJoint::words).toList();
    }

    private static String words(Piece.Place place) {
        var words = new StringBuilder();
        for (var piece : place.content()) {
            if (piece instanceof Piece.Line line) {
                words.append(line.text().replaceAll("\\s", ""));
            }
        }
        return words.toString();
    }
}
