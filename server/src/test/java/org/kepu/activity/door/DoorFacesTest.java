package org.kepu.activity.door;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Registration;
import org.kepu.activity.booking.Registrations;
import org.kepu.page.BrowsedSite;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The door on a telephone: by camera, by hand, without a line, without script. */
class DoorFacesTest extends BrowsedSite {

    private static final int PHONE = 390;

    /** What stands before the camera: the picture of a ticket. */
    private static final String TICKET_BEFORE_THE_CAMERA = """
            navigator.mediaDevices.getUserMedia = async () => {
              const { default: encodeQR } = await import("/qr-0.7.0/index.js");
              const rows = encodeQR("%s", "raw", { border: 4 });
              const canvas = document.createElement("canvas");
              canvas.width = canvas.height = rows.length * 8;
              const paint = canvas.getContext("2d");
              const show = () => rows.forEach((row, y) => row.forEach((dark, x) => {
                paint.fillStyle = dark ? "#000" : "#fff";
                paint.fillRect(x * 8, y * 8, 8, 8);
              }));
              setInterval(show, 100);
              return canvas.captureStream(10);
            };
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    DoorLinks links;

    GivenActivities given;
    SessionId session;
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
                        30,
                        3,
                        true,
                        given.now().minusSeconds(60),
                        null));
        path = "/desk/activities/sessions/" + session + "/door";
    }

    private String seat(String phone, int places) {
        return ((Registration.Confirmed) context.getBean(Registrations.class)
                        .register(
                                session,
                                new Applicant(
                                        "王小明",
                                        new PhoneNumber(phone),
                                        places,
                                        UUID.randomUUID().toString(),
                                        null)))
                .code();
    }

    private String helpers() {
        return "/door/"
                + ((DoorLinks.Making.Made) links.make(GivenActivities.clerk(), session, UUID.randomUUID())).token();
    }

    private int number(String sql) {
        return given.database().sql(sql).query(Integer.class).single();
    }

    private int present() {
        return number("select coalesce(sum(places), 0) from activity.booking where present_at is not null");
    }

    private static void open(Page window, String at) {
        window.navigate(at);
        window.locator("[data-ready]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private static void type(Page window, String code) {
        window.locator("#code").fill(code);
        window.locator("#code").press("Enter");
    }

    private static Locator said(Page window) {
        return window.locator("[data-said]");
    }

    private static Locator line(Page window) {
        return window.locator("[data-line]");
    }

    private static void oneMore(Page window, String audience) {
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("+1 " + audience))
                .click();
    }

    private static void look(Page window, String name) {
        for (var width : List.of(1440, 768, PHONE)) {
            window.setViewportSize(width, 844);
            screenshot(window, name, width);
            assertNothingSticksOut(window);
        }
        assertNoSeriousFindings(window);
    }

    @Test
    void a_telephone_without_a_line_lets_people_in_and_sends_it_all_when_there_is_one() {
        var first = seat("13800138001", 2);
        var second = seat("13800138002", 1);
        var window = desk(PHONE);
        open(window, path);
        assertThat(line(window)).hasText("已全部上传");
        window.context().setOffline(true);
        window.reload();
        assertThat(window.locator("h1")).hasText("到场签到");
        assertThat(line(window)).containsText("没有网络");
        assertThat(window.locator("input[name=_csrf]").count())
                .as("it is the copy")
                .isZero();
        type(window, Booking.spelled(first));
        assertThat(said(window)).containsText("到了，2 人");
        type(window, first);
        assertThat(said(window)).containsText("这张票签到过了");
        type(window, "000000000000");
        assertThat(said(window)).containsText("不在本机名单里");
        type(window, "12345");
        assertThat(said(window)).containsText("确认码是 12 位数字");
        assertThat(window.locator("#code")).hasValue("12345");
        window.reload();
        type(window, second);
        assertThat(said(window)).containsText("到了，1 人");
        oneMore(window, "老年人");
        oneMore(window, "老年人");
        assertThat(window.locator("[data-audience=ELDERS] output")).hasText("2");
        assertThat(line(window)).containsText("4 条待传");
        look(window, "door-offline");
        assertThat(number("select count(*) from activity.scan")).isZero();

        window.context().setOffline(false);
        assertThat(line(window)).hasText("已全部上传");
        assertThat(window.locator("[data-here]")).hasText("已到 3 人");
        assertThat(window.locator(".door-scans")).containsText("没有这个确认码");
        look(window, "door-sent");
        window.reload();
        assertThat(line(window)).hasText("已全部上传");
        assertThat(present()).isEqualTo(3);
        assertThat(number("select count(*) from activity.scan")).isEqualTo(4);
        assertThat(number("select sum(count) from activity.walk_in where audience = 'ELDERS'"))
                .isEqualTo(2);
        assertThat(window.evaluate("""
                () => new Promise((done) => {
                  const opening = indexedDB.open("kepu-door");
                  opening.onsuccess = () => {
                    const all = opening.result.transaction("scans").objectStore("scans").getAll();
                    all.onsuccess = () => done(JSON.stringify(all.result));
                  };
                })
                """).toString())
                .as("codes go from the telephone when they are sent")
                .contains("\"tail\"")
                .doesNotContain(first, second);
    }

    @Test
    void what_two_telephones_without_a_line_both_let_in_is_told_to_the_second_in_words() {
        var code = seat("13800138001", 1);
        var clerks = desk(PHONE);
        var helper = window(PHONE);
        open(clerks, path);
        open(helper, helpers());
        clerks.context().setOffline(true);
        helper.context().setOffline(true);
        type(clerks, code);
        assertThat(said(clerks)).containsText("到了，1 人");
        type(helper, code);
        assertThat(said(helper)).containsText("到了，1 人");
        clerks.context().setOffline(false);
        assertThat(line(clerks)).hasText("已全部上传");
        helper.context().setOffline(false);
        assertThat(said(helper)).containsText("这张票签到过了：1 人");
        assertThat(said(helper)).containsText("手机");
        assertThat(line(helper)).hasText("已全部上传");
        look(helper, "door-conflict");
        assertThat(present()).isEqualTo(1);
        clerks.navigate(path + "/record");
        assertThat(clerks.locator("main")).containsText("这张票签到过了：1 人");
        look(clerks, "door-record");
    }

    @Test
    void what_the_server_answers_takes_the_place_of_what_the_telephone_guessed_and_its_time_that_of_the_telephone() {
        var code = seat("13800138001", 2);
        var window = window(PHONE);
        window.clock().setFixedTime(Instant.now().plus(Duration.ofHours(5)).toEpochMilli());
        open(window, helpers());
        type(window, "000000000000");
        assertThat(said(window)).containsText("没有这个确认码");
        assertThat(said(window)).not().containsText("不在本机名单里");
        type(window, code);
        assertThat(said(window)).containsText("到了，2 人");
        assertThat(line(window)).hasText("已全部上传");
        assertThat(window.locator(".door-scans")).not().containsText("…");
        var now = ZonedDateTime.now(ZoneId.of("Asia/Shanghai"));
        assertThat(window.locator(".door-scans li").allTextContents().stream().map(line -> line.substring(0, 5)))
                .as("by the clock of the server")
                .hasSize(2)
                .allMatch(shown -> Stream.of(0, 1, 2)
                        .anyMatch(ago -> shown.equals(
                                DateTimeFormatter.ofPattern("HH:mm").format(now.minusMinutes(ago)))));
    }

    @Test
    void a_camera_reads_the_address_of_a_ticket_once() {
        var code = seat("13800138001", 2);
        var window = window(PHONE);
        window.addInitScript(TICKET_BEFORE_THE_CAMERA.formatted(address() + "/registrations/" + code));
        open(window, helpers());
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("打开摄像头扫码"))
                .click();
        assertThat(said(window)).containsText("到了，2 人");
        assertThat(line(window)).hasText("已全部上传");
        screenshot(window, "door-camera", PHONE);
        assertNoSeriousFindings(window);
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("关闭摄像头"))
                .click();
        assertThat(window.locator("video")).isHidden();
        assertThat(present()).isEqualTo(2);
        assertThat(number("select count(*) from activity.scan")).isEqualTo(1);
    }

    @Test
    void without_script_the_forms_do() {
        var code = seat("13800138001", 2);
        var window = withoutScript(PHONE);
        window.navigate(helpers());
        type(window, Booking.spelled(code));
        assertThat(window.locator("main")).containsText("到了，2 人");
        oneMore(window, "老年人");
        oneMore(window, "老年人");
        assertThat(window.locator("[data-audience=ELDERS] output")).hasText("2");
        screenshot(window, "door-without-script", PHONE);
        assertNothingSticksOut(window);
    }

    @Test
    void the_door_can_be_used_by_everybody() {
        seat("13800138001", 2);
        for (var looks : new String[] {"theme=dark", "elder=1", "lang=en"}) {
            var window = window(PHONE, looks);
            open(window, helpers());
            look(window, "door-" + looks.replace('=', '-'));
        }
        var ended = window(PHONE);
        ended.navigate("/door/nothing");
        look(ended, "door-ended");
        var record = desk(PHONE);
        record.navigate(path + "/record");
        record.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("生成链接"))
                .click();
        assertThat(record.locator("main")).containsText("链接只显示这一次");
        look(record, "door-link");
    }
}
