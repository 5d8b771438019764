package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.kepu.activity.GivenActivities.on;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.Activities;
import org.kepu.activity.DaysOfActivities;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.activity.SharesOfDivisions;
import org.kepu.activity.WhatsOn;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The calendar and the map show what the list has, day by day and place by place. */
class WaysTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private SessionId published(String title, RegionCode region, Planned... planned) {
        var first = given.published(GivenActivities.described(title, "LECTURE", region, List.of("ELDERS")), planned[0]);
        for (int i = 1; i < planned.length; i++) {
            given.more(first, planned[i]);
        }
        return first;
    }

    private Map<LocalDate, List<String>> days(String month, int most) {
        var filter = new Filter(month, "", "", "", "", "");
        var first = LocalDate.parse(month + "-01");
        var last = first.plusMonths(1).minusDays(1);
        return context
                .getBean(DaysOfActivities.class)
                .between(first, last, filter.during(first, last, clock), most)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        day -> day.getValue().first().stream()
                                .map(DaysOfActivities.Entry::title)
                                .toList()));
    }

    @Test
    void a_day_begins_and_ends_at_midnight_on_the_wall() {
        published("跨夜的", GivenFacts.KUNDULUN, on("2031-03-05", "23:30", 60));
        published("零点的", GivenFacts.KUNDULUN, on("2031-03-06", "00:00", 60));
        published("到零点的", GivenFacts.KUNDULUN, on("2031-03-06", "23:00", 60));
        published("月底的", GivenFacts.KUNDULUN, on("2031-02-28", "23:00", 120));
        assertThat(days("2031-03", 9))
                .containsOnly(
                        entry(LocalDate.parse("2031-03-01"), List.of("月底的")),
                        entry(LocalDate.parse("2031-03-05"), List.of("跨夜的")),
                        entry(LocalDate.parse("2031-03-06"), List.of("零点的", "到零点的", "跨夜的")));
        assertThat(days("2031-02", 9)).containsOnly(entry(LocalDate.parse("2031-02-28"), List.of("月底的")));
    }

    @Test
    void what_lasts_is_on_each_of_its_days_after_what_begins_then() {
        published("展览", GivenFacts.KUNDULUN, on("2031-03-04", "09:00", 3 * 24 * 60));
        published("讲座", GivenFacts.KUNDULUN, on("2031-03-05", "14:00", 60));
        assertThat(days("2031-03", 9))
                .containsOnly(
                        entry(LocalDate.parse("2031-03-04"), List.of("展览")),
                        entry(LocalDate.parse("2031-03-05"), List.of("讲座", "展览")),
                        entry(LocalDate.parse("2031-03-06"), List.of("展览")),
                        entry(LocalDate.parse("2031-03-07"), List.of("展览")));
        assertThat(visitor().get("/activities/calendar?day=2031-03").body()).contains("14:00", "持续");
    }

    @Test
    void a_draft_and_a_session_that_was_called_off_are_on_no_day() {
        given.draft(GivenActivities.talk(), on("2031-03-04", "09:00", 60));
        var session =
                published("取消一场的", GivenFacts.KUNDULUN, on("2031-03-05", "09:00", 60), on("2031-03-06", "09:00", 60));
        context.getBean(KeepingSessions.class).cancel(GivenActivities.clerk(), session);
        assertThat(days("2031-03", 9)).containsOnlyKeys(LocalDate.parse("2031-03-06"));
    }

    @Test
    void a_full_day_says_how_many_more_and_leads_to_all_of_them() {
        for (int i = 0; i < 5; i++) {
            published("第" + i + "场", GivenFacts.KUNDULUN, on("2031-03-05", "0" + i + ":00", 30));
        }
        assertThat(days("2031-03", 3)).containsOnly(entry(LocalDate.parse("2031-03-05"), List.of("第0场", "第1场", "第2场")));
        var page = visitor().get("/activities/calendar?day=2031-03&region=150203&kind=LECTURE");
        assertThat(page.body())
                .contains("还有 2 场", "2031年3月5日星期三，5 场")
                .contains("/activities/calendar?day=2031-02&amp;region=150203&amp;kind=LECTURE")
                .contains("/activities/calendar?day=2031-04&amp;region=150203&amp;kind=LECTURE")
                .contains("href=\"/activities?day=2031-03-05&amp;region=150203&amp;kind=LECTURE\"");
        assertThat(visitor()
                        .get("/activities/calendar?day=2031-03&region=150204")
                        .body())
                .contains("这个月没有活动")
                .doesNotContain("第0场");
    }

    @Test
    void the_calendar_opens_at_this_month_and_bears_the_observances() {
        assertThat(visitor().get("/activities/calendar").body())
                .contains("value=\"" + LocalDate.now(clock).toString().substring(0, 7) + "\"");
        assertThat(visitor().get("/activities/calendar?day=nonsense").status()).isEqualTo(200);
        assertThat(visitor().get("/activities/calendar?day=2026-03-09").body())
                .contains("世界气象日", "/activities/campaigns/WEATHER_DAY?year=2026")
                .doesNotContain("href=\"/activities/campaigns/FIRE_DAY");
    }

    @Test
    void the_map_counts_each_activity_in_one_place_and_all_of_them_in_the_sum() {
        published("社区的", GivenFacts.COMMUNITY, on("2031-03-05", "09:00", 60), on("2031-03-06", "09:00", 60));
        published("包头市的", GivenFacts.BAOTOU, on("2031-03-05", "09:00", 60));
        published("嘎查的", GivenFacts.GACHA, on("2031-03-05", "09:00", 60));
        published("全区的", GivenFacts.TOP, on("2031-03-05", "09:00", 60));
        published("过了的", GivenFacts.GACHA, on("2020-03-05", "09:00", 60));
        given.draft(GivenActivities.talk(), on("2031-03-05", "09:00", 60));
        var shares = context.getBean(SharesOfDivisions.class);
        var asked = WhatsOn.from(clock.instant());
        var leagues = shares.of(List.of(GivenFacts.BAOTOU, new RegionCode("152500"), new RegionCode("150100")), asked);
        assertThat(leagues.parts())
                .containsExactlyInAnyOrder(
                        new SharesOfDivisions.Share(GivenFacts.BAOTOU, 2, 3),
                        new SharesOfDivisions.Share(new RegionCode("152500"), 1, 1));
        assertThat(leagues.activities()).isEqualTo(4);
        assertThat(leagues.sessions()).isEqualTo(5);
        assertThat(context.getBean(Activities.class).list(asked, 1, 1).total()).isEqualTo(leagues.activities());
        var page = visitor().get("/activities/map?kind=LECTURE").body();
        assertThat(page)
                .contains("tile-150200", "heat-4", "href=\"/activities?region=150200&amp;kind=LECTURE\"", "面向全区");
        var league = visitor().get("/activities/map?region=150200").body();
        assertThat(league)
                .contains("包头市的活动", "href=\"/activities?region=150203\"", "面向全盟市")
                .doesNotContain("嘎查");
        assertThat(visitor().get("/activities/map?kind=TRAINING").body()).doesNotContain("heat-4");
    }
}
