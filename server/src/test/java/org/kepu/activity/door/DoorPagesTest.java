package org.kepu.activity.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Registration;
import org.kepu.activity.booking.Registrations;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The door over HTTP: forms without script, what telephones send, helpers by link, and the headers that keep it shut. */
class DoorPagesTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    DoorLinks links;

    GivenActivities given;
    SessionId session;
    String code;
    String path;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        var start = given.now().plus(Duration.ofMinutes(10));
        session = given.published(
                GivenActivities.talk(),
                new Planned(
                        start,
                        start.plus(Duration.ofHours(2)),
                        10,
                        2,
                        true,
                        given.now().minusSeconds(60),
                        null));
        code = ((Registration.Confirmed) context.getBean(Registrations.class)
                        .register(session, new Applicant("王小明", new PhoneNumber("13800138000"), 2, "first", null)))
                .code();
        path = "/desk/activities/sessions/" + session + "/door";
    }

    private String helpers() {
        return "/door/"
                + links.make(GivenActivities.clerk(), session).orElseThrow().token();
    }

    private int count(String table) {
        return given.database()
                .sql("select count(*) from activity." + table)
                .query(Integer.class)
                .single();
    }

    private static String batch(UUID device, UUID scan, String code, String now) {
        return """
                {"device":"%s","now":"%s","scans":[{"scan":"%s","code":"%s","at":"%s"}],
                 "counts":[{"audience":"ELDERS","count":4,"turn":4}]}
                """.formatted(device, now, scan, code, now);
    }

    private void typesAndCounts(Visitor visitor, String at) {
        visitor.get(at);
        var scan = UUID.randomUUID().toString();
        assertThat(visitor.post(at + "/codes", "scan", scan, "code", Booking.spelled(code))
                        .location())
                .isEqualTo(at);
        assertThat(visitor.get(at).body()).contains("到了，2 人", "已到 2 人").doesNotContain("王", "138****8000");
        visitor.post(at + "/codes", "scan", scan, "code", code);
        assertThat(visitor.get(at).body()).contains("到了，2 人");
        assertThat(count("scan")).isEqualTo(1);
        visitor.post(at + "/codes", "scan", UUID.randomUUID().toString(), "code", code);
        assertThat(visitor.get(at).body()).contains("这张票签到过了：2 人");
        var wrong = visitor.post(at + "/codes", "scan", UUID.randomUUID().toString(), "code", "1380013 <b>");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("确认码是 12 位数字", "value=\"1380013 &lt;b>\"");
        assertThat(count("scan")).isEqualTo(2);
        for (var click : new String[] {"first", "second, at once"}) {
            visitor.post(at + "/walk-ins", "audience", "ELDERS", "count", "1", "turn", "0");
            assertThat(visitor.get(at).body()).as(click).contains("记上了");
        }
        visitor.post(at + "/walk-ins", "audience", "ELDERS", "count", "2", "turn", "1");
        visitor.get(at);
        visitor.post(at + "/walk-ins", "audience", "ELDERS", "count", "1", "turn", "0");
        assertThat(visitor.get(at).body()).contains("刚刚别处也记了");
        visitor.post(at + "/walk-ins", "audience", "FARMERS", "count", "1", "turn", "0");
        visitor.post(at + "/walk-ins", "audience", "ELDERS", "count", "-1", "turn", "x");
        assertThat(given.database()
                        .sql("select sum(count) from activity.walk_in")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_clerk_types_codes_and_counts_without_script() {
        typesAndCounts(clerk(), path);
    }

    @Test
    void a_helper_types_codes_and_counts_without_script_and_without_an_account() {
        typesAndCounts(visitor(), helpers());
    }

    @Test
    void a_telephone_sends_twice_and_is_told_the_same_and_closing_out_begins_with_its_numbers() {
        var phone = visitor();
        var door = helpers();
        phone.get(door);
        assertThat(phone.get(door + "/list").body())
                .contains("\"mark\":", "\"_csrf\"")
                .doesNotContain(code, "王");
        var sent = batch(UUID.randomUUID(), UUID.randomUUID(), code, given.now().toString());
        var first = phone.post(door + "/batches", "batch", sent);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body())
                .contains("\"answer\":\"NEW\"", "到了，2 人", "\"present\":2", "\"own\":4")
                .doesNotContain("王");
        assertThat(phone.post(door + "/batches", "batch", sent).body()).isEqualTo(first.body());
        assertThat(count("scan")).isEqualTo(1);
        given.database()
                .sql("update activity.session set starts_at = now() - interval '3 hours', ends_at = now()")
                .update();
        assertThat(clerk().get("/desk/activities/sessions/" + session + "/close")
                        .body())
                .contains("name=\"counts\" value=\"4\"", "另有报名签到的 2 人");
    }

    @Test
    void what_no_telephone_of_ours_sends_is_refused_and_nothing_is_kept() {
        var clerk = clerk();
        clerk.get(path);
        for (var sent : new String[] {
            "",
            "{",
            "[]",
            "{\"device\":null}",
            batch(UUID.randomUUID(), UUID.randomUUID(), "13800138000", "2031-01-01T00:00:00Z")
        }) {
            assertThat(clerk.post(path + "/batches", "batch", sent).status())
                    .as(sent)
                    .isEqualTo(400);
        }
        assertThat(clerk.postWithToken(path + "/batches", "wrong", "batch", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(count("scan") + count("walk_in")).isZero();
    }

    @Test
    void a_link_that_was_withdrawn_says_so_and_opens_nothing() {
        var phone = visitor();
        var door = helpers();
        phone.get(door);
        var clerk = clerk();
        clerk.get(path + "/record");
        var link = links.of(GivenActivities.clerk(), session).getFirst().id();
        assertThat(clerk.post(path + "/links/" + link + "/withdraw").status()).isEqualTo(302);
        for (var part : new String[] {"", "/kept"}) {
            assertThat(phone.get(door + part).status()).isEqualTo(404);
            assertThat(phone.get(door + part).body()).contains("签到链接已经失效", "不会丢");
        }
        for (var part : new String[] {"/list", "/worker.js"}) {
            assertThat(phone.get(door + part).status()).isEqualTo(404);
        }
        var sent = batch(UUID.randomUUID(), UUID.randomUUID(), code, given.now().toString());
        assertThat(phone.post(door + "/batches", "batch", sent).status()).isEqualTo(404);
        assertThat(phone.post(door + "/walk-ins", "audience", "ELDERS", "count", "1", "turn", "0")
                        .status())
                .isEqualTo(404);
        assertThat(count("scan") + count("walk_in")).isZero();
        assertThat(phone.get("/door/nothing").body()).contains("签到链接已经失效");
    }

    @Test
    void a_link_is_shown_once() {
        var clerk = clerk();
        clerk.get(path + "/record");
        clerk.post(path + "/links");
        assertThat(clerk.get(path + "/record").body()).containsPattern("http://[^\"/]+/door/[A-Za-z0-9_-]{43}\"");
        assertThat(clerk.get(path + "/record").body()).contains("收回").doesNotContainPattern("/door/[A-Za-z0-9_-]{43}");
    }

    @Test
    void the_camera_is_open_for_the_door_alone_and_the_worker_answers_for_the_door_alone() {
        var clerk = clerk();
        for (var page : new String[] {path, path + "/kept"}) {
            assertThat(clerk.get(page).header("Permissions-Policy")).startsWith("camera=(self), microphone=()");
            assertThat(clerk.get(page).header("Content-Security-Policy")).startsWith("default-src 'self';");
        }
        assertThat(clerk.get(path + "/record").header("Permissions-Policy")).startsWith("camera=()");
        var worker = clerk.get(path + "/worker.js");
        assertThat(worker.header("Service-Worker-Allowed")).isEqualTo(path);
        assertThat(worker.header("Content-Type")).startsWith("text/javascript");
        assertThat(worker.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(visitor().get("/door-worker.js").header("Service-Worker-Allowed"))
                .isEmpty();
    }

    @Test
    void the_copy_that_a_telephone_keeps_holds_nothing_of_who_fetched_it() {
        assertThat(clerk().get(path).body()).contains("_csrf");
        assertThat(clerk().get(path + "/kept").body()).doesNotContain("_csrf", "name=\"csrf\"");
    }
}
