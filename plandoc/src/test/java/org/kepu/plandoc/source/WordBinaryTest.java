package org.kepu.plandoc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class WordBinaryTest {
    @Test
    void paragraphs_with_bold_and_headings() throws IOException, Refusal {
        var doc = new Doc()
                .bold("青山县实施方案")
                .heading(1, "一、总体要求")
                .p("正文。")
                .p("上\u000B下")
                .bytes();
        assertThat(Seen.in(doc, "方案.doc")).containsExactly("*青山县实施方案*", "H1 一、总体要求", "正文。", "上", "下");
    }

    @Test
    void automatic_numbers_are_written_out() throws IOException, Refusal {
        var doc = new Doc()
                .numbered(0, "行动甲")
                .numbered(1, "措施")
                .numbered(1, "措施")
                .numbered(0, "行动乙")
                .numbered(1, "措施")
                .bytes();
        assertThat(Seen.in(doc, "方案.doc")).containsExactly("（一）行动甲", "1.措施", "2.措施", "（二）行动乙", "1.措施");
    }

    @Test
    void merged_cells_stand_once_and_are_continued_elsewhere() throws IOException, Refusal {
        var doc = new Doc()
                .p("清单")
                .row("任务", "单位")
                .row("+行动", "教育局")
                .row("^", "")
                .p("表后")
                .bytes();
        assertThat(Seen.in(doc, "方案.doc")).containsExactly("清单", "|任务|单位|", "|行动|教育局|", "|^||", "表后");
    }

    @Test
    void field_codes_are_dropped() throws IOException, Refusal {
        var doc = new Doc().p("见\u0013 HYPERLINK \"x\" \u0014附件\u0015。").bytes();
        assertThat(Seen.in(doc, "方案.doc")).containsExactly("见附件。");
    }

    @Test
    void an_encrypted_package_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            files.writeFilesystem(bytes);
        }
        assertThatThrownBy(() -> Seen.in(bytes.toByteArray(), "方案.docx")).hasMessage("文件已加密，请去掉密码后再试");
    }
}
