package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {
    @ParameterizedTest
    @CsvSource({
        "2000, 2000",
        "2.5万, 25000",
        "五十, 50",
        "两千, 2000",
        "一百二十, 120",
        "十五, 15",
        "二〇二一, 2021",
        "1万, 10000",
        "三万五千, 35000"
    })
    void a_number_has_one_value_however_it_is_written(String text, BigDecimal value) {
        assertThat(Numeral.of(text))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(value));
    }
}
