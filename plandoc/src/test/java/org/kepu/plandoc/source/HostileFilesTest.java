package org.kepu.plandoc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kepu.plandoc.PlanReader;
import org.kepu.plandoc.Reading;

/** Whatever the bytes are: an answer with one sentence, in time, and never an exception. */
@Timeout(60)
class HostileFilesTest {
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private final PlanReader reader = new PlanReader();

    private Reading read(byte[] content, String name) {
        return reader.read(content, name);
    }

    private static List<byte[]> goodFiles() throws IOException {
        try (var pdf = new Pdf()) {
            var cell = Docx.cell("<w:gridSpan w:val=\"2\"/>", Docx.p("县教育局"));
            return List.of(
                    Docx.of(Docx.p("一、总体要求") + "<w:tbl><w:tr>" + cell + cell + "</w:tr></w:tbl>")
                            .bytes(),
                    new Doc().bold("方案").numbered(0, "行动").row("任务", "单位").bytes(),
                    pdf.text(80, 760, 18, "青山县实施方案")
                            .line(50, 50, 500, 50)
                            .line(50, 50, 50, 90)
                            .endPage(0)
                            .bytes(),
                    "<html><body><table><tr><td rowspan=2>甲<td>乙</table><ol><li>丙</ol></body></html>"
                            .getBytes(StandardCharsets.UTF_8),
                    "{\\rtf1\\ansi{\\fonttbl x}\\u25514?\\trowd\\cell\\row\\par}".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void damaged_files_are_answered() throws IOException {
        var chance = new Random(20261101);
        for (var good : goodFiles()) {
            for (int round = 0; round < 25; round++) {
                var damaged = good.clone();
                for (int flips = 1 + chance.nextInt(20); flips > 0; flips--) {
                    damaged[chance.nextInt(damaged.length)] ^= (byte) (1 << chance.nextInt(8));
                }
                assertThatCode(() -> read(damaged, "方案.docx")).doesNotThrowAnyException();
            }
            for (int part = 1; part < 10; part++) {
                var cut = Arrays.copyOf(good, good.length * part / 10);
                assertThat(read(cut, "方案.docx")).isNotInstanceOf(Reading.Parsed.class);
            }
        }
    }

    @Test
    void noise_is_no_plan() {
        var chance = new Random(7);
        for (int round = 0; round < 40; round++) {
            var noise = new byte[1 + chance.nextInt(20_000)];
            chance.nextBytes(noise);
            assertThat(read(noise, "方案.txt")).isInstanceOf(Reading.NotAPlan.class);
        }
    }

    @Test
    void an_empty_file_and_a_picture_are_no_plans() {
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertThat(read(new byte[0], "方案.docx")).isEqualTo(new Reading.NotAPlan("文件是空的，没有任何文字"));
        assertThat(read(" \n\t\r\n".getBytes(StandardCharsets.UTF_8), "方案.txt")).isInstanceOf(Reading.NotAPlan.class);
        assertThat(read(picture, "方案.docx")).isEqualTo(new Reading.NotAPlan("文件不是文档，也不是文字：内容是图片、程序或其他数据"));
    }

    @Test
    void half_a_word_file_is_unreadable() {
        var whole = Docx.of(Docx.p("一、总体要求".repeat(2000))).bytes();
        assertThat(read(Arrays.copyOf(whole, whole.length / 2), "方案.docx"))
                .isEqualTo(new Reading.Unreadable("文件已损坏：压缩包不完整，无法读取"));
    }

    @Test
    void a_workbook_is_no_plan() {
        var workbook = Docx.of("").part("xl/workbook.xml", "<workbook/>").bytes();
        assertThat(read(workbook, "方案.docx")).isInstanceOf(Reading.NotAPlan.class);
    }

    @Test
    void a_zip_bomb_is_refused_in_time() {
        var content = Docx.of("")
                .part("word/document.xml", new byte[45_000_000])
                .bytes();
        long before = System.nanoTime();
        assertThat(read(content, "方案.docx")).isEqualTo(new Reading.Unreadable("文件解压后过大，不予读取"));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(ENOUGH.multipliedBy(4));
    }

    @Test
    void entities_are_not_expanded_and_nesting_is_bounded() {
        var laughs =
                "<!DOCTYPE x [<!ENTITY a \"哈哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"wordprocessingml\">"
                        + "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
        assertThat(read(Docx.of("").part("word/document.xml", laughs).bytes(), "方案.docx"))
                .isInstanceOf(Reading.Unreadable.class);
        assertThat(read(
                        Docx.of("<w:sdt>".repeat(5_000) + "</w:sdt>".repeat(5_000))
                                .bytes(),
                        "方案.docx"))
                .isEqualTo(new Reading.Unreadable("文件的内容嵌套过深，无法读取"));
        assertThat(read(("<html><body>" + "<div>".repeat(200_000)).getBytes(StandardCharsets.UTF_8), "方案.html"))
                .isNotInstanceOf(Reading.Parsed.class);
    }

    @Test
    void more_text_than_any_plan_has_is_refused() {
        var text = "全民科学素质行动\n".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        assertThat(read(text, "方案.txt")).isEqualTo(new Reading.Unreadable("文件的文字超过200万字，远超一份实施方案的篇幅，不予读取"));
    }
}
