package org.kepu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678, 138****5678",
        "138 1234 5678, 138****5678",
        "0471-6945678, 047****5678",
        "6945678, ****78",
        "110, ****",
        "'', ****"
    })
    void of_a_number_the_ends_remain(String number, String masked) {
        assertThat(Masked.phone(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "150102199003071234, 1501**********1234",
        "15010219900307123x, 1501**********123x",
        "1501, ****",
        "'', ****"
    })
    void of_an_identity_number_place_and_end_remain(String number, String masked) {
        assertThat(Masked.identity(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"batu@x.cn, b***@x.cn", "b@x.cn, b***@x.cn", "batu, ****", "a@b@c, ****", "'', ****"})
    void of_an_address_the_first_sign_and_the_house_remain(String address, String masked) {
        assertThat(Masked.mail(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"王小明, 王*", "𠮷田, 𠮷*", "A, A*", "'', ''"})
    void of_a_name_the_first_sign_remains(String name, String masked) {
        assertThat(Masked.name(name)).isEqualTo(masked);
    }
}
