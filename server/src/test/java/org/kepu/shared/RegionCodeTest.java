package org.kepu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "150000, AUTONOMOUS_REGION",
        "152500, LEAGUE",
        "152501, BANNER",
        "150203001, SUMU",
        "150203001001, GACHA",
    })
    void the_shape_of_a_code_tells_its_level(String code, RegionLevel level) {
        assertThat(new RegionCode(code).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15",
                "1502",
                "15020",
                "1502031",
                "150203000",
                "150203001000",
                "150001",
                "050203",
                "15020a",
                "１５０２０３",
                "150203 ",
            })
    void what_is_no_code_is_refused(String text) {
        assertThatThrownBy(() -> new RegionCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "15, 150000",
        "1502, 150200",
        "' 150203 ', 150203",
        "150203000000, 150203",
        "150203001000, 150203001",
        "150203001001, 150203001001",
    })
    void a_written_code_is_brought_to_its_one_spelling(String written, String code) {
        assertThat(RegionCode.read(written)).contains(new RegionCode(code));
    }

    @Test
    void a_code_in_scientific_notation_is_not_guessed_at() {
        assertThat(RegionCode.read("1.50203E+11")).isEmpty();
    }
}
