package org.kepu.paper.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes one font out of a collection (.ttc), with the tables that outlines and widths need. FontBox reads all fonts that
 * stand before it as well, which with the Chinese collections is seconds and hundreds of megabytes.
 */
final class CollectionFace {

    private static final Set<String> NEEDED =
            Set.of("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "CFF ", "glyf", "loca");
    private static final int COLLECTION = 0x74746366;
    private static final int FIRST_OFFSET = 12;
    private static final int HEADER = 12;
    private static final int RECORD = 16;
    private static final int NAME_RECORD = 12;
    private static final int POSTSCRIPT_NAME = 6;
    private static final int MACINTOSH = 1;

    private final ByteBuffer file;

    private CollectionFace(ByteBuffer file) {
        this.file = file;
    }

    private record TableOf(String tag, int checksum, int offset, int length) {}

    /** The font as a file of its own. */
    static byte[] read(Path path, String name) throws IOException {
        try (var channel = FileChannel.open(path)) {
            var face = new CollectionFace(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            if (face.file.getInt(0) == COLLECTION) {
                for (int i = 0; i < face.file.getInt(FIRST_OFFSET - 4); i++) {
                    int start = face.file.getInt(FIRST_OFFSET + 4 * i);
                    if (face.isCalled(name, face.tables(start))) {
                        return face.alone(start);
                    }
                }
            }
        } catch (IndexOutOfBoundsException damaged) {
            throw new NoFont("字体文件损坏：" + path);
        }
        throw new NoFont("字体文件 %s 里没有名为 %s 的字体。".formatted(path, name));
    }

    private List<TableOf> tables(int start) {
        var tables = new ArrayList<TableOf>();
        for (int i = 0; i < word(start + 4); i++) {
            int at = start + HEADER + i * RECORD;
            tables.add(new TableOf(text(at, 4, false), file.getInt(at + 4), file.getInt(at + 8), file.getInt(at + 12)));
        }
        return tables;
    }

    private boolean isCalled(String name, List<TableOf> tables) {
        return tables.stream().filter(table -> table.tag().equals("name")).anyMatch(table -> {
            int words = table.offset() + word(table.offset() + 4);
            for (int i = 0; i < word(table.offset() + 2); i++) {
                int at = table.offset() + 6 + i * NAME_RECORD;
                boolean wide = word(at) != MACINTOSH;
                if (word(at + 6) == POSTSCRIPT_NAME
                        && text(words + word(at + 10), word(at + 8), wide).equals(name)) {
                    return true;
                }
            }
            return false;
        });
    }

    private byte[] alone(int start) {
        var tables = tables(start).stream()
                .filter(table -> NEEDED.contains(table.tag()))
                .toList();
        int size = HEADER + RECORD * tables.size();
        for (var table : tables) {
            size += padded(table.length());
        }
        var font = ByteBuffer.allocate(size);
        font.putInt(file.getInt(start)).putShort((short) tables.size()).putShort((short) 0);
        font.putShort((short) 0).putShort((short) 0);
        int at = HEADER + RECORD * tables.size();
        for (var table : tables) {
            font.put(table.tag().getBytes(StandardCharsets.US_ASCII));
            font.putInt(table.checksum()).putInt(at).putInt(table.length());
            font.put(at, file, table.offset(), table.length());
            at += padded(table.length());
        }
        return font.array();
    }

    private int word(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private String text(int at, int length, boolean wide) {
        var bytes = new byte[length];
        file.get(at, bytes);
        return new String(bytes, wide ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
