package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who of those who wait comes in: a rule that needs no database. */
class LineTest {

    private static final UUID ELDERS = UUID.randomUUID();
    private static final UUID BANNER = UUID.randomUUID();

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    private static Line.Turn turn(UUID booking, int places, UUID... mayUse) {
        return new Line.Turn(booking, places, List.of(mayUse));
    }

    private static Line.Seated seated(UUID booking, UUID seats) {
        return new Line.Seated(booking, seats);
    }

    @Test
    void a_group_of_four_waits_until_four_fit_and_nobody_overtakes_it() {
        var line = List.of(turn(first, 4, ELDERS), turn(second, 1, ELDERS), turn(third, 1));
        assertThat(Line.seat(Map.of(Line.ALL, 3, ELDERS, 3), line)).isEmpty();
        assertThat(Line.seat(Map.of(Line.ALL, 3, ELDERS, 4), line))
                .containsExactly(seated(first, ELDERS), seated(second, Line.ALL), seated(third, Line.ALL));
    }

    @Test
    void who_waits_for_what_is_for_all_does_not_stop_those_who_may_use_a_quota() {
        var line = List.of(turn(first, 4), turn(second, 1, ELDERS), turn(third, 1));
        assertThat(Line.seat(Map.of(Line.ALL, 3, ELDERS, 2), line)).containsExactly(seated(second, ELDERS));
    }

    @Test
    void the_first_quota_that_fits_is_used_before_what_is_for_all() {
        var line = List.of(turn(first, 2, ELDERS, BANNER), turn(second, 1, ELDERS, BANNER), turn(third, 1, BANNER));
        assertThat(Line.seat(Map.of(Line.ALL, 5, ELDERS, 1, BANNER, 2), line))
                .containsExactly(seated(first, BANNER), seated(second, ELDERS), seated(third, Line.ALL));
    }

    @Test
    void after_the_release_a_quota_is_no_seat_any_more() {
        var line = List.of(turn(first, 2, ELDERS), turn(second, 1));
        assertThat(Line.seat(Map.of(Line.ALL, 2), line)).containsExactly(seated(first, Line.ALL));
    }
}
