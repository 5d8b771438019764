package org.kepu.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BinariesTest {
    @Test
    void both_machines_that_we_promise_have_their_archive_on_the_class_path() {
        for (var architecture : new String[] {"amd64", "aarch64"}) {
            var archive = "/postgres-linux-" + Binaries.machine("Linux", architecture) + ".txz";
            assertThat(BinariesTest.class.getResource(archive)).as(archive).isNotNull();
        }
    }

    @Test
    void on_other_machines_the_way_out_is_told() {
        assertThatThrownBy(() -> Binaries.machine("Mac OS X", "aarch64"))
                .hasMessageContaining("（Mac OS X aarch64）")
                .hasMessageContaining("KEPU_DB_URL");
    }
}
