package org.kepu.paper.setting;

/**
 * How each kind of line is set: the one table of GB/T 9704-2012 clause 7. Sizes in points, 三号 is 16, 二号 22, 四号 14;
 * indents in characters of the line; room before in lines of the page.
 */
public enum Style {
    MARK(Face.TITLE, 40, Align.CENTER, 0, 0, 1.5, 52),
    NUMBER(Face.TEXT, 16, Align.CENTER, 0, 0, 0, 29),
    TITLE(Face.TITLE, 22, Align.CENTER, 0, 0, 1, 36),
    ADDRESSEE(Face.TEXT, 16, Align.JUSTIFY, 0, 0, 1, 29),
    TEXT(Face.TEXT, 16, Align.JUSTIFY, 2, 0, 0, 29),
    HEADING_1(Face.BLACK, 16, Align.JUSTIFY, 2, 1, 0, 29),
    HEADING_2(Face.BRUSH, 16, Align.JUSTIFY, 2, 2, 0, 29),
    HEADING_3(Face.TEXT, 16, Align.JUSTIFY, 2, 3, 0, 29),
    HEADING_4(Face.TEXT, 16, Align.JUSTIFY, 2, 4, 0, 29),
    CAPTION(Face.BLACK, 12, Align.CENTER, 0, 0, 0.35, 24),
    ATTACHED(Face.TEXT, 16, Align.JUSTIFY, 2, 0, 0, 29),
    SIGNER(Face.TEXT, 16, Align.RIGHT, 0, 0, 0, 29),
    APPENDIX(Face.BLACK, 16, Align.JUSTIFY, 0, 1, 0, 29),
    APPENDIX_TITLE(Face.TITLE, 22, Align.CENTER, 0, 0, 0.5, 36),
    CELL(Face.TEXT, 12, Align.LEFT, 0, 0, 0, 18),
    HEAD_CELL(Face.BLACK, 12, Align.CENTER, 0, 0, 0, 18),
    SMALL_CELL(Face.TEXT, 10.5, Align.LEFT, 0, 0, 0, 15),
    SMALL_HEAD(Face.BLACK, 10.5, Align.CENTER, 0, 0, 0, 15),
    PAGE(Face.TEXT, 14, Align.CENTER, 0, 0, 0, 18);

    public enum Align {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFY
    }

    private static final int MOST_OF_FULL_SIZE = 6;

    private final Face face;
    private final double size;
    private final Align align;
    private final int indent;
    private final int outline;
    private final double before;
    private final double pitch;

    Style(Face face, double size, Align align, int indent, int outline, double before, double pitch) {
        this.face = face;
        this.size = size;
        this.align = align;
        this.indent = indent;
        this.outline = outline;
        this.before = before;
        this.pitch = pitch;
    }

    public Face face() {
        return face;
    }

    /** In points. */
    public double size() {
        return size;
    }

    public Align align() {
        return align;
    }

    /** Of the first line, in characters. */
    public int indent() {
        return indent;
    }

    /** The level in the list of bookmarks, from 1; 0 for what is none. */
    public int outline() {
        return outline;
    }

    /** Room above, in points. */
    public double before() {
        return before * 29;
    }

    /** From line to line, in points: 22 lines on the 225 mm of a page. */
    public double pitch() {
        return pitch;
    }

    /** Whether it must not be the last line on a page. */
    public boolean leads() {
        return outline > 0 || this == CAPTION || this == MARK || this == APPENDIX_TITLE;
    }

    /** Of the cells of a table with so many columns. */
    public static Style cell(int columns) {
        return columns > MOST_OF_FULL_SIZE ? SMALL_CELL : CELL;
    }

    /** Of the head of a table with so many columns. */
    public static Style head(int columns) {
        return columns > MOST_OF_FULL_SIZE ? SMALL_HEAD : HEAD_CELL;
    }

    /** The style of headings of a level, from 1 to 4. */
    public static Style heading(int level) {
        return switch (level) {
            case 1 -> HEADING_1;
            case 2 -> HEADING_2;
            case 3 -> HEADING_3;
            case 4 -> HEADING_4;
            default -> throw new IllegalArgumentException("headings go to the fourth level: " + level);
        };
    }
}
