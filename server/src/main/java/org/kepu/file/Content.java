package org.kepu.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells by its content what a file is. The name says nothing. */
final class Content {

    private static final int BEGINNING = 1024;
    private static final int LIST_OF_PARTS = 1 << 20;
    private static final int BUFFER = 1 << 14;
    private static final List<Charset> TEXTS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private Content() {}

    /** The kind; empty if it is none of those that are taken. */
    static Optional<FileType> type(Path file) throws IOException {
        var begins = beginning(file);
        if (begins.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(FileType.JPEG);
        }
        if (begins.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(FileType.PNG);
        }
        if (begins.startsWith("PK\u0003\u0004")) {
            return packed(file);
        }
        if (begins.contains("%PDF-")) {
            return Optional.of(FileType.PDF);
        }
        return isText(file) ? Optional.of(FileType.TEXT) : Optional.empty();
    }

    /** Whether a Word or Excel file brings programs along. */
    static boolean withProgram(Path file) throws IOException {
        if (!beginning(file).startsWith("PK\u0003\u0004")) {
            return false;
        }
        try (var zip = new ZipFile(file.toFile())) {
            return parts(zip).contains(".macroEnabled.")
                    || zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
        } catch (ZipException damaged) {
            return false;
        }
    }

    private static Optional<FileType> packed(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var parts = parts(zip);
            if (parts.contains("wordprocessingml.document.main+xml")) {
                return Optional.of(FileType.DOCX);
            }
            if (parts.contains("spreadsheetml.sheet.main+xml")) {
                return Optional.of(FileType.XLSX);
            }
            return zip.getEntry("OFD.xml") == null ? Optional.empty() : Optional.of(FileType.OFD);
        } catch (ZipException damaged) {
            return Optional.empty();
        }
    }

    /** What the package says of its own parts; of a hostile one no more than its beginning. */
    private static String parts(ZipFile zip) throws IOException {
        var list = zip.getEntry("[Content_Types].xml");
        if (list == null) {
            return "";
        }
        try (var in = zip.getInputStream(list)) {
            return new String(in.readNBytes(LIST_OF_PARTS), StandardCharsets.UTF_8);
        }
    }

    private static boolean isText(Path file) throws IOException {
        for (var charset : TEXTS) {
            try (var in = Files.newInputStream(file)) {
                if (readsAs(charset, in)) {
                    return true;
                }
            } catch (CharacterCodingException other) {
                continue;
            }
        }
        return false;
    }

    private static boolean readsAs(Charset charset, InputStream in) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new InputStreamReader(in, decoder);
        var buffer = new char[BUFFER];
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (steers(buffer[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean steers(char sign) {
        return sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f';
    }

    private static String beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        }
    }
}
