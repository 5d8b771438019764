package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.ledger.round.GivenRounds.quarter;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.RunningSite;
import org.kepu.shared.PlanId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What an office meets now and then: a due day on which nobody works, a sheet of its own, a list that is long. */
class OfficeOfRoundsTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private OfficeCalendar calendar;

    @Autowired
    private Clock clock;

    private GivenRounds given;
    private PlanId plan;

    @BeforeEach
    void plant() {
        given = new GivenRounds(context);
        plan = given.plan();
    }

    @Test
    void a_due_day_off_is_asked_about_and_the_next_working_day_offered() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        office.get("/desk/rounds/new");
        var saturday = dayOff();
        var next = calendar.days().after(saturday, 1);
        var asked = office.post("/desk/rounds", form(saturday));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body())
                .contains("是休息日，还没有发起", "value=\"" + next + "\"", "value=\"" + saturday + "\"", "value=\"第三季度调度\"");
        assertThat(given.plans.rows("ledger.round")).isZero();

        assertThat(office.post("/desk/rounds", form(saturday, "dueAfterAll", next.plusDays(7) + ""))
                        .status())
                .as("a day that was not offered")
                .isEqualTo(422);
        assertThat(office.post("/desk/rounds", form(saturday, "dueAfterAll", next + ""))
                        .status())
                .isEqualTo(302);
        assertThat(given.strings("select due_on::text from ledger.round")).containsExactly("" + next);
    }

    @Test
    void an_office_that_means_a_day_off_may_have_it() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        office.get("/desk/rounds/new");
        var saturday = dayOff();
        office.post("/desk/rounds", form(saturday, "dueAfterAll", saturday + ""));
        assertThat(given.strings("select due_on::text from ledger.round")).containsExactly("" + saturday);
    }

    @Test
    void whoever_submitted_a_sheet_does_not_accept_it_and_a_colleague_does() {
        var round = given.opened(BANNER, quarter(), plan);
        var path = "/desk/rounds/" + round + "/sheets/" + given.sheet("旗科协");
        var author = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        author.get(path);
        author.post(path, answers());
        assertThat(author.get(path).body())
                .contains("已提交", "这张表是您提交的，请由纲要办其他人员或者上级纲要办审核", "按所填原因退回")
                .doesNotContain("action=\"" + path + "/accept\"");
        given.submit(round, "旗气象局", Answer.PROGRESS, "讲了两次");
        given.database().sql("update ledger.sheet set opinion_due = null").update();
        assertThat(author.get("/desk").body())
                .as("one's own waits for somebody else")
                .contains("有 1 张填报表待审核");
        var version = "" + given.reading.locked(given.sheet("旗科协")).version();
        author.post(path + "/accept", "version", version);
        assertThat(given.strings("select state from ledger.sheet where written = '旗科协'"))
                .containsExactly("SUBMITTED");

        var above = signedIn(accounts.with(Role.OFFICE_CLERK, GivenRounds.LEAGUE));
        above.get(path);
        above.post(path + "/accept", "version", version);
        assertThat(given.strings("select state from ledger.sheet where written = '旗科协'"))
                .containsExactly("ACCEPTED");
    }

    @Test
    void a_long_list_is_turned_over_page_by_page() {
        given.database().sql("""
                        insert into ledger.round (id, region_code, name, period, covers_from, covers_to, due_on, opinion_days, mend_days,
                                                  remind_before, remind_after, created_at)
                        select gen_random_uuid(), '152524', '第' || n || '次摸底', 'ONCE', day, day, day, 0, 3, '{}', '{}', now()
                        from generate_series(1, :rounds) n, lateral (select date '2026-01-01' + n) as of_round (day)
                        """).param("rounds", Rounds.ROWS + 1).update();
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        assertThat(office.get("/desk/rounds").body())
                .contains("第" + (Rounds.ROWS + 1) + "次摸底", "第2次摸底", "href=\"/desk/rounds?page=2\"")
                .doesNotContain("第1次摸底");
        assertThat(office.get("/desk/rounds?page=2").body()).contains("第1次摸底").doesNotContain("第2次摸底");
    }

    /** A Saturday of the next weeks that no notice makes a working day. */
    private LocalDate dayOff() {
        var day = Today.by(clock).plusWeeks(2).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        while (calendar.days().works(day)) {
            day = day.plusWeeks(1);
        }
        return day;
    }

    private String[] form(LocalDate due, String... more) {
        var fields = new ArrayList<>(List.of("region", "152524", "period", "QUARTER", "name", "第三季度调度"));
        fields.addAll(List.of("from", "2026-07-01", "to", "2026-09-30", "dueOn", "" + due, "opinionDays", "3"));
        fields.addAll(List.of("mendDays", "3", "before", "3,1", "after", "1", "plans", "" + plan));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private String[] answers() {
        var fields = new ArrayList<>(List.of("act", "submit"));
        for (var line : given.reading.locked(given.sheet("旗科协")).lines()) {
            var id = line.id();
            fields.addAll(List.of("seen-" + id, line.mark(), "answer-" + id, "PROGRESS", "text-" + id, "办了三场"));
        }
        return fields.toArray(String[]::new);
    }
}
