package org.kepu.plandoc.source;

import java.util.List;
import java.util.regex.Pattern;
import org.kepu.plandoc.source.GlyphLines.Placed;

/**
 * The margins of one page and whether its paragraphs begin with an indent. Chinese official writing indents by two
 * characters; where it does, a line at the margin is the rest of the line above.
 */
record Margins(float left, float right, boolean areIndentsUsed) {
    private static final int RUNNING_TEXT = 10;
    private static final float FEWEST = 1.5f;
    private static final float MOST = 2.6f;
    private static final Pattern NUMBERED =
            Pattern.compile("(?:[（(]?[一二三四五六七八九十]+[、)）]|[（(]?\\d{1,2}[.．、)）](?!\\d)|第[一二三四五六七八九十]+[章节条]|[①-⑳]|——).*");

    static Margins of(List<Placed> lines) {
        float left = (float) lines.stream().mapToDouble(Placed::left).min().orElse(0);
        float right = (float) lines.stream()
                .filter(line -> line.line().text().length() >= RUNNING_TEXT)
                .mapToDouble(Placed::right)
                .max()
                .orElse(0);
        long indented = lines.stream()
                .filter(line -> line.left() - left > FEWEST * line.size() && line.left() - left < MOST * line.size())
                .count();
        return new Margins(left, right, indented >= 2);
    }

    Printed printed(Placed line) {
        boolean isFull = line.right() > right - 1.5f * line.size();
        boolean isAtMargin = Math.abs(line.left() - left) < 0.5f * line.size();
        boolean isNumbered = NUMBERED.matcher(line.line().text()).matches();
        return new Printed(line.line(), isFull, areIndentsUsed && isAtMargin && !isNumbered);
    }
}
