package org.kepu.plandoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void two_spans_join_to_the_smallest_that_holds_both() {
        assertThat(new Span(3, 5).join(new Span(8, 9))).isEqualTo(new Span(3, 9));
    }
}
