package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;

/** Joins lines that a page's width has cut, so that a paragraph is one passage again. */
final class HardWraps {
    private static final int LONG = 20;
    private static final int LINES_THAT_SHOW_A_WIDTH = 5;
    private static final int WIDEST = 400;
    private static final String OPEN_ENDS = "，、（《“〔—";
    private static final String NEVER_FIRST = "，。、；：）》”〕！？%";

    private final List<Line> lines;
    private final int wrap;
    private final boolean blankMeansNothing;
    private final boolean indents;

    private HardWraps(List<Line> lines) {
        this.lines = lines;
        this.wrap = width(lines);
        this.blankMeansNothing =
                2 * lines.stream().filter(line -> line.blankAbove() > 0).count() > lines.size();
        this.indents = indents();
    }

    static List<Para> undo(List<Line> lines) {
        return new HardWraps(lines).paragraphs();
    }

    /**
     * The width at which lines break off in mid-sentence, or 0 where lines end where their sentences do: then some lines are
     * far wider than others that break off.
     */
    private static int width(List<Line> lines) {
        var all = new int[WIDEST + 1];
        var brokenOff = new int[WIDEST + 1];
        int longLines = 0;
        int broken = 0;
        for (var line : lines) {
            int width = Math.min(line.width(), WIDEST);
            if (width >= LONG) {
                longLines++;
                all[width]++;
                if (isBrokenOff(line)) {
                    broken++;
                    brokenOff[width]++;
                }
            }
        }
        int best = 0;
        int most = 0;
        for (int width = LONG + 4; width < WIDEST; width++) {
            int near = sum(brokenOff, width - 5, width);
            if (near >= most && near > 0) {
                most = near;
                best = width;
            }
        }
        int wider = sum(all, best + 5, WIDEST);
        boolean shared = most >= LINES_THAT_SHOW_A_WIDTH && most * 10 >= broken * 3 && wider * 8 <= longLines;
        return shared ? best : 0;
    }

    private static boolean isBrokenOff(Line line) {
        char last = line.text().folded().charAt(line.text().length() - 1);
        return "。；：！？）”".indexOf(last) < 0;
    }

    private static int sum(int[] counts, int from, int to) {
        int sum = 0;
        for (int i = Math.max(0, from); i <= to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Whether paragraphs begin indented and their further lines do not. */
    private boolean indents() {
        if (wrap == 0) {
            return false;
        }
        long indented = lines.stream().filter(line -> line.indent() >= 2).count();
        long begun = lines.stream()
                .filter(line -> Marker.of(line.text()).isPresent())
                .count();
        long begunIndented = lines.stream()
                .filter(line -> Marker.of(line.text()).isPresent() && line.indent() >= 2)
                .count();
        return begun >= 3 && begunIndented * 10 >= begun * 7 && indented * 10 <= lines.size() * 7L;
    }

    private List<Para> paragraphs() {
        var paragraphs = new ArrayList<Para>();
        var open = new ArrayList<Line>();
        for (var line : lines) {
            if (!open.isEmpty() && !continues(open, line)) {
                paragraphs.add(join(open));
                open.clear();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            paragraphs.add(join(open));
        }
        return paragraphs;
    }

    private boolean continues(List<Line> open, Line next) {
        var above = open.getLast();
        if (NEVER_FIRST.indexOf(next.text().folded().charAt(0)) >= 0 && !isOpeningDash(next)) {
            return true;
        }
        boolean starts =
                Marker.of(next.text()).isPresent() || Assignments.isLabelLine(next.text()) && !isInBracket(open);
        if (starts) {
            return false;
        }
        char last = above.text().folded().charAt(above.text().length() - 1);
        boolean unfinished = !Sentences.endsSentence(above.text()) && last != '：';
        if (wrap == 0) {
            return OPEN_ENDS.indexOf(last) >= 0 && open.getFirst().text().length() > 12 && next.blankAbove() == 0;
        }
        if (isNumber(next)) {
            return false;
        }
        boolean goesOn = indents && unfinished && next.indent() == 0 && above.width() * 100 >= wrap * 60;
        boolean full = goesOn || above.width() * 100 >= wrap * 85;
        if (!full || above.bold() != next.bold()) {
            return OPEN_ENDS.indexOf(last) >= 0 && last != '—' && next.blankAbove() == 0;
        }
        if (indents && next.indent() >= 2) {
            return false;
        }
        return unfinished || last == '：' && above.width() >= wrap - 5 || blankMeansNothing || next.blankAbove() == 0;
    }

    /** A 文号 on a line of its own below a title that fills its line. */
    private boolean isNumber(Line line) {
        return line.width() * 100 < wrap * 60
                && line.text().folded().endsWith("号")
                && DocumentNumber.own(line.text()).isPresent();
    }

    /** （牵头单位：…；⏎责任单位：…） is one note on two lines. */
    private static boolean isInBracket(List<Line> open) {
        for (int i = open.size() - 1; i >= Math.max(0, open.size() - 4); i--) {
            var text = open.get(i).text().folded();
            int opened = text.lastIndexOf('（');
            int closed = text.lastIndexOf('）');
            if (opened >= 0 || closed >= 0) {
                return opened > closed;
            }
        }
        return false;
    }

    private static boolean isOpeningDash(Line line) {
        return line.text().folded().startsWith("——");
    }

    private static Para join(List<Line> lines) {
        var first = lines.getFirst();
        return Para.of(
                Passage.join(lines.stream().map(Line::text).toList()),
                lines.stream().allMatch(Line::bold),
                first.outlineLevel());
    }
}
