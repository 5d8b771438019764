package org.kepu.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The kinds of files that the platform takes, told by what is in them; neither name nor declared type is believed. */
public enum ContentKind {
    PNG("png"),
    JPEG("jpg", "jpeg"),
    PDF("pdf"),
    RTF("rtf"),
    /** Word up to 2003. */
    DOC("doc", "wps"),
    DOCX("docx"),
    XLSX("xlsx"),
    HTML("html", "htm", "mht", "mhtml"),
    /** Text that is no web page; whether it is a table is for its reader to say. */
    TEXT("txt", "csv", "md");

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] COMPOUND_HEAD = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};
    private static final int HEAD = 4096;

    private final List<String> endings;

    ContentKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** The endings that such files bear. */
    public List<String> endings() {
        return endings;
    }

    /** The kind that the content is of; empty for all that the platform does not take: programs, archives, other pictures. */
    public static Optional<ContentKind> of(byte[] content) {
        if (begins(content, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (begins(content, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (begins(content, ZIP_HEAD)) {
            return office(content);
        }
        if (begins(content, COMPOUND_HEAD)) {
            return contains(content, "WordDocument".getBytes(StandardCharsets.UTF_16LE))
                    ? Optional.of(DOC)
                    : Optional.empty();
        }
        var head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .stripLeading();
        if (head.startsWith("%pdf-")) {
            return Optional.of(PDF);
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        return text(content, head);
    }

    private static Optional<ContentKind> text(byte[] content, String head) {
        if (content.length == 0 || !isText(content)) {
            return Optional.empty();
        }
        return Optional.of(head.contains("<html") || head.contains("<!doctype html") ? HTML : TEXT);
    }

    private static Optional<ContentKind> office(byte[] content) {
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            if (zip.getEntry("word/document.xml") != null) {
                return Optional.of(DOCX);
            }
            return zip.getEntry("xl/workbook.xml") != null ? Optional.of(XLSX) : Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** UTF-8, UTF-16 with its mark, or GB 18030; without the signs that only binary files hold. */
    private static boolean isText(byte[] content) {
        if (content.length >= 2
                && (content[0] == (byte) 0xff && content[1] == (byte) 0xfe
                        || content[0] == (byte) 0xfe && content[1] == (byte) 0xff)) {
            return decodes(content, StandardCharsets.UTF_16);
        }
        return decodes(content, StandardCharsets.UTF_8) || decodes(content, Charset.forName("GB18030"));
    }

    private static boolean decodes(byte[] content, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).chars().noneMatch(ContentKind::isBinary);
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean isBinary(int sign) {
        return sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f' && sign != 0x1a;
    }

    private static boolean begins(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int i = 0; i <= content.length - wanted.length; i++) {
            if (Arrays.equals(content, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
