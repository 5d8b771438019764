package org.kepu.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

    @TempDir
    private Path folder;

    @Test
    void each_kind_is_known_by_its_content() throws IOException {
        assertThat(type("%PDF-1.7".getBytes(UTF_8))).contains(FileType.PDF);
        assertThat(type("\u00FF\u00D8\u00FF\u00E0JFIF".getBytes(ISO_8859_1))).contains(FileType.JPEG);
        assertThat(type("\u0089PNG\r\n\u001A\n".getBytes(ISO_8859_1))).contains(FileType.PNG);
        assertThat(type("巡展 12 场".getBytes(UTF_8))).contains(FileType.TEXT);
        assertThat(type("巡展 12 场".getBytes(Charset.forName("GB18030")))).contains(FileType.TEXT);
        assertThat(type(zip("[Content_Types].xml", WORD))).contains(FileType.DOCX);
        assertThat(type(zip("[Content_Types].xml", EXCEL))).contains(FileType.XLSX);
        assertThat(type(zip("OFD.xml", "<ofd:OFD/>"))).contains(FileType.OFD);
    }

    @Test
    void other_content_is_of_no_kind() throws IOException {
        assertThat(type(new byte[] {'M', 'Z', (byte) 0x90, 0})).isEmpty();
        assertThat(type(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEmpty();
        assertThat(type(zip("setup.exe", "MZ"))).isEmpty();
        assertThat(type("PK\u0003\u0004 and no more".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void programs_within_office_files_are_seen() throws IOException {
        assertThat(Content.withProgram(file(zip("[Content_Types].xml", WITH_MACROS))))
                .isTrue();
        assertThat(Content.withProgram(file(zip("word/vbaProject.bin", "x")))).isTrue();
        assertThat(Content.withProgram(file(zip("[Content_Types].xml", WORD)))).isFalse();
    }

    private Optional<FileType> type(byte[] content) throws IOException {
        return Content.type(file(content));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("content"), content);
    }

    private static byte[] zip(String entry, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
