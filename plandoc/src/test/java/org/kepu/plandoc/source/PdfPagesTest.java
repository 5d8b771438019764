package org.kepu.plandoc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PdfPagesTest {
    @Test
    void lines_are_read_from_top_to_bottom_and_left_to_right() throws IOException, Refusal {
        try (var pdf = new Pdf()) {
            pdf.text(80, 700, 12, "下一行")
                    .text(80, 760, 18, "青山县实施方案")
                    .text(200, 700, 12, "右边")
                    .text(300, 30, 9, "1")
                    .endPage(0);
            pdf.text(80, 760, 12, "第二页").endPage(0);
            assertThat(Seen.in(pdf.bytes(), "方案.pdf")).containsExactly("青山县实施方案", "下一行 右边", "1", "第二页");
        }
    }

    @Test
    void ruled_lines_make_a_table_with_merged_cells() throws IOException, Refusal {
        try (var pdf = new Pdf()) {
            pdf.text(60, 770, 12, "责任清单");
            grid(pdf);
            pdf.text(60, 560, 12, "表后").endPage(0);
            assertThat(Seen.in(pdf.bytes(), "方案.pdf"))
                    .containsExactly("责任清单", "|任务|措施|单位|", "|行动|措施一|教育局/科协|", "|^|措施二||", "表后");
        }
    }

    /** Three rows and three columns; the first column's last two cells are one. */
    private static void grid(Pdf pdf) {
        pdf.line(50, 750, 500, 750)
                .line(50, 720, 500, 720)
                .line(150, 670, 500, 670)
                .line(50, 620, 500, 620);
        pdf.bar(50, 620, 1, 130).bar(150, 620, 1, 130).bar(300, 620, 1, 130).bar(500, 620, 1, 130);
        pdf.text(60, 730, 12, "任务").text(160, 730, 12, "措施").text(310, 730, 12, "单位");
        pdf.text(60, 665, 12, "行动").text(160, 690, 12, "措施一").text(160, 640, 12, "措施二");
        pdf.text(310, 700, 12, "教育局").text(310, 680, 12, "科协");
    }

    @Test
    void a_table_that_goes_on_over_the_page_is_one_table() throws IOException, Refusal {
        try (var pdf = new Pdf()) {
            row(pdf, 700, "序号", "措施");
            row(pdf, 660, "1", "建立");
            pdf.text(290, 30, 9, "— 1 —").endPage(0);
            row(pdf, 760, "序号", "措施");
            row(pdf, 720, "", "机制");
            row(pdf, 680, "2", "开展");
            pdf.endPage(0);
            assertThat(Seen.in(pdf.bytes(), "方案.pdf"))
                    .containsExactly("|序号|措施|", "|1|建立/机制|", "|序号|措施|", "|2|开展|", "— 1 —");
        }
    }

    private static void row(Pdf pdf, int bottom, String count, String words) {
        pdf.line(50, bottom, 500, bottom).line(50, bottom + 40, 500, bottom + 40);
        pdf.line(50, bottom, 50, bottom + 40)
                .line(150, bottom, 150, bottom + 40)
                .line(500, bottom, 500, bottom + 40);
        pdf.text(60, bottom + 15, 12, count).text(160, bottom + 15, 12, words);
    }

    @Test
    void a_scan_is_refused_with_advice() throws IOException {
        try (var pdf = new Pdf()) {
            var scan = pdf.bar(50, 50, 400, 600).endPage(0).bytes();
            assertThatThrownBy(() -> Seen.in(scan, "扫描件.pdf")).hasMessage("PDF 没有文字层，可能是扫描件；请先做文字识别，或改用 Word 文件");
        }
    }

    @Test
    void a_locked_file_is_refused() throws IOException {
        try (var pdf = new Pdf()) {
            var locked = pdf.text(80, 760, 18, "方案").endPage(0).locked("secret");
            assertThatThrownBy(() -> Seen.in(locked, "方案.pdf")).hasMessage("文件已加密，请去掉密码后再试");
        }
    }
}
