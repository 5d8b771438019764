package org.kepu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void names_lose_folders_and_signs_that_do_not_show() {
        assertThat(FileName.cleaned("方案（2026）.docx")).isEqualTo("方案（2026）.docx");
        assertThat(FileName.cleaned("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.cleaned("C:\\Users\\x\\a.pdf")).isEqualTo("a.pdf");
        assertThat(FileName.cleaned("a\r\nSet-Cookie: x.txt")).isEqualTo("aSet-Cookie: x.txt");
        assertThat(FileName.cleaned("gpj.\u202Eexe")).isEqualTo("gpj.exe");
        assertThat(FileName.cleaned("..")).isEmpty();
        assertThat(FileName.cleaned("x".repeat(500) + ".txt")).hasSize(120).endsWith(".txt");
    }
}
