package org.kepu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody at the desk reads the calendar; the system administrator and the office of the topmost division keep it. */
class CalendarPagesTest extends RunningSite {

    private static final RegionCode TOP = new RegionCode("150000");
    private static final String NOTICE = "2031-10-01至2031-10-07,放假,国办发明电〔2030〕9号\n2031-10-11,上班,国办发明电〔2030〕9号";

    @Autowired
    private JdbcClient database;

    @Autowired
    private OfficeCalendar calendar;

    @Autowired
    private KeepingCalendar keeping;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void forget() {
        database.sql("delete from calendar.day where year > 2026").update();
    }

    @Test
    void a_year_without_a_notice_is_said_to_be_counted_by_weekends() {
        var reader = signedIn(accounts.with(Role.LEADER, new RegionCode("152524")));
        var page = reader.get("/desk/calendar?year=2031").body();
        assertThat(page).contains("还没有 2031 年的放假安排", "按周末推算").doesNotContain("录入一年的放假安排");
        assertThat(reader.get("/desk/calendar?year=2026").body())
                .contains("2026年2月15日", "上班")
                .doesNotContain("按周末推算");
    }

    @Test
    void the_office_of_the_topmost_division_takes_a_notice_in_once() {
        var clerk = clerk();
        clerk.get("/desk/calendar");
        assertThat(clerk.post("/desk/calendar", "year", "2031", "days", NOTICE).location())
                .isEqualTo("/desk/calendar?year=2031");
        assertThat(clerk.get("/desk/calendar?year=2031").body()).contains("已录入 2031 年的放假安排，共 8 天");
        assertThat(calendar.of(2031)).hasSize(8);
        assertThat(calendar.days().knows(2031)).isTrue();
        clerk.post("/desk/calendar", "year", "2031", "days", NOTICE);
        assertThat(clerk.get("/desk/calendar?year=2031").body()).contains("没有变动");
        assertThat(database.sql(
                                "select count(*) from audit.entry where act = 'calendar.act.imported' and object = '2031'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        clerk.post("/desk/calendar", "year", "2031", "days", NOTICE + "\n2031-09-27,上班,国办发明电〔2031〕1号");
        assertThat(calendar.of(2031)).hasSize(9);
    }

    @Test
    void what_was_pasted_stays_when_the_year_is_no_year() {
        var clerk = clerk();
        clerk.get("/desk/calendar");
        var answer = clerk.post("/desk/calendar", "year", "明年", "days", NOTICE);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写四位年份", "2031-10-01至2031-10-07,放假");
        assertThat(clerk.post("/desk/calendar", "year", "2031年", "days", NOTICE).status())
                .isEqualTo(302);
    }

    @Test
    void nodes_that_start_at_the_same_moment_bring_the_shipped_notices_once() {
        database.sql("delete from calendar.day").update();
        together(4, one -> {
            new ShippedNotices(calendar, keeping, transaction).afterSingletonsInstantiated();
            return one;
        });
        assertThat(calendar.years()).containsExactly(2026, 2025, 2024, 2023, 2022, 2021);
    }

    @Test
    void a_notice_with_a_wrong_line_is_not_taken_at_all() {
        var admin = signedIn(accounts.with(Role.SYSTEM_ADMINISTRATOR, TOP));
        admin.get("/desk/calendar");
        var answer = admin.post("/desk/calendar", "year", "2031", "days", NOTICE + "\n2031-10-40,放假,号");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("第 3 行 日期", "2031-10-40", "2031-10-01至2031-10-07,放假");
        assertThat(calendar.of(2031)).isEmpty();
        assertThat(admin.post("/desk/calendar", "year", "2031", "days", "2031-01-01,放假,号")
                        .body())
                .contains("没有 2031 年国庆节的放假安排");
        assertThat(admin.post("/desk/calendar", "year", "31", "days", NOTICE).body())
                .contains("请填写四位年份");
        assertThat(admin.post("/desk/calendar", "year", "2031", "days", NOTICE).status())
                .isEqualTo(302);
    }

    @Test
    void the_office_of_a_banner_keeps_no_calendar() {
        var banner = signedIn(accounts.with(Role.OFFICE_CLERK, new RegionCode("152524")));
        banner.get("/desk/calendar");
        assertThat(banner.post("/desk/calendar", "year", "2031", "days", NOTICE).status())
                .isEqualTo(403);
        assertThat(calendar.of(2031)).isEmpty();
    }
}
