package org.kepu.plandoc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String PLAN = "青山县全民科学素质行动规划纲要实施方案（2021—2025年）\n\n一、总体要求\n\t到2025年，具备科学素质的比例达到13%。\n";
    private static final List<String> LINES =
            List.of("青山县全民科学素质行动规划纲要实施方案（2021—2025年）", "一、总体要求", "\t到2025年，具备科学素质的比例达到13%。");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void a_plan_is_read_in_any_encoding(String charset) throws Refusal {
        assertThat(Seen.in(PLAN.getBytes(Charset.forName(charset)), "方案.txt")).isEqualTo(LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "Big5"})
    void traditional_characters_stay_traditional(String charset) throws Refusal {
        var plan = "青山縣全民科學素質行動規劃綱要實施方案\n一、總體要求。為貫徹落實國務院要求，結合本縣實際，制定本方案。\n";
        assertThat(Seen.in(plan.getBytes(Charset.forName(charset)), "方案.txt"))
                .containsExactly("青山縣全民科學素質行動規劃綱要實施方案", "一、總體要求。為貫徹落實國務院要求，結合本縣實際，制定本方案。");
    }

    @Test
    void a_byte_order_mark_is_no_character() throws Refusal {
        assertThat(Seen.in(("\uFEFF" + PLAN).getBytes(StandardCharsets.UTF_8), "方案"))
                .isEqualTo(LINES);
    }

    @Test
    void line_ends_of_all_systems_end_lines() throws Refusal {
        assertThat(Seen.in("一\r\n二\r三\n四\f五\u2028六".getBytes(StandardCharsets.UTF_8), "方案.txt"))
                .containsExactly("一", "二", "三", "四", "五", "六");
    }

    @Test
    void a_text_cut_off_within_a_character_is_still_a_text() throws Refusal {
        var whole = PLAN.getBytes(StandardCharsets.UTF_8);
        var seen = Seen.in(Arrays.copyOf(whole, whole.length - 6), "方案.txt");
        assertThat(seen.subList(0, 2)).isEqualTo(LINES.subList(0, 2));
        assertThat(seen).hasSize(3);
    }
}
