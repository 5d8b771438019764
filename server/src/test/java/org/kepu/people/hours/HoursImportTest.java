package org.kepu.people.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.people.GivenService.clerk;
import static org.kepu.people.GivenService.clerkOf;
import static org.kepu.people.GivenService.colleague;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.people.team.JoinForm;
import org.kepu.people.team.Joined;
import org.kepu.people.team.JoiningTeams;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Draw;
import org.kepu.shared.ImportReport;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
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
        var table = "手机号码,日期,开始,结束,事项,服务类别,地点\n" + String.join("\n", rows) + "\n";
        var taken = importing.take(clerk(), team, table.getBytes(StandardCharsets.UTF_8));
        assertThat(taken).isInstanceOf(HoursImport.Taken.Report.class);
        return ((HoursImport.Taken.Report) taken).report();
    }

    @Test
    void good_rows_are_taken_the_others_are_told_of_and_a_second_time_changes_nothing() {
        var rows = new String[] {
            "138 0013 8001,2026-03-07,9:00,12:00,讲防灾,科普服务,文化室",
            "13800138002,2026-03-07,09:00,12:00,讲防灾,科普服务,文化室",
            "13900139009,2026-03-07,09:00,12:00,讲防灾,科普服务,文化室",
            "13800138001,2026-03-07,11:00,13:00,查水质,科普服务,河边",
            "13800138001,2099-03-07,09:00,12:00,讲防灾,唱歌,文化室"
        };
        var report = take(rows);
        assertThat(List.of(report.read(), report.written(), report.unchanged(), report.rejected()))
                .containsExactly(5, 2, 0, 3);
        assertThat(report.errors().stream().map(RowError::line)).containsExactly(4, 5, 6, 6);
        assertThat(given.entries(first)).as("the team alone").isEmpty();
        var again = take(rows);
        assertThat(List.of(again.written(), again.unchanged(), again.rejected()))
                .containsExactly(0, 2, 3);
        assertThat(given.database()
                        .sql("select distinct flags[1] || imported::text from people.duty")
                        .query(String.class)
                        .single())
                .isEqualTo("IMPORTEDtrue");
    }

    @Test
    void what_the_team_handed_in_counts_once_the_person_or_another_hand_has_confirmed_it() {
        take("13800138001,2026-03-07,09:00,12:00,讲防灾,科普服务,文化室", "13800138002,2026-03-07,09:00,12:00,讲防灾,科普服务,文化室");
        var confirming = context.getBean(ConfirmingHours.class);
        var paper = new Reason("签到表第三行");
        assertThat(confirming.byOneself(second, duty(second))).isEqualTo(ConfirmingHours.Confirmed.COUNTED);
        assertThat(confirming.onPaper(clerk(), duty(first), paper)).isEqualTo(ConfirmingHours.Confirmed.SAME_HAND);
        assertThat(confirming.onPaper(colleague(), duty(first), paper)).isEqualTo(ConfirmingHours.Confirmed.COUNTED);
        assertThat(given.entries(first)).containsExactly(180);
        assertThatThrownBy(() -> given.database()
                        .sql("update people.duty set own_by = team_by where own_by is not null")
                        .update())
                .hasMessageContaining("duty_confirmed_by_two");
    }

    private UUID duty(UUID volunteer) {
        return given.database()
                .sql("select id from people.duty where volunteer = :volunteer")
                .param("volunteer", volunteer)
                .query(UUID.class)
                .single();
    }

    @Test
    void a_number_of_several_members_names_none_of_them() {
        var child = new JoinForm("王小红", "13800138001", "", false, true, "2015-05", "王小明", true, true, "监护人签了字", "TEAM");
        assertThat(context.getBean(JoiningTeams.class).enter(clerk(), team, child))
                .isInstanceOf(Joined.Done.class);
        var report = take("13800138001,2026-03-07,09:00,12:00,讲防灾,科普服务,文化室");
        assertThat(report.errors()).extracting(RowError::reason).containsExactly("people.import.several");
    }

    @Test
    void a_neighbour_imports_nothing_into_our_team() {
        assertThatThrownBy(() -> importing.take(clerkOf(QINGSHAN), team, new byte[0]))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_volunteer_sees_what_was_drawn_of_their_own_and_finds_it_in_the_published_list() {
        for (int hour = 8; hour < 14; hour++) {
            var from = "%02d:00".formatted(hour);
            var to = "%02d:30".formatted(hour);
            var shift = given.shift(team, COMMUNITY, "2026-03-07", from, to);
            GivenHours.served(context, shift, hour % 2 == 0 ? first : second, "2026-03-07", from, to);
        }
        var own = context.getBean(OwnHours.class);
        assertThat(own.drawn(first)).isEmpty();
        var id = checks.draw(
                        GivenPlans.may(Right.RUN_LEDGER),
                        KUNDULUN,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 31),
                        6)
                .orElseThrow();
        assertThat(own.drawn(first))
                .hasSize(3)
                .extracting(OwnHours.Drawn::check)
                .containsOnly(id);
        assertThat(checks.marks(id))
                .containsExactlyInAnyOrderElementsOf(Stream.of(first, second)
                        .flatMap(self -> own.drawn(self).stream())
                        .map(OwnHours.Drawn::mark)
                        .toList());
        assertThat(own.drawn(first))
                .extracting(OwnHours.Drawn::duty)
                .doesNotContainAnyElementsOf(
                        own.drawn(second).stream().map(OwnHours.Drawn::duty).toList());
    }

    @Test
    void what_is_drawn_follows_from_the_seed_and_everybody_can_draw_again() {
        for (int hour = 8; hour < 18; hour++) {
            var from = "%02d:00".formatted(hour);
            var to = "%02d:30".formatted(hour);
            var shift = given.shift(team, COMMUNITY, "2026-03-07", from, to);
            GivenHours.served(context, shift, first, "2026-03-07", from, to);
        }
        var office = GivenPlans.may(Right.RUN_LEDGER);
        var id = checks.draw(office, KUNDULUN, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), 4)
                .orElseThrow();
        var check = checks.find(id).orElseThrow();
        assertThat(check.pool()).isEqualTo(10);
        assertThat(given.database()
                        .sql("select pool from people.spot_check")
                        .query(Integer.class)
                        .single())
                .as("kept with the draw, so that no list unpacks the marks")
                .isEqualTo(10);
        var pool = given.database()
                .sql("select id::text from people.duty")
                .query(String.class)
                .list();
        var again = Draw.order(check.seed(), pool).stream().limit(4).toList();
        assertThat(checks.lines(office, id))
                .extracting(line -> line.duty().toString())
                .isEqualTo(again);
        assertThat(checks.marks(id)).isEqualTo(again.stream().map(Draw::mark).toList());
        assertThat(checks.pool(id))
                .as("what everybody needs to draw again")
                .isEqualTo(pool.stream().map(Draw::mark).sorted().toList());
        assertThat(checks.pool(UUID.randomUUID())).isEmpty();
        var drawn = UUID.fromString(again.getFirst());
        assertThat(checks.look(office, id, drawn, SpotChecks.Found.RIGHT, "我确认过"))
                .as("who confirmed it for the team")
                .isEqualTo(SpotChecks.Looked.SAME_HAND);
        var other = GivenPlans.may(GivenPlans.OTHER, Right.RUN_LEDGER, GivenPlans.TOP);
        assertThat(checks.look(other, id, drawn, SpotChecks.Found.WRONG, "电话核对不属实"))
                .isEqualTo(SpotChecks.Looked.DONE);
        assertThat(checks.look(other, id, drawn, SpotChecks.Found.RIGHT, "又说属实"))
                .isEqualTo(SpotChecks.Looked.ALREADY);
        assertThat(checks.find(id).orElseThrow().wrong()).isEqualTo(1);
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.RUN_LEDGER, QINGSHAN);
        assertThat(checks.find(neighbour, id)).isEmpty();
        assertThat(checks.lines(neighbour, id)).isEmpty();
        assertThat(checks.draw(office, KUNDULUN, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2), 4))
                .isEmpty();
    }
}
