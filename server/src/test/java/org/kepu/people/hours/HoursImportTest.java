package org.kepu.people.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.people.GivenService.clerk;
import static org.kepu.people.GivenService.clerkOf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Draw;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RowError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Hours from a table, marked for ever; lists drawn by chance that everybody can draw again. */
@OnPostgres
class HoursImportTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    HoursImport importing;

    @Autowired
    SpotChecks checks;

    GivenService given;
    UUID team;
    UUID first;
    UUID second;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        team = given.team("青松科技志愿服务队", KUNDULUN);
        first = given.volunteer(team, "13800138001", false);
        second = given.volunteer(team, "13800138002", false);
    }

    private ImportReport take(String... rows) {
        var table = "手机号码,日期,开始,结束,事项,服务类别,地点,本人签字\n" + String.join("\n", rows) + "\n";
        var taken = importing.take(clerk(), team, table.getBytes(StandardCharsets.UTF_8));
        assertThat(taken).isInstanceOf(HoursImport.Taken.Report.class);
        return ((HoursImport.Taken.Report) taken).report();
    }

    @Test
    void good_rows_count_the_others_are_told_of_and_a_second_time_changes_nothing() {
        var rows = new String[] {
            "138 0013 8001,2026-03-07,9:00,12:00,讲防灾,科普服务,文化室,是",
            "13800138002,2026-03-07,09:00,12:00,讲防灾,科普服务,文化室,否",
            "13900139009,2026-03-07,09:00,12:00,讲防灾,科普服务,文化室,是",
            "13800138001,2026-03-07,11:00,13:00,查水质,科普服务,河边,是",
            "13800138001,2099-03-07,09:00,12:00,讲防灾,唱歌,文化室,也许"
        };
        var report = take(rows);
        assertThat(List.of(report.read(), report.written(), report.unchanged(), report.rejected()))
                .containsExactly(5, 2, 0, 3);
        assertThat(report.errors().stream().map(RowError::line)).containsExactly(4, 5, 6, 6, 6);
        assertThat(given.entries(first)).containsExactly(180);
        assertThat(given.entries(second)).as("who has not signed").isEmpty();
        var again = take(rows);
        assertThat(List.of(again.written(), again.unchanged(), again.rejected()))
                .containsExactly(0, 2, 3);
        assertThat(given.entries(first)).containsExactly(180);
        assertThat(given.database()
                        .sql("select distinct flags[1] || imported::text from people.duty")
                        .query(String.class)
                        .single())
                .isEqualTo("IMPORTEDtrue");
    }

    @Test
    void who_has_not_signed_confirms_by_oneself() {
        take("13800138002,2026-03-07,09:00,12:00,讲防灾,科普服务,文化室,");
        var duty = given.database()
                .sql("select id from people.duty")
                .query(UUID.class)
                .single();
        assertThat(context.getBean(ConfirmingHours.class).byOneself(second, duty))
                .isEqualTo(ConfirmingHours.Confirmed.COUNTED);
    }

    @Test
    void a_neighbour_imports_nothing_into_our_team() {
        assertThatThrownBy(() -> importing.take(clerkOf(QINGSHAN), team, new byte[0]))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_drawn_follows_from_the_seed_and_everybody_can_draw_again() {
        for (int hour = 8; hour < 18; hour++) {
            var from = "%02d:00".formatted(hour);
            var to = "%02d:30".formatted(hour);
            var shift = given.shift(team, COMMUNITY, "2026-03-07", from, to);
            GivenHours.served(context, shift, first, "2026-03-07", from, to);
        }
        var id = checks.draw(clerk(), KUNDULUN, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), 4)
                .orElseThrow();
        var check = checks.find(id).orElseThrow();
        assertThat(check.pool()).isEqualTo(10);
        var pool = given.database()
                .sql("select id::text from people.duty")
                .query(String.class)
                .list();
        var again = Draw.order(check.seed(), pool).stream().limit(4).toList();
        assertThat(checks.lines(clerk(), id))
                .extracting(line -> line.duty().toString())
                .isEqualTo(again);
        assertThat(checks.marks(id)).isEqualTo(again.stream().map(Draw::mark).toList());
        checks.look(clerk(), id, UUID.fromString(again.getFirst()), SpotChecks.Found.WRONG, "电话核对不属实");
        assertThat(checks.find(id).orElseThrow().wrong()).isEqualTo(1);
        assertThat(checks.find(clerkOf(QINGSHAN), id)).isEmpty();
        assertThat(checks.lines(clerkOf(QINGSHAN), id)).isEmpty();
        assertThat(checks.draw(clerk(), KUNDULUN, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2), 4))
                .isEmpty();
    }
}
