package org.kepu.plandoc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plandoc.source.Docx.cell;
import static org.kepu.plandoc.source.Docx.level;
import static org.kepu.plandoc.source.Docx.numbered;
import static org.kepu.plandoc.source.Docx.p;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordPackageTest {
    private static List<String> seen(Docx docx) throws Refusal {
        return Seen.in(docx.bytes(), "方案.docx");
    }

    @Test
    void paragraphs_keep_their_words_and_lose_blank_ones() throws Refusal {
        assertThat(seen(Docx.of(p("青山县实施方案") + "<w:p/>" + p(" ") + p("一、总体　要求"))))
                .containsExactly("青山县实施方案", "一、总体　要求");
    }

    @Test
    void a_paragraph_is_bold_when_all_of_it_is() throws Refusal {
        var bold =
                "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>全</w:t></w:r><w:r><w:rPr><w:b w:val=\"1\"/></w:rPr><w:t>粗</w:t></w:r></w:p>";
        var mixed = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>半</w:t></w:r><w:r><w:t>粗</w:t></w:r></w:p>";
        var unset =
                "<w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>不粗</w:t></w:r></w:p>";
        var styled = p("<w:pStyle w:val=\"Child\"/>", "随样式");
        assertThat(
                        seen(
                                Docx.of(bold + mixed + unset + styled)
                                        .styles(
                                                "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:rPr><w:b/></w:rPr></w:style>"
                                                        + "<w:style w:type=\"paragraph\" w:styleId=\"Child\"><w:basedOn w:val=\"S\"/></w:style>")))
                .containsExactly("*全粗*", "半粗", "不粗", "*随样式*");
    }

    @Test
    void a_heading_has_the_level_of_its_style_or_its_own() throws Refusal {
        var styles = "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"二级\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>";
        assertThat(seen(Docx.of(p("<w:pStyle w:val=\"1\"/>", "甲")
                                + p("<w:pStyle w:val=\"2\"/>", "乙")
                                + p("<w:outlineLvl w:val=\"2\"/>", "丙")
                                + p("<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>", "丁"))
                        .styles(styles)))
                .containsExactly("H1 甲", "H2 乙", "H3 丙", "丁");
    }

    @Test
    void automatic_numbers_are_written_out() throws Refusal {
        var numbering = "<w:abstractNum w:abstractNumId=\"7\">" + level(0, "chineseCounting", "（%1）")
                + level(1, "decimal", "%2.") + level(2, "bullet", "——") + "</w:abstractNum>"
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>"
                + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
        var body = numbered(3, 0, "行动甲")
                + numbered(3, 1, "措施")
                + numbered(3, 1, "措施")
                + numbered(3, 2, "要点")
                + numbered(3, 0, "行动乙")
                + numbered(3, 1, "措施")
                + numbered(4, 0, "工程甲")
                + numbered(4, 0, "工程乙")
                + p("正文");
        assertThat(seen(Docx.of(body).numbering(numbering)))
                .containsExactly("（一）行动甲", "1.措施", "2.措施", "——要点", "（二）行动乙", "1.措施", "（一）工程甲", "（二）工程乙", "正文");
    }

    @Test
    void numbers_come_with_the_style_and_a_paragraph_may_switch_them_off() throws Refusal {
        var styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
        var numbering = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCountingThousand", "%1、")
                + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        assertThat(seen(Docx.of(p("<w:pStyle w:val=\"L\"/>", "总体要求")
                                + p("<w:pStyle w:val=\"L\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "无号")
                                + p("<w:pStyle w:val=\"L\"/>", "重点任务"))
                        .styles(styles)
                        .numbering(numbering)))
                .containsExactly("一、总体要求", "无号", "二、重点任务");
    }

    @Test
    void merged_cells_stand_once_and_are_continued_elsewhere() throws Refusal {
        var table = "<w:tbl><w:tblGrid/>"
                + "<w:tr>" + cell("<w:gridSpan w:val=\"2\"/>", p("任务")) + cell("", p("牵头单位")) + "</w:tr>"
                + "<w:tr>" + cell("<w:vMerge w:val=\"restart\"/>", p("行动甲")) + cell("", p("措施一"))
                + cell("", p("县教育局"), p("县科协")) + "</w:tr>"
                + "<w:tr>" + cell("<w:vMerge/>", "<w:p/>") + cell("", p("措施二")) + cell("", "<w:p/>") + "</w:tr>"
                + "</w:tbl>";
        assertThat(seen(Docx.of(table))).containsExactly("|任务|^|牵头单位|", "|行动甲|措施一|县教育局/县科协|", "|^|措施二||");
    }

    @Test
    void a_table_in_a_cell_becomes_lines_of_the_cell_and_a_page_frame_is_opened() throws Refusal {
        var inner = "<w:tbl><w:tr>" + cell("", p("甲")) + cell("", p("乙")) + "</w:tr></w:tbl>";
        var outer = "<w:tbl><w:tr>" + cell("", p("序号一二三四")) + cell("", inner, p("说明文字若干")) + "</w:tr></w:tbl>";
        var frame = "<w:tbl><w:tr>" + cell("", p("一、总体要求"), p("二、重点任务")) + "</w:tr></w:tbl>";
        assertThat(seen(Docx.of(outer + frame))).containsExactly("|序号一二三四|甲\t乙/说明文字若干|", "一、总体要求", "二、重点任务");
    }

    @Test
    void tracked_changes_are_accepted() throws Refusal {
        var inserted = "<w:p><w:r><w:t>每年培训</w:t></w:r><w:del><w:r><w:delText>一百</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>二百</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:t>人</w:t></w:r></w:p>";
        var joined = p("<w:rPr><w:del/></w:rPr>", "前半") + p("后半");
        var row = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("", p("旧")) + cell("", p("行")) + "</w:tr><w:tr>"
                + cell("", p("新")) + cell("", p("行")) + "</w:tr></w:tbl>";
        var formerly = "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr><w:r>"
                + "<w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>现在</w:t></w:r></w:p>";
        assertThat(seen(Docx.of(inserted + joined + row + formerly))).containsExactly("每年培训二百人", "前半后半", "|新|行|", "现在");
    }

    @Test
    void breaks_tabs_fields_and_hidden_words() throws Refusal {
        var breaks =
                "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t></w:r></w:p>";
        var field =
                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>码</w:t></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>结果</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        var hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>";
        assertThat(seen(Docx.of(breaks + field + hidden))).containsExactly("上", "下\t右", "结果", "显");
    }

    @Test
    void a_text_box_is_read_once_after_its_paragraph() throws Refusal {
        var box = "<w:txbxContent>" + p("框内文字") + "</w:txbxContent>";
        var both = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><a:p><a:t>图注</a:t></a:p>" + box
                + "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>";
        assertThat(seen(Docx.of(both))).containsExactly("正文", "框内文字");
    }
}
