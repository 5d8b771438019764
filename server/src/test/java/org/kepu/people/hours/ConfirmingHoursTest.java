package org.kepu.people.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.people.GivenService.at;
import static org.kepu.people.GivenService.clerk;
import static org.kepu.people.GivenService.clerkOf;
import static org.kepu.people.GivenService.colleague;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.people.ServiceRule;
import org.kepu.people.ServiceRules;
import org.kepu.people.hours.ConfirmingHours.Confirmed;
import org.kepu.people.hours.ConfirmingHours.Told;
import org.kepu.people.points.Points;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/** Two confirmations, one place at a time, entries that are countered and never changed. */
@OnPostgres
class ConfirmingHoursTest {

    private static final String SATURDAY = "2026-03-07";
    private static final Reason WRONG = new Reason("记错了人");

    @Autowired
    ApplicationContext context;

    @Autowired
    ConfirmingHours confirming;

    @Autowired
    TakingPart part;

    @Autowired
    Shifts shifts;

    @Autowired
    ServiceRules rules;

    GivenService given;
    UUID team;
    UUID volunteer;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        team = given.team("青松科技志愿服务队", KUNDULUN);
        volunteer = given.volunteer(team, "13800138001", false);
    }

    private UUID morning() {
        return given.shift(team, COMMUNITY, SATURDAY, "09:00", "12:00");
    }

    private int facts(String amount) {
        return given.database()
                .sql("select coalesce(sum(" + amount + "), 0) from indicator.fact where source = 'volunteer'")
                .query(Integer.class)
                .single();
    }

    @Test
    void hours_count_once_both_have_confirmed_them() {
        var duty = GivenHours.planned(context, morning(), volunteer);
        assertThat(confirming.present(clerk(), duty, at(SATURDAY, "09:10"), at(SATURDAY, "12:30")))
                .isEqualTo(Told.DONE);
        assertThat(confirming.byOneself(volunteer, duty)).isEqualTo(Confirmed.NOT_NOW);
        assertThat(confirming.byTeam(clerk(), duty)).isEqualTo(Confirmed.DONE);
        assertThat(given.entries(volunteer)).isEmpty();
        assertThat(confirming.byOneself(volunteer, duty)).isEqualTo(Confirmed.COUNTED);
        assertThat(given.entries(volunteer)).containsExactly(170);
        assertThat(facts("minutes")).isEqualTo(170);
        assertThat(facts("events")).isEqualTo(1);
        assertThat(confirming.byOneself(volunteer, duty)).isEqualTo(Confirmed.NOT_NOW);
        assertThat(confirming.present(clerk(), duty, at(SATURDAY, "09:00"), at(SATURDAY, "12:00")))
                .isEqualTo(Told.CONFIRMED);
    }

    @Test
    void one_hand_cannot_speak_for_both() {
        var duty = GivenHours.planned(context, morning(), volunteer);
        confirming.present(clerk(), duty, at(SATURDAY, "09:00"), at(SATURDAY, "12:00"));
        confirming.byTeam(clerk(), duty);
        assertThat(confirming.onPaper(clerk(), duty, new Reason("签到表第三行"))).isEqualTo(Confirmed.SAME_HAND);
        assertThat(confirming.onPaper(colleague(), duty, new Reason("签到表第三行"))).isEqualTo(Confirmed.COUNTED);
        assertThatThrownBy(() -> given.database()
                        .sql("update people.duty set own_by = team_by")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void however_many_press_at_once_it_counts_once() {
        var duty = GivenHours.planned(context, morning(), volunteer);
        confirming.present(clerk(), duty, at(SATURDAY, "09:00"), at(SATURDAY, "12:00"));
        confirming.byTeam(clerk(), duty);
        assertThat(together(8, who -> confirming.byOneself(volunteer, duty)).stream()
                        .filter(Confirmed.COUNTED::equals))
                .hasSize(1);
        assertThat(given.entries(volunteer)).containsExactly(180);
    }

    @Test
    void nobody_is_in_two_shifts_at_once_and_shifts_that_touch_are_fine() {
        var first = morning();
        var second = given.shift(team, COMMUNITY, SATURDAY, "11:00", "14:00");
        var third = given.shift(team, COMMUNITY, SATURDAY, "12:00", "14:00");
        assertThat(part.plan(clerk(), first, volunteer)).isEqualTo(TakingPart.Part.DONE);
        assertThat(part.plan(clerk(), second, volunteer)).isEqualTo(TakingPart.Part.ELSEWHERE);
        assertThat(part.plan(clerk(), third, volunteer)).isEqualTo(TakingPart.Part.DONE);
        assertThatThrownBy(() -> given.database()
                        .sql("""
                                insert into people.duty (id, shift, volunteer, planned, state, imported, entered_at)
                                select gen_random_uuid(), id, :volunteer, tstzrange(starts_at, ends_at), 'PLANNED', false, now()
                                from people.shift where id = :shift
                                """)
                        .param("volunteer", volunteer)
                        .param("shift", second)
                        .update())
                .hasMessageContaining("duty_one_place_at_a_time");
    }

    @Test
    void of_two_teams_that_plan_the_same_person_at_once_one_has_them() {
        var other = given.team("友谊科技志愿服务队", KUNDULUN);
        given.volunteer(other, "13800138001", false);
        var places = List.of(morning(), given.shift(other, COMMUNITY, SATURDAY, "10:00", "13:00"));
        assertThat(together(8, who -> part.plan(clerk(), places.get(who % 2), volunteer)).stream()
                        .filter(TakingPart.Part.DONE::equals))
                .hasSize(1);
    }

    @Test
    void a_place_more_than_there_are_is_given_to_nobody() {
        var start = GivenService.today().plusDays(3).toString();
        var shift = given.shift(team, COMMUNITY, start, "09:00", "12:00");
        var asking = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            asking.add(given.volunteer(team, "139001390" + (10 + i), false));
        }
        assertThat(together(12, who -> part.take(asking.get(who), shift)).stream()
                        .filter(TakingPart.Part.DONE::equals))
                .hasSize(5);
        assertThat(part.take(volunteer, shift)).isEqualTo(TakingPart.Part.FULL);
    }

    @Test
    void who_was_absent_here_and_serves_elsewhere_was_not_here_after_all() {
        var duty = GivenHours.planned(context, morning(), volunteer);
        assertThat(confirming.present(clerk(), duty, null, null)).isEqualTo(Told.DONE);
        GivenHours.planned(context, given.shift(team, COMMUNITY, SATURDAY, "11:00", "14:00"), volunteer);
        assertThat(confirming.present(clerk(), duty, at(SATURDAY, "09:00"), at(SATURDAY, "12:00")))
                .isEqualTo(Told.ELSEWHERE);
    }

    @Test
    void what_is_countered_counts_no_more_and_the_books_balance() {
        var shift = morning();
        GivenHours.served(context, shift, volunteer, SATURDAY, "09:00", "12:00");
        var duty = shifts.duties(clerk(), shift).getFirst().id();
        assertThat(confirming.counter(clerk(), duty, WRONG)).hasValue(180);
        assertThat(given.entries(volunteer)).containsExactly(180, -180);
        assertThat(given.dayTotal(volunteer, SATURDAY)).isZero();
        assertThat(facts("minutes")).isZero();
        assertThat(confirming.counter(clerk(), duty, WRONG)).isEmpty();
        confirming.present(clerk(), duty, at(SATURDAY, "09:00"), at(SATURDAY, "10:00"));
        confirming.byTeam(clerk(), duty);
        assertThat(confirming.byOneself(volunteer, duty)).isEqualTo(Confirmed.COUNTED);
        assertThat(given.entries(volunteer)).containsExactly(180, -180, 60);
        assertThat(facts("minutes")).isEqualTo(60);
        assertThat(facts("events")).isEqualTo(1);
    }

    @Test
    void entries_are_never_changed_and_the_database_refuses_a_day_of_25_hours() {
        GivenHours.served(context, morning(), volunteer, SATURDAY, "09:00", "12:00");
        for (var sql : List.of("update people.hours_entry set minutes = 1", "delete from people.hours_entry")) {
            assertThatThrownBy(() -> given.database().sql(sql).update()).hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> given.database().sql("""
                                insert into people.hours_entry (volunteer, duty, day, turn, minutes, why, rule, told_at, told_by)
                                select volunteer, duty, day, 9, 1300, '', 1, now(), gen_random_uuid() from people.hours_entry
                                """).update()).hasMessageContaining("day_total_of_a_day");
        assertThatThrownBy(() -> given.database().sql("""
                                insert into people.hours_entry (volunteer, duty, day, turn, minutes, counters, countered, why, rule, told_at, told_by)
                                select volunteer, duty, day, turn, -90, id, 90, '少冲一点', 1, now(), gen_random_uuid() from people.hours_entry
                                """).update())
                .hasMessageContaining("hours_entry_counters_what_was");
    }

    /** A season of shifts, served, confirmed and countered by chance: sums are those of the entries, and no day is impossible. */
    @Test
    void whatever_happens_counter_entries_balance_and_no_day_has_more_than_the_cap() {
        var chance = new Random(711);
        var duties = new ArrayList<UUID>();
        for (int i = 0; i < 30; i++) {
            var day = "2026-03-%02d".formatted(1 + chance.nextInt(6));
            int from = chance.nextInt(20);
            var shift = given.shift(
                    team,
                    COMMUNITY,
                    day,
                    "%02d:00".formatted(from),
                    "%02d:30".formatted((from + 1 + chance.nextInt(10)) % 24));
            if (part.plan(clerk(), shift, volunteer) == TakingPart.Part.DONE) {
                duties.add(shifts.duties(clerk(), shift).getFirst().id());
                var planned = shifts.find(clerk(), shift).orElseThrow().planned();
                confirming.present(
                        clerk(),
                        duties.getLast(),
                        planned.from().minusSeconds(chance.nextInt(3000)),
                        planned.to().plusSeconds(chance.nextInt(3000)));
                confirming.byTeam(clerk(), duties.getLast());
                confirming.byOneself(volunteer, duties.getLast());
            }
            if (!duties.isEmpty() && chance.nextInt(4) == 0) {
                var some = duties.get(chance.nextInt(duties.size()));
                confirming.counter(clerk(), some, WRONG);
                if (chance.nextBoolean()) {
                    confirming.byTeam(clerk(), some);
                    confirming.byOneself(volunteer, some);
                }
            }
        }
        assertThat(duties).hasSizeGreaterThan(8);
        assertThat(given.database().sql("""
                                select count(*) from people.hours_entry later join people.hours_entry e on e.id = later.counters
                                where e.minutes + later.minutes <> 0
                                """).query(Integer.class).single()).isZero();
        assertThat(given.database()
                        .sql("select sum(minutes) as minutes from people.hours_entry group by day")
                        .query(Integer.class)
                        .list())
                .allMatch(minutes -> minutes >= 0 && minutes <= 480);
        assertThat(facts("minutes"))
                .isEqualTo(given.entries(volunteer).stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    @Test
    void what_nobody_closed_is_closed_by_rule_and_flagged() {
        var duty = GivenHours.planned(context, morning(), volunteer);
        confirming.present(clerk(), duty, at(SATURDAY, "09:30"), null);
        assertThat(confirming.byTeam(clerk(), duty)).isEqualTo(Confirmed.NOT_NOW);
        context.getBean(ClosingShiftsJob.class).close();
        confirming.byTeam(clerk(), duty);
        var closed = shifts.duties(clerk(), shiftOf(duty)).stream()
                .filter(one -> one.id().equals(duty))
                .findFirst();
        assertThat(closed.orElseThrow().flags()).containsExactly(Duty.Flag.UNCLOSED, Duty.Flag.AFTERWARDS);
        assertThat(closed.orElseThrow().gone()).isEqualTo(at(SATURDAY, "12:00"));
    }

    private UUID shiftOf(UUID duty) {
        return given.database()
                .sql("select shift from people.duty where id = :id")
                .param("id", duty)
                .query(UUID.class)
                .single();
    }

    @Test
    void two_shifts_too_far_apart_are_flagged() {
        var near = given.shift(team, COMMUNITY, SATURDAY, "09:00", "10:00", "40.65", "109.84");
        var far = given.shift(team, COMMUNITY, SATURDAY, "10:30", "11:30", "42.74", "112.65");
        GivenHours.served(context, near, volunteer, SATURDAY, "09:00", "10:00");
        GivenHours.served(context, far, volunteer, SATURDAY, "10:30", "11:30");
        assertThat(flags(near)).containsExactly(Duty.Flag.AFTERWARDS);
        assertThat(flags(far)).containsExactly(Duty.Flag.AFTERWARDS, Duty.Flag.SPEED);
    }

    private List<Duty.Flag> flags(UUID shift) {
        return shifts.duties(clerk(), shift).getFirst().flags();
    }

    @Test
    void shifts_without_points_are_as_far_apart_as_their_divisions() {
        var there = given.team("青山科技志愿服务队", QINGSHAN);
        given.volunteer(there, "13800138001", false);
        GivenHours.served(context, morning(), volunteer, SATURDAY, "09:00", "12:00");
        var near = given.shift(team, KUNDULUN, SATURDAY, "12:00", "13:00");
        GivenHours.served(context, near, volunteer, SATURDAY, "12:00", "13:00");
        assertThat(flags(near)).doesNotContain(Duty.Flag.SPEED);
        var far = given.shift(there, QINGSHAN, SATURDAY, "13:05", "14:00");
        GivenHours.served(context, far, volunteer, SATURDAY, "13:05", "14:00");
        assertThat(flags(far)).contains(Duty.Flag.SPEED);
    }

    @Test
    void very_many_hours_are_flagged_however_they_are_split_over_teams_months_and_nights() {
        var other = given.team("友谊科技志愿服务队", KUNDULUN);
        given.volunteer(other, "13800138001", false);
        rules.keep(GivenPlans.may(Right.RUN_LEDGER), KUNDULUN, new ServiceRule(480, 1200, 120, 120, false, 1, 1));
        var last = new ArrayList<UUID>();
        for (var day : List.of("2026-02-26", "2026-02-28", "2026-03-02", "2026-03-04")) {
            last.add(given.shift(last.size() % 2 == 0 ? team : other, COMMUNITY, day, "09:00", "15:00"));
            GivenHours.presentAt(context, last.getLast(), volunteer, day, "09:00", "15:00");
        }
        assertThat(flags(last.get(2))).as("18 hours").doesNotContain(Duty.Flag.VOLUME);
        assertThat(flags(last.get(3))).as("24 hours that nobody has confirmed").contains(Duty.Flag.VOLUME);
        var evening = given.shift(team, COMMUNITY, "2026-06-06", "17:00", "23:59");
        var night = given.shift(other, COMMUNITY, "2026-06-07", "00:00", "07:00");
        GivenHours.presentAt(context, evening, volunteer, "2026-06-06", "17:00", "23:59");
        assertThat(flags(evening)).doesNotContain(Duty.Flag.VOLUME);
        GivenHours.presentAt(context, night, volunteer, "2026-06-07", "00:00", "07:00");
        assertThat(flags(night)).as("14 hours on end").contains(Duty.Flag.VOLUME);
    }

    @Test
    void leaving_that_was_told_too_late_stays_flagged_whatever_is_typed_later() {
        var duty = GivenHours.planned(context, morning(), volunteer);
        confirming.present(clerk(), duty, at(SATURDAY, "09:30"), null);
        context.getBean(ClosingShiftsJob.class).close();
        confirming.present(clerk(), duty, at(SATURDAY, "09:30"), at(SATURDAY, "12:00"));
        confirming.byTeam(clerk(), duty);
        assertThat(flags(shiftOf(duty))).contains(Duty.Flag.UNCLOSED);
        var planned = given.shift(team, COMMUNITY, SATURDAY, "13:00", "15:00");
        var late = GivenHours.planned(context, planned, volunteer);
        plannedBefore();
        confirming.present(clerk(), late, at(SATURDAY, "13:00"), at(SATURDAY, "15:00"));
        confirming.byTeam(clerk(), late);
        assertThat(flags(planned)).containsExactly(Duty.Flag.UNCLOSED);
    }

    /** As if shifts had been planned and taken before they began: tests cannot wait for it. */
    private void plannedBefore() {
        given.database()
                .sql("update people.shift set kept_at = starts_at - interval '1 day'")
                .update();
        given.database()
                .sql("update people.duty set entered_at = lower(planned) - interval '1 hour'")
                .update();
    }

    @Test
    void wrong_times_that_the_team_has_confirmed_are_corrected_before_they_count() {
        var duty = GivenHours.planned(context, morning(), volunteer);
        assertThat(confirming.counter(clerk(), duty, WRONG)).isEmpty();
        confirming.present(clerk(), duty, at(SATURDAY, "09:00"), at(SATURDAY, "12:00"));
        confirming.byTeam(clerk(), duty);
        assertThat(confirming.counter(clerk(), duty, WRONG)).hasValue(0);
        assertThat(confirming.byOneself(volunteer, duty)).isEqualTo(Confirmed.NOT_NOW);
        assertThat(confirming.present(clerk(), duty, at(SATURDAY, "10:00"), at(SATURDAY, "12:00")))
                .isEqualTo(Told.DONE);
        confirming.byTeam(clerk(), duty);
        confirming.byOneself(volunteer, duty);
        assertThat(given.entries(volunteer)).containsExactly(120);
    }

    @Test
    void a_shift_that_is_sent_twice_is_planned_once() {
        assertThat(together(4, who -> morning())).containsOnly(morning());
    }

    @Test
    void hours_that_count_are_appealed_against_too() {
        var shift = morning();
        GivenHours.served(context, shift, volunteer, SATURDAY, "09:00", "12:00");
        var appeals = context.getBean(org.kepu.people.points.Appeals.class);
        var duty = shifts.duties(clerk(), shift).getFirst().id();
        assertThat(appeals.make(volunteer, duty, org.kepu.people.points.Appeals.About.HOURS, WRONG))
                .isTrue();
        assertThat(appeals.of(clerk(), team)).hasSize(1);
    }

    @Test
    void who_is_told_to_be_in_paid_service_serves_in_working_time_for_nothing_from_then_on() {
        GivenHours.served(
                context,
                given.shift(team, COMMUNITY, "2026-03-05", "09:00", "11:00"),
                volunteer,
                "2026-03-05",
                "09:00",
                "11:00");
        var members = context.getBean(org.kepu.people.team.Members.class);
        var member = members.of(clerk(), team).getFirst().id();
        assertThat(members.tellStaff(clerk(), member, true, new Reason("单位出具了证明")))
                .isTrue();
        assertThat(members.tellStaff(clerk(), member, true, new Reason("单位出具了证明")))
                .as("told already")
                .isFalse();
        var workday = given.shift(team, COMMUNITY, "2026-03-06", "09:00", "11:00");
        assertThat(GivenHours.served(context, workday, volunteer, "2026-03-06", "09:00", "11:00"))
                .isEqualTo(Confirmed.NOTHING_COUNTS);
        assertThat(given.entries(volunteer)).containsExactly(120);
        assertThatThrownBy(() -> members.tellStaff(clerkOf(QINGSHAN), member, false, WRONG))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void of_two_who_change_a_rule_at_once_the_second_notices() {
        var office = GivenPlans.may(Right.RUN_LEDGER);
        var rule = new ServiceRule(480, 6000, 120, 120, false, 1, 1);
        assertThat(together(6, who -> rules.keep(office, KUNDULUN, rule)).stream()
                        .filter(kept -> kept))
                .hasSize(1);
        assertThat(rules.of(KUNDULUN).version()).isEqualTo(2);
    }

    @Test
    void a_neighbour_finds_no_shift_and_no_duty_of_ours() {
        var shift = morning();
        var duty = GivenHours.planned(context, shift, volunteer);
        var neighbour = clerkOf(QINGSHAN);
        assertThat(shifts.find(neighbour, shift)).isEmpty();
        assertThat(shifts.duties(neighbour, shift)).isEmpty();
        assertThatThrownBy(() -> confirming.byTeam(neighbour, duty)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> confirming.counter(neighbour, duty, WRONG)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> confirming.byOneself(UUID.randomUUID(), duty)).isInstanceOf(NotFound.class);
    }

    @Test
    void points_are_for_those_who_wish_where_they_are_given_and_go_with_their_hours() {
        var points = context.getBean(Points.class);
        GivenHours.served(context, morning(), volunteer, SATURDAY, "09:00", "12:00");
        points.wish(volunteer, true);
        var second = given.shift(team, COMMUNITY, SATURDAY, "13:00", "15:30");
        GivenHours.served(context, second, volunteer, SATURDAY, "13:00", "15:30");
        assertThat(points.of(volunteer)).as("where none are given").isEmpty();
        rules.keep(GivenPlans.may(Right.RUN_LEDGER), KUNDULUN, new ServiceRule(480, 6000, 120, 120, true, 2, 1));
        var third = given.shift(team, COMMUNITY, SATURDAY, "16:00", "18:30");
        GivenHours.served(context, third, volunteer, SATURDAY, "16:00", "18:30");
        assertThat(points.of(volunteer)).extracting(Points.Entry::points).containsExactly(4);
        confirming.counter(clerk(), shifts.duties(clerk(), third).getFirst().id(), WRONG);
        assertThat(points.of(volunteer)).extracting(Points.Entry::points).containsExactly(-4, 4);
        assertThatThrownBy(() ->
                        given.database().sql("delete from people.point_entry").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_certificate_holds_until_hours_of_it_are_countered() {
        var shift = morning();
        GivenHours.served(context, shift, volunteer, SATURDAY, "09:00", "12:00");
        var certificates = context.getBean(HoursCertificates.class);
        var issued = certificates.issue(volunteer).orElseThrow();
        assertThat(issued.minutes()).isEqualTo(180);
        assertThat(issued.number()).startsWith("ZY");
        assertThat(certificates.issue(volunteer).orElseThrow().number())
                .as("asked again")
                .isEqualTo(issued.number());
        assertThat(certificates.of(issued)).hasSize(1);
        confirming.counter(clerk(), shifts.duties(clerk(), shift).getFirst().id(), WRONG);
        assertThat(given.database()
                        .sql("select revoked_why from certificate.certificate where code = :code")
                        .param("code", issued.code())
                        .query(String.class)
                        .single())
                .isEqualTo(WRONG.words());
        assertThat(certificates.issue(volunteer)).isEmpty();
    }
}
