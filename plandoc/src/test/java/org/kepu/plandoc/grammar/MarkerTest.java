package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.plandoc.grammar.Marker.Style;

class MarkerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "一、总体要求 | CHINESE | 1",
                "（二）实施农民科学素质提升行动 | CHINESE_BRACKET | 2",
                "(三)组织实施 | CHINESE_BRACKET | 3",
                "(四）老年人 | CHINESE_BRACKET | 4",
                "1.建立机制 | ARABIC | 1",
                "２．建立机制 | ARABIC | 2",
                "3、建立机制 | ARABIC | 3",
                "(4)建立机制 | ARABIC_BRACKET | 4",
                "⑤建立机制 | CIRCLED | 5",
                "①建立机制 | CIRCLED | 1",
                "第一部分 总体要求 | PART | 1",
                "二是办好讲座 | THAT_IS | 2",
                "——办好讲座 | DASH | 0",
                "-- 办好讲座 | DASH | 0",
                "● 办好讲座 | BULLET | 0"
            })
    void every_way_of_numbering_is_known(String text, Style style, int ordinal) {
        assertThat(of(text)).hasValueSatisfying(marker -> {
            assertThat(marker.style()).isEqualTo(style);
            assertThat(marker.ordinal()).isEqualTo(ordinal);
        });
    }

    @Test
    void a_year_after_a_dash_is_the_rest_of_a_title() {
        assertThat(of("—2035年）的通知")).isEqualTo(Optional.empty());
    }

    @Test
    void a_decimal_is_no_number_of_a_point() {
        assertThat(of("2.5万人以上")).isEqualTo(Optional.empty());
    }

    private static Optional<Marker> of(String text) {
        return Marker.of(Passage.of(text, Folding.of(text)));
    }
}
