package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.guard.HumanQuestion;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What everybody finds, reads and books without an account. */
class ActivityPortalTest extends RunningSite {

    private static final Pattern CARD = Pattern.compile("href=\"/activities/([0-9a-f-]{36})\"");

    @Autowired
    ApplicationContext context;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
        forms.forgetSent();
    }

    private List<String> found(String query) {
        return CARD.matcher(visitor().get("/activities" + query).body())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private Planned in(Duration later) {
        var start = given.now().plus(later);
        return Planned.open(start, start.plusSeconds(3600));
    }

    private String published(
            String title, String kind, org.kepu.shared.RegionCode region, String audience, Planned planned) {
        return given.activityOf(
                        given.published(GivenActivities.described(title, kind, region, List.of(audience)), planned))
                .toString();
    }

    @Test
    void what_is_published_and_not_over_is_found_by_place_kind_and_audience_the_next_first() {
        var far = published("远的", "LECTURE", GivenFacts.GACHA, "ELDERS", in(Duration.ofDays(9)));
        var near = published("近的", "TRAINING", GivenFacts.STREET, "FARMERS", in(Duration.ofDays(2)));
        published("过了的", "LECTURE", GivenFacts.STREET, "ELDERS", in(Duration.ofDays(-2)));
        given.draft(GivenActivities.talk(), in(Duration.ofDays(1)));
        assertThat(found("")).containsExactly(near, far);
        assertThat(found("?region=150203")).containsExactly(near);
        assertThat(found("?region=152500")).containsExactly(far);
        assertThat(found("?kind=LECTURE")).containsExactly(far);
        assertThat(found("?audience=FARMERS")).containsExactly(near);
        assertThat(found("?audience=FARMERS&kind=LECTURE")).isEmpty();
        var day = near.isEmpty()
                ? ""
                : given.now()
                        .plus(Duration.ofDays(2))
                        .atZone(GivenActivities.HERE)
                        .toLocalDate()
                        .toString();
        assertThat(found("?day=" + day)).containsExactly(near);
    }

    @Test
    void a_draft_is_not_there_and_what_was_called_off_says_so() {
        var draft = given.draft(GivenActivities.talk(), in(Duration.ofDays(1)));
        assertThat(visitor().get("/activities/" + draft).status()).isEqualTo(404);
        var session = given.tomorrow(5, 1, true);
        var activity = given.activityOf(session);
        context.getBean(KeepingActivities.class).cancel(GivenActivities.clerk(), activity, "大风");
        assertThat(visitor().get("/activities/" + activity).body()).contains("活动已取消，不再举行", "原因：大风");
        assertThat(found("")).isEmpty();
    }

    @Test
    void somebody_registers_looks_it_up_by_the_code_and_gives_it_back() {
        var session = given.tomorrow(5, 2, true);
        var visitor = visitor();
        var booked = register(visitor, session, "13800138000", "k1");
        assertThat(booked.status()).isEqualTo(302);
        var path = booked.location().replaceFirst("^http://[^/]+", "");
        assertThat(path).matches("/registrations/\\d{12}");
        var ticket = visitor.get(path);
        assertThat(ticket.body()).contains("已确认", "138****8000").doesNotContain("13800138000");
        assertThat(visitor().get("/registrations/000000000000").status()).isEqualTo(404);
        visitor.get(path);
        assertThat(visitor.post(path + "/cancel").status()).isEqualTo(302);
        assertThat(visitor.get(path).body()).contains("已取消");
        assertThat(given.session(session).seats().taken()).isZero();
    }

    @Test
    void sent_twice_it_leads_to_the_same_booking_and_another_key_learns_no_code() {
        var session = given.tomorrow(5, 2, true);
        var visitor = visitor();
        var first = register(visitor, session, "13800138000", "k1");
        assertThat(register(visitor, session, "13800138000", "k1").location()).isEqualTo(first.location());
        var other = register(visitor(), session, "13800138000", "k2");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body())
                .contains("这个号码已经报了这一场")
                .doesNotContain(first.location().replaceFirst(".*/", ""));
        assertThat(given.session(session).seats().taken()).isEqualTo(1);
    }

    @Test
    void who_finds_it_full_is_told_so_and_where_there_are_places() {
        var session = given.tomorrow(1, 1, false);
        var other = given.more(session, given.seats(5, 1, true));
        var late = visitor();
        late.get(path(session));
        assertThat(register(visitor(), session, "13800138001", "k1").status()).isEqualTo(302);
        var refused = late.post(
                path(session),
                "name",
                "乌云",
                "phone",
                "13800138002",
                "places",
                "1",
                "consent",
                "true",
                "key",
                "k2",
                HumanQuestion.TOKEN,
                forms.token(RegistrationPages.FORM));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("已经报满", "/sessions/" + other);
        var detail = visitor().get("/activities/" + given.activityOf(session)).body();
        assertThat(detail).contains("已报满", "还有 5 个名额").doesNotContain("/sessions/" + session);
    }

    @Test
    void calendars_and_feed_readers_have_the_same_sessions_under_the_same_names() {
        var session = given.tomorrow(5, 2, true);
        var activity = given.activityOf(session);
        var one = visitor().get("/activities/" + activity + "/calendar.ics");
        assertThat(one.header("Content-Type")).startsWith("text/calendar");
        assertThat(one.body().lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        var unfolded = one.body().replace("\r\n ", "");
        assertThat(unfolded)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("UID:" + session + "@", "SUMMARY:防灾减灾讲座", "LOCATION:青松社区一楼", "GEO:40.65;109.84");
        var other = given.more(session, in(Duration.ofDays(3)));
        assertThat(visitor()
                        .get("/activities/" + activity + "/calendar.ics?session=" + session)
                        .body())
                .as("whoever registered for one has that one")
                .contains("UID:" + session)
                .doesNotContain("UID:" + other);
        assertThat(visitor().get("/activities.ics?region=150203").body()).contains("UID:" + session);
        assertThat(visitor().get("/activities.ics?region=150204").body()).doesNotContain("UID:");
        var feed = visitor().get("/activities.rss");
        assertThat(feed.header("Content-Type")).startsWith("application/rss+xml");
        assertThat(feed.body()).contains("<title>防灾减灾讲座</title>", "/activities/" + activity + "</guid>");
    }

    @Test
    void one_activity_is_followed_by_itself_and_says_which_session_was_called_off() {
        var session = given.tomorrow(5, 2, true);
        var other = given.more(session, given.seats(5, 1, true));
        given.published(
                GivenActivities.described("邻居", "LECTURE", GivenFacts.QINGSHAN, List.of("ELDERS")),
                in(Duration.ofDays(1)));
        context.getBean(KeepingSessions.class).cancel(GivenActivities.clerk(), other);
        var feed = visitor().get("/activities/" + given.activityOf(session) + "/sessions.rss");
        assertThat(feed.header("Content-Type")).startsWith("application/rss+xml");
        assertThat(feed.body())
                .contains("<title>防灾减灾讲座</title>", "#" + session + "</guid>", "地点：青松社区一楼", "#" + other + "</guid>")
                .containsOnlyOnce("这一场已取消")
                .doesNotContain("邻居");
        assertThat(visitor()
                        .get("/activities/" + given.draft(GivenActivities.talk()) + "/sessions.rss")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_wrong_in_the_form_is_said_and_what_was_typed_stays() {
        var session = given.tomorrow(5, 2, true);
        var visitor = visitor();
        var path = path(session);
        visitor.get(path);
        var again = visitor.post(path, "name", "王小明", "phone", "abc", "places", "0", "key", "k1");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("请写能联系到您的电话号码", "人数写 1 到 2。", "请先同意", "王小明");
        assertThat(given.session(session).seats().taken()).isZero();
    }

    private String path(SessionId session) {
        return "/activities/sessions/" + session;
    }

    private Visitor.Answer register(Visitor visitor, SessionId session, String phone, String key) {
        return sendAsHuman(
                visitor,
                path(session),
                RegistrationPages.FORM,
                "name",
                "王小明",
                "phone",
                phone,
                "places",
                "1",
                "consent",
                "true",
                "key",
                key);
    }
}
