package org.kepu.plandoc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RichTextTest {
    @Test
    void words_numbers_and_cells_are_read() throws Refusal {
        var rtf =
                "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}{\\*\\generator x;}\\pard{\\b \\'d0\\'d0\\'b6\\'af}\\par\n"
                        + "{\\listtext 1.\\tab}\\u25514?\\u26045?\\par\\trowd\\intbl \\'bc\\'d7\\cell \\'d2\\'d2\\cell\\row\\pard end\\par}";
        assertThat(Seen.in(rtf.getBytes(StandardCharsets.ISO_8859_1), "x.doc"))
                .containsExactly("*行动*", "1.\t措施", "|甲|乙|", "end");
    }
}
