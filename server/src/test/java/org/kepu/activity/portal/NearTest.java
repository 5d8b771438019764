package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.activity.Described;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Place;
import org.kepu.activity.Planned;
import org.kepu.activity.Point;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is near comes first: from where the device is, or around a banner that was chosen. */
class NearTest extends RunningSite {

    private static final Pattern TITLE = Pattern.compile("<a href=\"/activities/[0-9a-f-]{36}\">([^<]+)</a>");

    @Autowired
    ApplicationContext context;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private void published(
            String title, RegionCode region, @Nullable Double latitude, @Nullable Double longitude, int days) {
        var talk = GivenActivities.talk();
        var start = given.now().plus(Duration.ofDays(days));
        given.published(
                new Described(
                        title,
                        talk.kind(),
                        null,
                        talk.summary(),
                        talk.audiences(),
                        region,
                        new Place("COMMUNITY", "一楼", "", latitude, longitude),
                        "",
                        "",
                        "",
                        List.of(),
                        List.of()),
                Planned.open(start, start.plusSeconds(3600)));
    }

    private static List<String> titles(String body) {
        return TITLE.matcher(body)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private Visitor.Answer ask(String... fields) {
        var visitor = visitor();
        visitor.get("/activities/near");
        return visitor.post("/activities/near", fields);
    }

    @Test
    void the_nearest_comes_first_and_what_told_no_place_last() {
        published("没有位置的", GivenFacts.KUNDULUN, null, null, 1);
        published("呼和浩特的", GivenFacts.TOP, 40.84, 111.75, 1);
        published("青山的", GivenFacts.QINGSHAN, 40.64, 109.90, 3);
        published("隔壁的", GivenFacts.KUNDULUN, 40.652, 109.843, 9);
        given.draft(GivenActivities.talk(), GivenActivities.on("2149-01-01", "09:00", 60));
        var found = ask("latitude", "40.6512", "longitude", "109.8423");
        assertThat(found.status()).isEqualTo(200);
        assertThat(titles(found.body())).containsExactly("隔壁的", "青山的", "呼和浩特的", "没有位置的");
        assertThat(found.body().replaceAll("\\s+", " ")).contains("不到 1 公里", "约 5 公里", "约 162 公里", "没有标出位置");
        assertThat(found.body()).contains("value=\"40.65\"", "value=\"109.84\"").doesNotContain("40.6512", "109.8423");
    }

    @Test
    void more_than_a_page_goes_on_by_post_with_the_point_in_no_address() {
        for (int i = 0; i < 21; i++) {
            published("第" + i + "个", GivenFacts.KUNDULUN, 40.65, 109.84 + i * 0.05, 1);
        }
        var visitor = visitor();
        visitor.get("/activities/near");
        var first = visitor.post("/activities/near", "latitude", "40.65", "longitude", "109.84");
        assertThat(titles(first.body())).hasSize(20).startsWith("第0个", "第1个");
        assertThat(first.body()).doesNotContain("?latitude", "&latitude");
        var second = visitor.post("/activities/near", "latitude", "40.65", "longitude", "109.84", "page", "2");
        assertThat(titles(second.body())).containsExactly("第20个");
    }

    @ParameterizedTest
    @CsvSource({"'',''", "abc,109", "91,109", "40,181", "NaN,NaN", "40,"})
    void what_is_no_point_is_said_and_a_banner_offered(String latitude, String longitude) {
        var answer = ask("latitude", latitude, "longitude", longitude == null ? "" : longitude);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("没有收到位置", "昆都仑区</option>");
    }

    @Test
    void only_the_page_that_needs_it_may_ask_the_device_where_it_is() {
        assertThat(visitor().get("/activities/near").header("Permissions-Policy"))
                .contains("geolocation=(self)", "camera=()");
        assertThat(visitor().get("/activities").header("Permissions-Policy")).contains("geolocation=()");
    }

    @Test
    void around_a_banner_comes_what_is_in_it_then_its_league_then_what_is_for_all_and_nothing_else() {
        published("全区的", GivenFacts.TOP, null, null, 1);
        published("锡林郭勒的", GivenFacts.GACHA, null, null, 1);
        published("包头市的", GivenFacts.BAOTOU, null, null, 3);
        published("青山的", GivenFacts.QINGSHAN, null, null, 2);
        published("社区的", GivenFacts.COMMUNITY, null, null, 8);
        var found = visitor().get("/activities?near=150203").body();
        assertThat(titles(found)).containsExactly("社区的", "青山的", "包头市的", "全区的");
        assertThat(found.replaceAll("\\s+", " ")).contains("昆都仑区附近的活动", "就在本旗县区", "在同一盟市", "面向全区");
        assertThat(titles(visitor().get("/activities?near=150203&day=week").body()))
                .doesNotContain("社区的");
        assertThat(visitor().get("/activities.rss?near=150203").body())
                .contains("<title>社区的</title>", "<title>全区的</title>")
                .doesNotContain("锡林郭勒的");
        assertThat(visitor().get("/activities.ics?near=150203").body())
                .contains("SUMMARY:社区的")
                .doesNotContain("锡林郭勒的");
    }

    @Test
    void a_point_is_known_to_about_a_kilometre() {
        var point = Point.read("40.65789", "109.84321").orElseThrow();
        assertThat(point).isEqualTo(new Point(40.66, 109.84));
    }

    @ParameterizedTest
    @CsvSource({"40.65, 109.84, 40.65, 109.84, 0", "0, 0, 0, 180, 20015.1", "40.84, 111.75, 39.90, 116.40, 407.5"})
    void distances_are_those_on_the_earth(double one, double two, double three, double four, double kilometres) {
        assertThat(given.database()
                        .sql("select activity.kilometres(:a, :b, :c, :d)")
                        .param("a", one)
                        .param("b", two)
                        .param("c", three)
                        .param("d", four)
                        .query(Double.class)
                        .single())
                .isCloseTo(kilometres, within(1.0));
    }
}
