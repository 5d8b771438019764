package org.kepu.plandoc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private static List<String> seen(String page) throws Refusal {
        return Seen.in(page.getBytes(StandardCharsets.UTF_8), "page");
    }

    @Test
    void blocks_and_breaks_become_lines() throws Refusal {
        assertThat(seen("<html><head><title>网站</title></head><body><h2>青山县<br>实施方案</h2>"
                        + "<div>一、总体\n   要求<p>&nbsp;　正文 <span>续</span></p>尾</div></body></html>"))
                .containsExactly("H2 青山县", "H2 实施方案", "一、总体 要求", "\u00A0　正文 续", "尾");
    }

    @Test
    void what_no_visitor_sees_is_dropped() throws Refusal {
        assertThat(seen("<body><script>var a='行动';</script><nav><a>首页</a></nav><p style='DISPLAY: none'>暗</p>"
                        + "<p hidden>隐</p><!-- 注 --><p>明</p><style>p{}</style></body>"))
                .containsExactly("明");
    }

    @Test
    void bold_is_a_tag_or_a_weight() throws Refusal {
        assertThat(seen("<p><b>全</b><strong>粗</strong></p><p><b>半</b>粗</p><p style='font-weight:700'>重</p>"
                        + "<p><b style='font-weight:normal'>轻</b></p>"))
                .containsExactly("*全粗*", "半粗", "*重*", "轻");
    }

    @Test
    void merged_cells_stand_once_and_are_continued_elsewhere() throws Refusal {
        assertThat(seen("<table><thead><tr><th>行动</th><th colspan=2>任务</th></tr></thead>"
                        + "<tr><td rowspan=3>甲</td><td>一</td><td>教育局<br>科协</td></tr><tr><td>二</td><td rowspan='2'>农牧局</td></tr>"
                        + "<tr><td>三</td></tr></table>"))
                .containsExactly("|行动|任务|^|", "|甲|一|教育局/科协|", "|^|二|农牧局|", "|^|三|^|");
    }

    @Test
    void a_table_that_only_frames_the_page_is_opened() throws Refusal {
        assertThat(seen(
                        "<table><tr><td>栏目</td><td><table><tr><td>序号</td><td>任务名称</td></tr><tr><td>1</td><td>建立机制</td></tr>"
                                + "</table></td></tr></table><table><tr><td><p>第一段</p><p>第二段</p></td></tr></table>"))
                .containsExactly("栏目", "|序号|任务名称|", "|1|建立机制|", "第一段", "第二段");
    }

    @Test
    void items_of_a_numbered_list_keep_their_numbers() throws Refusal {
        assertThat(
                        seen(
                                "<ol start=3><li>甲</li><li>乙</li></ol><ol style='list-style-type:cjk-ideographic'><li>丙</li></ol><ul><li>丁</li></ul>"))
                .containsExactly("3. 甲", "4. 乙", "一、丙", "丁");
    }

    @Test
    void the_declared_charset_counts() throws Refusal {
        var page =
                "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><p>喆镕区</p></body></html>";
        assertThat(Seen.in(page.getBytes(Charset.forName("GB18030")), "x.doc")).containsExactly("喆镕区");
    }

    @Test
    void a_page_saved_as_one_file_is_opened() throws Refusal {
        var archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--=_b\"\r\n\r\n"
                + "----=_b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "<p>=E8=A1=8C=\r\n=E5=8A=A8</p>\r\n----=_b\r\nContent-Type: image/png\r\n\r\nxx\r\n----=_b--\r\n";
        assertThat(Seen.in(archive.getBytes(StandardCharsets.US_ASCII), "x.doc"))
                .containsExactly("行动");
    }
}
