package org.kepu.plandoc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumeralsTest {
    @Test
    void chinese_numbers_read_as_spoken() {
        assertThat(List.of(1, 10, 11, 20, 31, 100, 101, 110, 2005))
                .extracting(number -> Numerals.write(number, "chineseCounting"))
                .containsExactly("一", "十", "十一", "二十", "三十一", "一百", "一百零一", "一百一十", "二千零五");
    }

    @Test
    void other_formats_follow_word() {
        assertThat(Numerals.write(3, "decimalEnclosedCircleChinese")).isEqualTo("③");
        assertThat(Numerals.write(12, "chineseLegalSimplified")).isEqualTo("壹拾贰");
        assertThat(Numerals.write(27, "lowerLetter")).isEqualTo("aa");
        assertThat(Numerals.write(14, "upperRoman")).isEqualTo("XIV");
        assertThat(Numerals.write(2, "ideographTraditional")).isEqualTo("乙");
        assertThat(Numerals.write(21, "decimalEnclosedParen")).isEqualTo("21");
    }
}
