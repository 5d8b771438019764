package org.kepu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.kepu.guard.UploadedFile.Receipt;
import org.springframework.mock.web.MockMultipartFile;

class UploadedFileTest {

    private static final Set<ContentKind> ALL = EnumSet.allOf(ContentKind.class);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void files_are_known_by_what_is_in_them() throws IOException {
        var sheet = new ByteArrayOutputStream();
        try (var book = new Workbook(sheet, "kepu", "1.0")) {
            book.newWorksheet("a").value(0, 0, "x");
        }
        assertThat(ContentKind.of(sheet.toByteArray())).contains(ContentKind.XLSX);
        for (var name : List.of("01-neimenggu-2026.docx", "02-xilinguole-2026.docx")) {
            assertThat(ContentKind.of(Files.readAllBytes(Path.of("src/main/resources/demo", name))))
                    .contains(ContentKind.DOCX);
        }
        assertThat(ContentKind.of(PNG)).contains(ContentKind.PNG);
        assertThat(ContentKind.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
                .contains(ContentKind.JPEG);
        assertThat(ContentKind.of(bytes("%PDF-1.7\n\0\0"))).contains(ContentKind.PDF);
        assertThat(ContentKind.of(bytes("{\\rtf1\\ansi"))).contains(ContentKind.RTF);
        assertThat(ContentKind.of(bytes("<!DOCTYPE html><p>x"))).contains(ContentKind.HTML);
        assertThat(ContentKind.of("区划代码,名称\n".getBytes(StandardCharsets.UTF_8))).contains(ContentKind.TEXT);
        assertThat(ContentKind.of("区划代码,名称\n".getBytes(Charset.forName("GB18030"))))
                .contains(ContentKind.TEXT);
        assertThat(ContentKind.of("区划代码".getBytes(StandardCharsets.UTF_16))).contains(ContentKind.TEXT);
    }

    @Test
    void everything_else_is_none_of_them_whatever_it_calls_itself() throws IOException {
        for (var content : List.of(
                new byte[0],
                bytes("MZ\220\0\3\0"),
                bytes("\177ELF\2\1\1\0"),
                bytes("GIF89a\0\0"),
                bytes("Rar!\32\7\0"),
                zip("evil.exe"),
                zip("META-INF/MANIFEST.MF", "a.class"),
                bytes("PK\3\4"),
                bytes("\320\317\21\340\241\261\32\341").clone(),
                bytes("text with a \0 in it"))) {
            assertThat(ContentKind.of(content)).isEqualTo(Optional.empty());
            var receipt = UploadedFile.take(
                    new MockMultipartFile("file", "方案.docx", "application/pdf", content), ALL, 1_000_000);
            assertThat(receipt)
                    .isEqualTo(new Receipt.Refused(
                            "方案.docx", content.length == 0 ? "page.upload.empty" : "page.upload.kind"));
        }
    }

    @Test
    void only_the_kinds_that_are_asked_for_come_in_and_none_that_is_too_large() throws IOException {
        var file = new MockMultipartFile("file", "a.pdf", "application/pdf", PNG);
        assertThat(UploadedFile.take(file, Set.of(ContentKind.PDF), 100))
                .isEqualTo(new Receipt.Refused("a.pdf", "page.upload.kind"));
        assertThat(UploadedFile.take(file, Set.of(ContentKind.PNG), PNG.length - 1))
                .isEqualTo(new Receipt.Refused("a.pdf", "page.upload.too-large"));
        var taken = (Receipt.Taken) UploadedFile.take(file, Set.of(ContentKind.PNG), PNG.length);
        assertThat(taken.file().kind()).isEqualTo(ContentKind.PNG);
        assertThat(taken.file().content()).isEqualTo(PNG);
        assertThat(taken.file()).hasToString("UploadedFile[PNG 10 bytes]");
    }

    @Test
    void names_lose_folders_and_signs_that_do_not_show() {
        assertThat(UploadedFile.cleaned("方案（2026）.docx")).isEqualTo("方案（2026）.docx");
        assertThat(UploadedFile.cleaned("../../etc/passwd")).isEqualTo("passwd");
        assertThat(UploadedFile.cleaned("C:\\Users\\x\\a.pdf")).isEqualTo("a.pdf");
        assertThat(UploadedFile.cleaned("a\r\nSet-Cookie: x.txt")).isEqualTo("aSet-Cookie: x.txt");
        assertThat(UploadedFile.cleaned("gpj.\u202Eexe")).isEqualTo("gpj.exe");
        assertThat(UploadedFile.cleaned("..")).isEmpty();
        assertThat(UploadedFile.cleaned("x".repeat(500) + ".txt")).hasSize(120).endsWith(".txt");
    }
}
