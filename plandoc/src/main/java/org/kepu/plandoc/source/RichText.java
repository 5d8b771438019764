package org.kepu.plandoc.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads the running text and the table cells of an RTF file; its lists come with their numbers written out. */
final class RichText {
    private static final Set<String> UNSEEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "listtable",
            "listoverridetable",
            "generator",
            "themedata",
            "colorschememapping",
            "datastore",
            "latentstyles",
            "rsidtbl",
            "xmlnstbl",
            "fldinst",
            "object",
            "objdata",
            "nonshppict",
            "bkmkstart",
            "bkmkend",
            "pgdsctbl",
            "filetbl",
            "revtbl");

    private record Group(boolean seen, boolean bold, int skip) {}

    private final byte[] content;
    private final Budget budget;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<List<Piece.Place>> rows = new ArrayList<>();
    private final List<Piece.Place> cells = new ArrayList<>();
    private final List<Piece> cell = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder line = new StringBuilder();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Charset charset = Charset.forName("GB18030");
    private Group group = new Group(true, false, 1);
    private boolean hasLight;
    private boolean inTable;
    private int toSkip;
    private int at;

    private RichText(byte[] content, Budget budget) {
        this.content = content;
        this.budget = budget;
    }

    static List<Piece> read(byte[] content, Budget budget) throws Refusal {
        var reading = new RichText(content, budget);
        reading.read();
        return reading.pieces;
    }

    private void read() throws Refusal {
        while (at < content.length) {
            budget.step();
            int c = content[at++] & 0xff;
            switch (c) {
                case '{' -> {
                    flush();
                    groups.push(group);
                    if (groups.size() > 10 * Limits.NESTING) {
                        Budget.nesting(groups.size());
                    }
                }
                case '}' -> {
                    flush();
                    group = groups.isEmpty() ? group : groups.pop();
                }
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> addByte(c);
            }
        }
        endLine();
        endTable();
    }

    private void addByte(int c) {
        if (toSkip > 0) {
            toSkip--;
        } else if (group.seen()) {
            bytes.write(c);
        }
    }

    private void control() throws Refusal {
        if (at >= content.length) {
            return;
        }
        char c = (char) (content[at] & 0xff);
        if (!Character.isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < content.length && isAsciiLetter(content[at])) {
            at++;
        }
        var word = new String(content, start, at - start, StandardCharsets.US_ASCII);
        int numberAt = at;
        if (at < content.length && content[at] == '-') {
            at++;
        }
        while (at < content.length && content[at] >= '0' && content[at] <= '9' && at - numberAt < 10) {
            at++;
        }
        int number = number(numberAt);
        boolean hasNumber = at > numberAt;
        if (at < content.length && content[at] == ' ') {
            at++;
        }
        word(word, number, hasNumber);
    }

    private static boolean isAsciiLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private int number(int from) {
        try {
            return Integer.parseInt(new String(content, from, at - from, StandardCharsets.US_ASCII));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private void symbol(char c) {
        switch (c) {
            case '\'' -> {
                int value = at + 1 < content.length
                        ? Character.digit(content[at], 16) * 16 + Character.digit(content[at + 1], 16)
                        : -1;
                at = Math.min(at + 2, content.length);
                if (value >= 0) {
                    addByte(value);
                }
            }
            case '*' -> group = new Group(false, group.bold(), group.skip());
            case '~' -> addByte(' ');
            case '_' -> addByte('-');
            case '\\', '{', '}' -> addByte(c);
            default -> {}
        }
    }

    private void word(String word, int number, boolean hasNumber) throws Refusal {
        flush();
        if (UNSEEN.contains(word)) {
            group = new Group(false, group.bold(), group.skip());
        }
        switch (word) {
            // Chinese files name the western code page often enough, while their bytes are GBK
            case "ansicpg" -> charset = Charset.forName(number == 950 ? "Big5" : "GB18030");
            case "uc" -> group = new Group(group.seen(), group.bold(), number);
            case "u" -> {
                if (group.seen()) {
                    append(String.valueOf((char) number));
                }
                toSkip = group.skip();
            }
            case "b" -> group = new Group(group.seen(), !hasNumber || number != 0, group.skip());
            case "plain" -> group = new Group(group.seen(), false, group.skip());
            case "v" -> group = new Group(group.seen() && hasNumber && number == 0, group.bold(), group.skip());
            case "tab" -> appendSeen("\t");
            case "line", "page" -> appendSeen("\n");
            case "emdash" -> appendSeen("—");
            case "endash" -> appendSeen("–");
            case "bullet" -> appendSeen("•");
            case "lquote" -> appendSeen("‘");
            case "rquote" -> appendSeen("’");
            case "ldblquote" -> appendSeen("“");
            case "rdblquote" -> appendSeen("”");
            case "intbl" -> inTable = true;
            case "pard" -> inTable = false;
            case "par", "sect" -> endLine();
            case "cell" -> endCell();
            case "row" -> endRow();
            case "bin" -> at = (int) Math.min(content.length, at + (long) Math.max(number, 0));
            default -> {}
        }
    }

    private void appendSeen(String words) throws Refusal {
        if (group.seen()) {
            append(words);
        }
    }

    private void flush() throws Refusal {
        if (bytes.size() > 0) {
            append(bytes.toString(charset));
            bytes.reset();
        }
    }

    private void append(String words) throws Refusal {
        budget.spend(words.length());
        line.append(words);
        hasLight |= !group.bold() && !words.isBlank();
    }

    private void endLine() throws Refusal {
        flush();
        var words = Characters.visible(line.toString());
        var piece = new Piece.Line(words.isBlank() ? "" : words, !words.isBlank() && !hasLight, 0);
        if (inTable) {
            cell.add(piece);
        } else {
            endTable();
            pieces.add(piece);
        }
        line.setLength(0);
        hasLight = false;
    }

    private void endCell() throws Refusal {
        inTable = true;
        endLine();
        cells.add(new Piece.Place(cells.size(), false, cell));
        cell.clear();
    }

    private void endRow() {
        if (!cells.isEmpty()) {
            rows.add(List.copyOf(cells));
            cells.clear();
        }
    }

    private void endTable() {
        endRow();
        if (!rows.isEmpty()) {
            pieces.add(new Piece.Grid(rows));
            rows.clear();
        }
    }
}
