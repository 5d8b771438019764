package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;

class UnclearTargetsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "到2025年，用户突破100万 | 用户突破100万 | 数字没有写单位，按“人”理解，请核对",
                "科普产品达到300 | 科普产品达到300 | 数字没有写单位，未列为目标，请核对",
                "培训农民XX人次 | 培训农民XX人次 | 数值还空着，没有填写",
                "建成基地___个 | 建成基地___个 | 数值还空着，没有填写",
                "乡村教师占比不低于三分之一 | 乡村教师占比不低于三分之一 | 没有写成具体数值，未列为目标，请核对",
            })
    void a_number_that_cannot_be_measured_is_pointed_out(String text, String quote, String message) {
        assertThat(in(text)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.TARGET_UNCLEAR);
            assertThat(finding.quote()).isEqualTo(quote);
            assertThat(finding.message()).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"每年培训2000人次", "达到2025年的水平", "公民具备科学素质的比例达到15%以上", "开展一批活动"})
    void a_number_with_its_unit_is_clear(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void a_long_text_is_read_once() {
        assertThat(in("用户突破100万，".repeat(2000))).hasSizeGreaterThan(1000);
    }

    private static List<Finding> in(String text) {
        return UnclearTargets.in(Passage.of(text, Folding.of(text)));
    }
}
