package org.kepu.plandoc.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A .docx file: a zip of XML parts, of which the text, the styles and the numbering are read. */
final class WordPackage {
    private static final Pattern BODY = Pattern.compile("/?word/document\\d*\\.xml");

    private final Budget budget;
    private byte @Nullable [] body;
    private byte @Nullable [] styles;
    private byte @Nullable [] numbering;
    private boolean isOtherOffice;

    private WordPackage(Budget budget) {
        this.budget = budget;
    }

    static WordPackage open(byte[] content, Budget budget) throws Refusal {
        var opened = new WordPackage(budget);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            opened.unpack(zip);
        } catch (IOException | IllegalArgumentException damaged) {
            if (opened.body == null) {
                throw Refusal.unreadable("文件已损坏：压缩包不完整，无法读取");
            }
        }
        return opened;
    }

    List<Piece> pieces() throws Refusal {
        if (body == null) {
            throw isOtherOffice ? Refusal.noPlan("文件是表格或演示文稿，不是文档") : Refusal.noPlan("文件是压缩包，里面没有 Word 文档");
        }
        try {
            var known = styles == null ? WordStyles.none() : WordStyles.read(new XmlPart(styles, budget));
            var lists = numbering == null ? WordNumbering.none() : WordNumbering.read(new XmlPart(numbering, budget));
            return new WordBody(new XmlPart(body, budget), known, lists).pieces();
        } catch (XMLStreamException damaged) {
            throw Refusal.unreadable("文件已损坏：Word 文档的内容不完整，无法读取");
        }
    }

    private void unpack(ZipInputStream zip) throws IOException, Refusal {
        long unpacked = 0;
        int entries = 0;
        var buffer = new byte[16_384];
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > Limits.ZIP_ENTRIES) {
                throw tooLarge();
            }
            var name = entry.getName().replace('\\', '/');
            isOtherOffice |= name.startsWith("xl/") || name.startsWith("ppt/");
            var kept = isWanted(name) ? new ByteArrayOutputStream() : null;
            for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
                budget.step();
                unpacked += count;
                if (unpacked > Limits.UNPACKED_BYTES) {
                    throw tooLarge();
                }
                if (kept != null) {
                    if (kept.size() + count > Limits.UNPACKED_PART_BYTES) {
                        throw tooLarge();
                    }
                    kept.write(buffer, 0, count);
                }
            }
            if (kept != null) {
                keep(name, kept.toByteArray());
            }
        }
    }

    private static Refusal tooLarge() {
        return Refusal.unreadable("文件解压后过大，不予读取");
    }

    private static boolean isWanted(String name) {
        return BODY.matcher(name).matches() || name.endsWith("word/styles.xml") || name.endsWith("word/numbering.xml");
    }

    private void keep(String name, byte[] part) {
        if (name.endsWith("styles.xml")) {
            styles = part;
        } else if (name.endsWith("numbering.xml")) {
            numbering = part;
        } else {
            body = part;
        }
    }
}
