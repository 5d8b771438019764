package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.activity.GivenActivities.on;

import java.time.Year;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.Described;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.activity.closing.CampaignFigures;
import org.kepu.activity.closing.CampaignFigures.Sum;
import org.kepu.activity.closing.Closing;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.activity.closing.Outcome;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What was done for a campaign in a year is what the facts of its sessions say, and each figure opens what it is made of. */
class CampaignTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    CampaignFigures figures;

    @Autowired
    ClosingOut closing;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private SessionId held(String title, @Nullable String campaign, Planned planned) {
        var talk = GivenActivities.talk();
        return given.published(
                new Described(
                        title,
                        "LECTURE",
                        campaign,
                        talk.summary(),
                        talk.audiences(),
                        GivenFacts.KUNDULUN,
                        talk.place(),
                        "",
                        "",
                        "",
                        List.of(),
                        List.of()),
                planned);
    }

    private void close(SessionId session, int version, boolean held, Map<String, Integer> came) {
        assertThat(closing.close(GivenActivities.clerk(), session, version, new Closing(held, came, null)))
                .isNotInstanceOf(Outcome.Refused.class);
    }

    @Test
    void figures_are_what_the_facts_add_up_to_after_every_correction() {
        var one = held("消防讲座", "FIRE_DAY", on("2024-11-09", "09:00", 60));
        var two = given.more(one, on("2024-11-09", "14:00", 60));
        var other = held("灭火演示", "FIRE_DAY", on("2024-11-08", "09:00", 60));
        close(one, 0, true, Map.of("ELDERS", 30, "PUPILS", 12));
        close(two, 0, true, Map.of("PUPILS", 5));
        close(other, 0, true, Map.of("ELDERS", 9));
        close(held("气象讲座", "WEATHER_DAY", on("2024-03-23", "09:00", 60)), 0, true, Map.of("ELDERS", 7));
        close(held("没有主题的", null, on("2024-03-23", "09:00", 60)), 0, true, Map.of("ELDERS", 1000));
        held("没有办结的", "FIRE_DAY", on("2024-11-10", "09:00", 60));
        var year = Year.of(2024);
        assertThat(figures.of(year)).isEqualTo(Map.of("FIRE_DAY", new Sum(2, 3, 56), "WEATHER_DAY", new Sum(1, 1, 7)));
        close(one, 1, true, Map.of("ELDERS", 20));
        close(other, 1, false, Map.of());
        assertThat(figures.of(year).get("FIRE_DAY")).isEqualTo(new Sum(1, 2, 25));
        assertThat(figures.of("FIRE_DAY", year)).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("消防讲座");
            assertThat(line.sessions()).isEqualTo(2);
            assertThat(line.attendances()).isEqualTo(25);
        });
    }

    @Test
    void a_session_counts_in_the_year_in_which_it_began_on_the_wall() {
        var eve = held("跨年", "THREE_GOING_DOWN", on("2023-12-31", "23:30", 60));
        var morning = given.more(eve, on("2024-01-01", "00:00", 30));
        close(eve, 0, true, Map.of("ELDERS", 3));
        close(morning, 0, true, Map.of("ELDERS", 4));
        assertThat(figures.of(Year.of(2023))).isEqualTo(Map.of("THREE_GOING_DOWN", new Sum(1, 1, 3)));
        assertThat(figures.of(Year.of(2024))).isEqualTo(Map.of("THREE_GOING_DOWN", new Sum(1, 1, 4)));
        assertThat(figures.of(Year.of(2022))).isEmpty();
    }

    @Test
    void the_page_of_a_year_opens_each_figure_and_what_is_to_come() {
        close(held("消防讲座", "FIRE_DAY", on("2024-11-09", "09:00", 60)), 0, true, Map.of("ELDERS", 1234));
        held("明年的消防讲座", "FIRE_DAY", on("2149-11-09", "09:00", 60));
        var page = visitor().get("/activities/campaigns?year=2024").body();
        assertThat(page)
                .contains("2024年主题活动日历", "11月9日", "1,234", "href=\"/activities?campaign=FIRE_DAY\"")
                .contains("href=\"/activities/campaigns/FIRE_DAY?year=2024#done\"")
                .contains(">9月15日</time>—<time datetime=\"2024-09-25\">9月25日</time>");
        var campaign = visitor().get("/activities/campaigns/FIRE_DAY?year=2024").body();
        assertThat(campaign).contains("消防讲座", "1,234", "明年的消防讲座", "昆都仑区", "合计 1 个活动");
        assertThat(visitor().get("/activities/campaigns/FIRE_DAY?year=2023").body())
                .contains("这一年还没有办结的活动", "明年的消防讲座")
                .doesNotContain("1,234");
        assertThat(visitor().get("/activities/campaigns/NOTHING").status()).isEqualTo(404);
        assertThat(visitor().get("/activities/campaigns?year=abcd").status()).isEqualTo(200);
    }

    @Test
    void the_days_of_a_year_come_as_a_calendar() {
        var calendar = visitor().get("/activities/campaigns.ics?year=2026");
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.body().replace("\r\n ", ""))
                .contains("UID:WEATHER_DAY-2026@", "DTSTART;VALUE=DATE:20260323", "DTEND;VALUE=DATE:20260324")
                .contains("SUMMARY:防灾减灾日", "DTEND;VALUE=DATE:20260519")
                .doesNotContain("三下乡");
    }
}
