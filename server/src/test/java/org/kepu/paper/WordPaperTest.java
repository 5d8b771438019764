package org.kepu.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.kepu.paper.pdf.GivenFonts;

/** What another library reads in the Word files. */
class WordPaperTest {

    private static final Papers PAPERS = new Papers(GivenFonts.ofTheSystem());

    @Test
    void another_library_reads_what_was_written() throws IOException {
        try (var document = opened(GivenPapers.report())) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                    .contains(
                            "锡林郭勒盟科学技术协会文件",
                            "锡科协发〔2026〕12号",
                            "一、总体情况",
                            "（一）指标完成情况",
                            "1.校内教育",
                            "（2）科技馆进校园",
                            "附件：1.量化指标目标来源说明",
                            "附件2",
                            "2026年11月22日");
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo(GivenPapers.TITLE);
        }
    }

    @Test
    void headings_are_headings_and_the_faces_are_those_of_official_documents() throws IOException {
        try (var document = opened(GivenPapers.report())) {
            var heading = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().equals("一、总体情况"))
                    .findFirst()
                    .orElseThrow();
            var style = document.getStyles().getStyle(heading.getStyle());
            assertThat(style.getName()).isEqualTo("heading 1");
            assertThat(style.getCTStyle().getRPr().getRFontsArray(0).getEastAsia())
                    .isEqualTo("黑体");
            assertThat(document.getStyles()
                            .getStyle("TITLE")
                            .getCTStyle()
                            .getRPr()
                            .getRFontsArray(0)
                            .getEastAsia())
                    .isEqualTo("方正小标宋简体");
        }
    }

    @Test
    void tables_are_tables_whose_head_is_repeated() throws IOException {
        try (var document = opened(GivenPapers.report())) {
            var table = document.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(2).getCell(2).getText()).isEqualTo("12,000");
            assertThat(table.getRow(2).getCell(2).getParagraphs().getFirst().getAlignment())
                    .hasToString("RIGHT");
            assertThat(document.getTables().getLast().getNumberOfRows()).isEqualTo(61);
        }
    }

    @Test
    void charts_are_charts_with_their_numbers_inside_and_below() throws IOException, InvalidFormatException {
        try (var document = opened(GivenPapers.report())) {
            assertThat(document.getCharts()).hasSize(2);
            var bars = document.getCharts().getFirst();
            assertThat(bars.getChartSeries().getFirst().getSeriesCount()).isEqualTo(2);
            try (var workbook = bars.getWorkbook()) {
                assertThat(workbook.getSheetAt(0).getRow(1).getCell(2).getNumericCellValue())
                        .isEqualTo(146);
            }
            assertThat(document.getTables().get(1).getRow(1).getCell(2).getText())
                    .isEqualTo("146");
        }
    }

    @Test
    void its_parts_keep_to_the_schema() throws IOException, XmlException {
        try (var document = opened(GivenPapers.report())) {
            assertThat(document.getDocument().validate()).isTrue();
            assertThat(document.getStyle().validate()).isTrue();
            assertThat(document.getFooterList())
                    .isNotEmpty()
                    .allMatch(footer -> footer._getHdrFtr().validate());
            assertThat(document.getCharts().getFirst().getCTChartSpace().validate())
                    .isTrue();
        }
    }

    @Test
    void the_same_paper_gives_the_same_bytes() throws IOException {
        assertThat(bytes(GivenPapers.longReport(5))).isEqualTo(bytes(GivenPapers.longReport(5)));
    }

    @Test
    void ten_thousand_rows_are_written() throws IOException {
        assertThat(bytes(GivenPapers.longReport(10_000)).length).isLessThan(1_000_000);
    }

    private XWPFDocument opened(Paper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes(paper)));
    }

    private byte[] bytes(Paper paper) throws IOException {
        var out = new ByteArrayOutputStream();
        PAPERS.word(paper, out);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", paper.title() + ".docx"), out.toByteArray());
        return out.toByteArray();
    }
}
