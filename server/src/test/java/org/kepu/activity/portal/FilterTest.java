package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Days begin and end at midnight on the wall, not in Greenwich. */
class FilterTest {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private static Filter day(String day) {
        return new Filter(day, "", "", "", "", "");
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

    @Test
    void the_weekend_is_saturday_and_sunday_or_what_is_left_of_them() {
        var thursday = day("weekend").asked(at("2026-03-05T03:00:00Z"));
        assertThat(thursday.from()).isEqualTo(Instant.parse("2026-03-06T16:00:00Z"));
        assertThat(thursday.until()).isEqualTo(Instant.parse("2026-03-08T16:00:00Z"));
        var sunday = at("2026-03-08T10:00:00Z");
        assertThat(day("weekend").asked(sunday).from()).isEqualTo(sunday.instant());
        assertThat(day("weekend").asked(sunday).until()).isEqualTo(Instant.parse("2026-03-08T16:00:00Z"));
        var monday = day("weekend").asked(at("2026-03-08T16:00:00Z"));
        assertThat(monday.from()).isEqualTo(Instant.parse("2026-03-13T16:00:00Z"));
    }

    @Test
    void a_month_is_all_of_it() {
        var now = at("2026-03-05T03:00:00Z");
        var february = day("2024-02").asked(now);
        assertThat(february.from()).isEqualTo(Instant.parse("2024-01-31T16:00:00Z"));
        assertThat(february.until()).isEqualTo(Instant.parse("2024-02-29T16:00:00Z"));
        assertThat(day("2024-02").month(now)).isEqualTo(YearMonth.of(2024, 2));
        assertThat(day("2024-02-29").month(now)).isEqualTo(YearMonth.of(2024, 2));
        assertThat(day("week").month(now)).isEqualTo(YearMonth.of(2026, 3));
        assertThat(day("1815-06").asked(now).until()).isNull();
    }

    @Test
    void an_address_says_what_narrows_and_no_more() {
        var filter = new Filter("", "150203", "LECTURE", " ", "", "");
        assertThat(filter.at("/activities")).isEqualTo("/activities?region=150203&kind=LECTURE");
        assertThat(filter.on("weekend").in("").at("/activities.ics"))
                .isEqualTo("/activities.ics?day=weekend&kind=LECTURE");
        assertThat(Filter.NONE.at("/activities")).isEqualTo("/activities");
        assertThat(new Filter("", "", "科普&x=1", "", "", "").at("/activities"))
                .isEqualTo("/activities?kind=%E7%A7%91%E6%99%AE%26x%3D1");
    }
}
