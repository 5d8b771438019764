package org.kepu.paper.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kepu.paper.Paper;
import org.kepu.paper.Part;

/** Lays a paper out into blocks, and numbers its headings, tables, charts and appendices on the way. */
public final class Blocks {

    private static final int DEEPEST = 4;

    /** 成文日期右空四字 (7.3.5.1). */
    private static final double BESIDE_DATE = 4;

    private static final double SMALLEST_MARK = 22;

    /** So many of 二号 stand on a line. */
    private static final double TITLE_CHARACTERS = 20;

    private static final char LATIN_END = 0x2000;

    private final List<Block> blocks = new ArrayList<>();
    private int tables;
    private int charts;

    private Blocks() {}

    public static List<Block> of(Paper paper) {
        var all = new Blocks();
        all.head(paper);
        all.parts(paper.parts(), 1);
        all.attached(paper.appendices());
        all.signature(paper);
        all.appendices(paper.appendices());
        return List.copyOf(all.blocks);
    }

    private void head(Paper paper) {
        if (!paper.mark().isBlank()) {
            blocks.add(mark(clean(paper.mark())));
            blocks.add(new Block.Room(1));
            line(Style.NUMBER, paper.number());
            blocks.add(new Block.RedLine());
        }
        line(Style.TITLE, balanced(paper.title()));
        if (paper.mark().isBlank()) {
            line(Style.NUMBER, paper.number());
        }
        line(Style.ADDRESSEE, paper.addressee());
        if (paper.addressee().isBlank()) {
            blocks.add(new Block.Room(1));
        }
    }

    private void parts(List<Part> parts, int level) {
        int sections = 0;
        for (var part : parts) {
            switch (part) {
                case Part.Text text -> text.words().lines().forEach(words -> line(Style.TEXT, words));
                case Part.Section section -> {
                    if (level > DEEPEST) {
                        throw new IllegalArgumentException("headings go to the fourth level: " + section.heading());
                    }
                    sections++;
                    line(Style.heading(level), Numbering.heading(level, sections) + section.heading());
                    parts(section.parts(), level + 1);
                }
                case Part.Rows rows -> {
                    if (!rows.table().caption().isBlank()) {
                        tables++;
                        line(Style.CAPTION, "表" + tables + "　" + rows.table().caption());
                    }
                    blocks.add(new Block.Rows(rows.table()));
                }
                case Part.Code code -> blocks.add(new Block.Code(code.picture()));
                case Part.Drawing drawing -> {
                    charts++;
                    line(Style.CAPTION, "图" + charts + "　" + drawing.chart().caption());
                    blocks.add(new Block.Drawing(drawing.chart()));
                    blocks.add(new Block.Rows(drawing.chart().numbers()));
                }
            }
        }
    }

    /** 附件说明: one line below the text, the names without a mark at their end (7.3.4). */
    private void attached(List<Paper.Appendix> appendices) {
        if (appendices.isEmpty()) {
            return;
        }
        blocks.add(new Block.Room(1));
        if (appendices.size() == 1) {
            line(Style.ATTACHED, "附件：" + appendices.getFirst().title());
            return;
        }
        for (int i = 0; i < appendices.size(); i++) {
            line(
                    Style.ATTACHED,
                    (i == 0 ? "附件：" : "　　　") + (i + 1) + "." + appendices.get(i).title());
        }
    }

    /** The body stands above the date, with the same middle (7.3.5.1); a long name moves the date to the left. */
    private void signature(Paper paper) {
        if (paper.signer().isBlank() && !paper.dated()) {
            return;
        }
        blocks.add(new Block.Room(2));
        var date = paper.dated() ? Numbering.day(paper.day()) : "";
        double over = (characters(paper.signer()) - characters(date)) / 2;
        double besideDate = Math.max(BESIDE_DATE, over);
        if (!paper.signer().isBlank()) {
            blocks.add(new Block.Line(Style.SIGNER, clean(paper.signer()), besideDate - over));
        }
        if (paper.dated()) {
            blocks.add(new Block.Line(Style.SIGNER, date, besideDate));
        }
    }

    private void appendices(List<Paper.Appendix> appendices) {
        for (int i = 0; i < appendices.size(); i++) {
            var appendix = appendices.get(i);
            blocks.add(new Block.NewSheet(appendix.wide()));
            line(Style.APPENDIX, "附件" + (appendices.size() == 1 ? "" : i + 1));
            line(Style.APPENDIX_TITLE, balanced(appendix.title()));
            blocks.add(new Block.Room(1));
            parts(appendix.parts(), 1);
        }
    }

    private void line(Style style, String words) {
        if (!words.isBlank()) {
            blocks.add(new Block.Line(style, words.lines().map(Blocks::clean).collect(Collectors.joining("\n"))));
        }
    }

    private static Block.Mark mark(String words) {
        double fitting = Sheet.UPRIGHT.textWidth() / characters(words);
        return new Block.Mark(words, Math.floor(Math.clamp(fitting, SMALLEST_MARK, Style.MARK.size())));
    }

    /** A long title stands in lines of like length (7.3.1), unless its author has broken it. */
    private static String balanced(String title) {
        int lines = (int) Math.ceil(characters(title) / TITLE_CHARACTERS);
        if (lines < 2 || title.contains("\n")) {
            return title;
        }
        var broken = new StringBuilder();
        double each = characters(title) / lines;
        double taken = 0;
        int done = 1;
        for (int i = 0; i < title.length(); i++) {
            boolean between = i > 0 && !(title.charAt(i - 1) < LATIN_END && title.charAt(i) < LATIN_END);
            if (done < lines && between && taken >= each * done - 0.25) {
                broken.append('\n');
                done++;
            }
            broken.append(title.charAt(i));
            taken += characters(title.substring(i, i + 1));
        }
        return broken.toString();
    }

    /** Signs that steer have no place in either rendering, and XML does not take them. */
    public static String clean(String words) {
        return words.replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]", " ").stripTrailing();
    }

    /** How wide it is, in characters of the text. */
    private static double characters(String words) {
        return words.codePoints()
                .mapToDouble(sign -> sign < LATIN_END ? 0.5 : 1)
                .sum();
    }
}
