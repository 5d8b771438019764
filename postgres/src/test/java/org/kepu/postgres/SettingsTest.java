package org.kepu.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_quarter_of_the_memory_holds_pages_but_never_too_little_and_never_too_much() {
        assertThat(Settings.forService(512).parameters()).containsEntry("shared_buffers", "128MB");
        assertThat(Settings.forService(24_576).parameters())
                .containsEntry("shared_buffers", "6144MB")
                .containsEntry("effective_cache_size", "12288MB");
        assertThat(Settings.forService(262_144).parameters()).containsEntry("shared_buffers", "8192MB");
    }

    @Test
    void what_is_committed_survives_a_power_cut() {
        assertThat(Settings.forService().parameters())
                .containsEntry("fsync", "on")
                .containsEntry("synchronous_commit", "on")
                .containsEntry("full_page_writes", "on");
    }
}
