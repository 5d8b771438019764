package org.kepu.plandoc.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes the smallest Word 97 file that holds the given paragraphs, after [MS-DOC]; no library writes one from nothing. */
final class Doc {
    private static final int TEXT_AT = 0x400;
    private static final int PAGE = 512;
    private static final int WIDTH = 2000;

    private record Part(String text, byte[] paragraph, byte[] characters) {}

    private final List<Part> parts = new ArrayList<>();

    Doc p(String text) {
        return add(text + "\r", new byte[0], new byte[0]);
    }

    Doc bold(String text) {
        return add(text + "\r", new byte[0], sprm(0x0835, 1));
    }

    Doc heading(int level, String text) {
        return add(text + "\r", sprm(0x2640, level - 1), new byte[0]);
    }

    Doc numbered(int level, String text) {
        return add(text + "\r", joined(sprm(0x260A, level), sprm(0x460B, 1, 0)), new byte[0]);
    }

    /** A row of cells; {@code ^} stands for a cell that goes on from above, {@code +} before a text begins such a one. */
    Doc row(String... cells) {
        for (var cell : cells) {
            var text = cell.equals("^") ? "" : cell.startsWith("+") ? cell.substring(1) : cell;
            add(text + "\u0007", inTable(), new byte[0]);
        }
        return add("\u0007", joined(inTable(), sprm(0x2417, 1), tableDefinition(cells)), new byte[0]);
    }

    private static byte[] inTable() {
        return joined(sprm(0x2416, 1), sprm(0x6649, 1, 0, 0, 0));
    }

    private static byte[] tableDefinition(String... cells) {
        int size = 1 + 2 * (cells.length + 1) + 20 * cells.length;
        var definition = buffer(4 + size);
        definition.putShort((short) 0xD608).putShort((short) (size + 1)).put((byte) cells.length);
        for (int i = 0; i <= cells.length; i++) {
            definition.putShort((short) (i * WIDTH));
        }
        for (var cell : cells) {
            int flags = cell.equals("^") ? 0x20 : cell.startsWith("+") ? 0x60 : 0;
            definition.putShort((short) flags).putShort((short) WIDTH).put(new byte[16]);
        }
        return definition.array();
    }

    private Doc add(String text, byte[] paragraph, byte[] characters) {
        parts.add(new Part(text, paragraph, characters));
        return this;
    }

    private static byte[] sprm(int code, int... operand) {
        var bytes = buffer(2 + operand.length).putShort((short) code);
        for (int b : operand) {
            bytes.put((byte) b);
        }
        return bytes.array();
    }

    private static byte[] joined(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() throws IOException {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        int textEnd = TEXT_AT + 2 * text.length();
        int firstPage = (textEnd + PAGE - 1) / PAGE;
        var main = buffer((firstPage + 2) * PAGE);
        main.put(TEXT_AT, text.toString().getBytes(StandardCharsets.UTF_16LE));
        main.put(firstPage * PAGE, formattedPage(false));
        main.put((firstPage + 1) * PAGE, formattedPage(true));

        var table = new ByteArrayOutputStream();
        var fib = new int[93 * 2];
        place(fib, 1, table, styles());
        place(
                fib,
                6,
                table,
                buffer(20)
                        .putInt(0)
                        .putInt(text.length())
                        .putShort((short) 0)
                        .putInt(-1)
                        .array());
        place(fib, 12, table, binTable(textEnd, firstPage));
        place(fib, 13, table, binTable(textEnd, firstPage + 1));
        place(fib, 15, table, new byte[4]);
        place(fib, 31, table, new byte[500]);
        place(fib, 33, table, pieces(text.length()));
        place(fib, 73, table, lists());
        table.writeBytes(levels());
        place(fib, 74, table, overrides());
        head(main, text.length(), textEnd, fib);
        return stored(main.array(), table.toByteArray());
    }

    private static void place(int[] fib, int index, ByteArrayOutputStream table, byte[] structure) {
        fib[2 * index] = table.size();
        fib[2 * index + 1] = structure.length;
        table.writeBytes(structure);
    }

    private static void head(ByteBuffer main, int characters, int textEnd, int[] fib) {
        main.position(0)
                .putShort((short) 0xA5EC)
                .putShort((short) 0xC1)
                .putShort((short) 0)
                .putShort((short) 0x0804);
        main.putShort((short) 0).putShort((short) 0x1200).putShort((short) 0xBF);
        main.putInt(24, TEXT_AT).putInt(28, textEnd);
        main.putShort(32, (short) 14).putShort(62, (short) 22);
        main.putInt(64, main.capacity()).putInt(64 + 12, characters);
        main.putShort(152, (short) 93).position(154);
        for (int value : fib) {
            main.putInt(value);
        }
        main.putShort((short) 0);
    }

    private byte[] formattedPage(boolean ofParagraphs) {
        var page = buffer(PAGE);
        int at = TEXT_AT;
        int entry = ofParagraphs ? 13 : 1;
        int end = PAGE - 2;
        var written = new HashMap<ByteBuffer, Integer>();
        for (int i = 0; i < parts.size(); i++) {
            page.putInt(4 * i, at);
            at += 2 * parts.get(i).text().length();
            var properties = ofParagraphs
                    ? styled(parts.get(i).paragraph())
                    : counted(parts.get(i).characters());
            var place = written.get(ByteBuffer.wrap(properties));
            if (place == null) {
                end = (end - properties.length) / 2 * 2;
                place = end / 2;
                page.put(end, properties);
                written.put(ByteBuffer.wrap(properties), place);
            }
            page.put(4 * (parts.size() + 1) + entry * i, place.byteValue());
        }
        page.putInt(4 * parts.size(), at);
        if (end < (4 + entry) * parts.size() + 4) {
            throw new IllegalStateException("too much for the one page of properties that a sample has");
        }
        return page.put(PAGE - 1, (byte) parts.size()).array();
    }

    /** The style's number goes before the properties, their length in words before both. */
    private static byte[] styled(byte[] properties) {
        int words = (2 + properties.length + 1) / 2;
        return buffer(2 + 2 * words).put(1, (byte) words).put(4, properties).array();
    }

    private static byte[] counted(byte[] properties) {
        return buffer(1 + properties.length)
                .put((byte) properties.length)
                .put(properties)
                .array();
    }

    private static byte[] binTable(int textEnd, int page) {
        return buffer(12).putInt(TEXT_AT).putInt(textEnd).putInt(page).array();
    }

    private static byte[] pieces(int characters) {
        var pieces = buffer(21).put((byte) 2).putInt(16).putInt(0).putInt(characters);
        return pieces.putShort((short) 0).putInt(TEXT_AT).putShort((short) 0).array();
    }

    private static byte[] styles() {
        var name = "Normal".getBytes(StandardCharsets.UTF_16LE);
        int size = 10 + 2 + name.length + 2 + 4 + 2;
        var styles = buffer(2 + 18 + 2 + size);
        styles.putShort((short) 18)
                .putShort((short) 1)
                .putShort((short) 10)
                .putShort((short) 1)
                .putShort((short) 91);
        styles.putShort((short) 15).position(20);
        styles.putShort((short) size)
                .putShort((short) 0)
                .putShort((short) 0xFFF1)
                .putShort((short) 2);
        styles.putInt(0).putShort((short) 6).put(name).putShort((short) 0);
        return styles.putShort((short) 2)
                .putShort((short) 0)
                .putShort((short) 0)
                .array();
    }

    private static byte[] lists() {
        var lists = buffer(2 + 28).putShort((short) 1).putInt(77).putInt(0);
        return lists.array();
    }

    /** （一） on the first level, 1. on the others. */
    private static byte[] levels() {
        var levels = new ByteArrayOutputStream();
        for (int level = 0; level < 9; level++) {
            var text = level == 0 ? "（\u0000）" : (char) level + ".";
            var written = buffer(28 + 2 + 2 * text.length());
            written.putInt(1).put((byte) (level == 0 ? 37 : 0)).put((byte) 0);
            written.put((byte) (level == 0 ? 2 : 1)).position(15);
            written.put((byte) 2).position(28);
            written.putShort((short) text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
            levels.writeBytes(written.array());
        }
        return levels.toByteArray();
    }

    private static byte[] overrides() {
        return buffer(4 + 16 + 4)
                .putInt(1)
                .putInt(77)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(-1)
                .array();
    }

    private static byte[] stored(byte[] main, byte[] table) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(padded(main)), "WordDocument");
            files.createDocument(new ByteArrayInputStream(padded(table)), "1Table");
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] padded(byte[] stream) {
        return Arrays.copyOf(stream, Math.max(stream.length, 4096));
    }
}
