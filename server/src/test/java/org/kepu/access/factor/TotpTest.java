package org.kepu.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    /** The table of RFC 6238, appendix B, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void a_telephone_may_be_half_a_minute_early_or_late_and_no_more() {
        var step = Totp.step(NOON);
        for (long off = -3; off <= 3; off++) {
            var found = Totp.stepOf(SECRET, Totp.code(SECRET, step + off, 6), NOON);
            if (Math.abs(off) <= 1) {
                assertThat(found).hasValue(step + off);
            } else {
                assertThat(found).isEmpty();
            }
        }
    }

    @Test
    void the_secret_is_told_in_base_32_and_read_back() {
        var app = CodeApp.of(SECRET);
        assertThat(app.secret()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(app.spelled()).startsWith("GEZD GNBV ").endsWith(" OJQ".strip());
        assertThat(app.bytes()).isEqualTo(SECRET);
    }
}
