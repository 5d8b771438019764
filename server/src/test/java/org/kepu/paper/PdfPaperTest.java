package org.kepu.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kepu.paper.pdf.GivenFonts;
import org.kepu.paper.pdf.NoFont;
import org.kepu.paper.setting.Face;

class PdfPaperTest {

    private static final Papers PAPERS = new Papers(GivenFonts.ofTheSystem());

    @Test
    void its_text_can_be_found_and_its_parts_are_numbered() throws IOException {
        try (var document = opened(GivenPapers.report())) {
            var text = text(document);
            assertThat(text)
                    .contains("锡林郭勒盟科学技术协会文件", "锡科协发〔2026〕12号", "一、总体情况", "（一）指标完成情况", "1.校内教育", "（2）科技馆进校园")
                    .contains("三、存在的问题和下一步打算", "表1", "图2", "附件：1.量化指标目标来源说明", "2026年11月22日", "附件2");
            assertThat(text.replaceAll("\\s", "")).contains("—1—", "高素质农牧民培训（人次）");
        }
    }

    @Test
    void it_bears_its_title_its_language_and_bookmarks() throws IOException {
        try (var document = opened(GivenPapers.report())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(GivenPapers.TITLE);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(bookmarks(document.getDocumentCatalog().getDocumentOutline(), ""))
                    .startsWith("一、总体情况", " （一）指标完成情况", " （二）分地区情况", "二、重点行动推进情况")
                    .contains("  1.校内教育", "   （1）课后服务", "附件2");
        }
    }

    @Test
    void a_table_repeats_its_head_on_each_page_and_wide_sheets_lie_crosswise() throws IOException {
        try (var document = opened(GivenPapers.longReport(100))) {
            assertThat(document.getNumberOfPages()).isBetween(8, 12);
            for (int page = 2; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page)).contains("序号", "活动名称", "佐证");
                var sheet = document.getPage(page - 1).getMediaBox();
                assertThat(sheet.getWidth()).isGreaterThan(sheet.getHeight());
            }
            assertThat(text(document, document.getNumberOfPages())).contains("100");
        }
    }

    @Test
    void only_the_signs_that_are_used_go_along() throws IOException {
        assertThat(bytes(GivenPapers.report()).length).isLessThan(200_000);
    }

    @Test
    void the_same_paper_gives_the_same_bytes() throws IOException {
        assertThat(bytes(GivenPapers.report())).isEqualTo(bytes(GivenPapers.report()));
    }

    @Test
    void a_character_that_no_font_has_is_a_box_and_no_failure() throws IOException {
        var paper = Paper.titled("生僻字").saying(text -> text.text("\uDBBF\uDFFD与𠮷、㛃、ᠮᠣᠩᠭᠣᠯ\u0007"));
        try (var document = opened(paper)) {
            assertThat(text(document)).contains("𠮷", "㛃");
        }
    }

    @Test
    void ten_thousand_rows_are_written_in_seconds() throws IOException {
        bytes(GivenPapers.longReport(10));
        var bytes = bytes(GivenPapers.longReport(10_000));
        assertThat(bytes.length).isLessThan(3_000_000);
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(text(document, document.getNumberOfPages())).contains("10000");
        }
    }

    @Test
    void a_font_that_the_operator_names_and_that_is_not_there_is_said() {
        var named = new Papers(GivenFonts.with(Face.TITLE, "/nowhere/小标宋.ttf"));
        assertThatThrownBy(() -> named.pdf(GivenPapers.report(), new ByteArrayOutputStream()))
                .isInstanceOf(NoFont.class)
                .hasMessageContaining("KEPU_FONT_TITLE")
                .hasMessageContaining("/nowhere/小标宋.ttf");
    }

    @Test
    void a_face_that_is_not_in_the_collection_is_said() {
        var named = new Papers(
                GivenFonts.with(Face.TEXT, "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc#NoSuchFace"));
        assertThatThrownBy(() -> named.pdf(GivenPapers.report(), new ByteArrayOutputStream()))
                .isInstanceOf(NoFont.class)
                .hasMessageContaining("NoSuchFace");
    }

    @Test
    void an_operators_own_file_is_taken_for_its_face() throws IOException {
        var folder = Path.of("/usr/share/fonts/truetype/dejavu");
        var named = new Papers(GivenFonts.with(
                Face.TITLE, folder.resolve("DejaVuSerif-Bold.ttf").toString()));
        var out = new ByteArrayOutputStream();
        named.pdf(Paper.titled("Kepu 2026 科普"), out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(text(document)).contains("Kepu 2026 科普");
            var fonts = new ArrayList<String>();
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                fonts.add(resources.getFont(name).getName());
            }
            assertThat(fonts).anyMatch(name -> name.endsWith("+DejaVuSerif-Bold"));
        }
    }

    private PDDocument opened(Paper paper) throws IOException {
        return Loader.loadPDF(bytes(paper));
    }

    private byte[] bytes(Paper paper) throws IOException {
        var out = new ByteArrayOutputStream();
        PAPERS.pdf(paper, out);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", paper.title() + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static List<String> bookmarks(PDOutlineNode node, String indent) {
        var all = new ArrayList<String>();
        for (PDOutlineItem item : node.children()) {
            all.add(indent + item.getTitle());
            all.addAll(bookmarks(item, indent + " "));
        }
        return all;
    }
}
