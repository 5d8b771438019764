package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Days begin and end at midnight on the wall, not in Greenwich. */
class FilterTest {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private static Filter day(String day) {
        return new Filter(day, "", "", "", "");
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), HERE);
    }

    @Test
    void today_ends_at_midnight_on_the_wall() {
        var justAfterMidnight = at("2026-03-04T16:00:01Z");
        assertThat(day("today").asked(justAfterMidnight).until()).isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
        var justBefore = at("2026-03-04T15:59:59Z");
        assertThat(day("today").asked(justBefore).until()).isEqualTo(Instant.parse("2026-03-04T16:00:00Z"));
    }

    @Test
    void the_week_ends_with_sunday() {
        var sunday = at("2026-03-08T10:00:00Z");
        assertThat(day("week").asked(sunday).until()).isEqualTo(Instant.parse("2026-03-08T16:00:00Z"));
        var monday = at("2026-03-08T16:00:00Z");
        assertThat(day("week").asked(monday).until()).isEqualTo(Instant.parse("2026-03-15T16:00:00Z"));
    }

    @Test
    void a_day_is_all_of_it_and_what_is_no_day_narrows_nothing() {
        var now = at("2026-03-05T03:00:00Z");
        var asked = day("2026-03-05").asked(now);
        assertThat(asked.from()).isEqualTo(Instant.parse("2026-03-04T16:00:00Z"));
        assertThat(asked.until()).isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
        for (var nonsense : new String[] {"", "2026-02-30", "'; --", "9999-12-31"}) {
            assertThat(day(nonsense).asked(now).from()).as(nonsense).isEqualTo(now.instant());
            assertThat(day(nonsense).asked(now).until()).as(nonsense).isNull();
        }
    }
}
