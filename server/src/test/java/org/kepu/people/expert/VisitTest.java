package org.kepu.people.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kepu.people.Person;
import org.kepu.people.tour.Planned;
import org.kepu.people.tour.Programme;
import org.kepu.people.tour.Stop;
import org.kepu.people.tour.Tour;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/** For a stop those are offered whose term holds on a day that one can still ask them for. */
class VisitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 10);
    private static final RegionCode BANNER = new RegionCode("150203");
    private static final Tour JULY = new Tour(
            new UUID(0, 1),
            Programme.EXPERTS,
            "第14批",
            new BodyId(new UUID(0, 2)),
            BANNER,
            LocalDate.of(2026, 7, 1),
            LocalDate.of(2026, 7, 31),
            "五年内没有去过的",
            1,
            Instant.EPOCH,
            "");

    private static Expert expert(int from, int to) {
        return new Expert(
                new UUID(from, to),
                new Person(new UUID(0, 3), "那日苏", "139****9001", false),
                BANNER,
                List.of("230"),
                "",
                "",
                "",
                LocalDate.of(2026, 7, from),
                LocalDate.of(2026, 7, to),
                5,
                null,
                false,
                null,
                1,
                0);
    }

    private static List<Expert> offered(String planned, Expert... experts) {
        return new Visit(JULY, new Stop(BANNER, new Planned(planned), "", 0, null, 0, 0, null))
                .among(List.of(experts), TODAY);
    }

    @Test
    void nobody_whose_term_ended_in_the_days_that_are_past() {
        var over = expert(1, 9);
        var ends = expert(1, 10);
        var begins = expert(31, 31);
        assertThat(offered("", over, ends, begins)).containsExactly(ends, begins);
    }

    @Test
    void a_planned_day_decides_while_it_lies_ahead() {
        var early = expert(1, 15);
        var late = expert(16, 31);
        assertThat(offered("2026-07-16", early, late)).containsExactly(late);
        assertThat(offered("2026-07-02", early, late)).as("that day is past").containsExactly(early, late);
    }
}
