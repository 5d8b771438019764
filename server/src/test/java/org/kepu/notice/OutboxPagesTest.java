package org.kepu.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.access.GivenAccounts.TOP;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.notice.Message.Channel;
import org.kepu.page.BrowsedSite;
import org.kepu.page.Visitor;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxPagesTest extends BrowsedSite {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    @AfterEach
    void nothing_waits() {
        database.sql("delete from notice.message").update();
    }

    private Visitor administrator() {
        return signedIn(accounts.with(Role.SYSTEM_ADMINISTRATOR, TOP));
    }

    private UUID message(Channel channel, String to, String state, String failure, boolean secret) {
        return message(channel, to, state, failure, null, secret);
    }

    private UUID message(Channel channel, String to, String state, String failure, UUID person, boolean secret) {
        var outbox = new Outbox(database, vault, clock);
        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            outbox.send(new Message(channel, to, "登录验证码", "验证码 654321，10 分钟内有效。", person, secret));
            database.sql("""
                    update notice.message set state = :state, failure = :failure, tries = 1, settled_at = queued_at,
                        text = case when secret and :state in ('SENT', 'FAILED') then null else text end
                    where state = 'QUEUED'""").param("state", state).param("failure", failure).update();
        });
        return database.sql("select id from notice.message order by queued_at desc limit 1")
                .query(UUID.class)
                .single();
    }

    private long looks(UUID id) {
        return database.sql("select count(*) from audit.entry where act = 'notice.act.read' and object = :id")
                .param("id", id.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void the_outbox_shows_messages_masked_and_never_their_text() {
        message(Channel.SMS, "13800001234", "SHOWN", null, true);
        message(Channel.MAIL, "anne@example.cn", "FAILED", "UNREACHABLE", false);
        var page = administrator().get("/desk/outbox").body();
        assertThat(page)
                .contains("138****1234", "a***@example.cn", "只在这里显示", "未能发出", "连不上发送服务器")
                .doesNotContain("13800001234", "anne@", "654321");
        assertThat(administrator().get("/desk/outbox?state=FAILED").body())
                .contains("a***@example.cn")
                .doesNotContain("138****1234");
    }

    @Test
    void only_the_system_administrator_comes_in() {
        var id = message(Channel.SMS, "13800001234", "SHOWN", null, true);
        for (var role : Role.values()) {
            if (role != Role.SYSTEM_ADMINISTRATOR) {
                var visitor = signedIn(accounts.with(role, TOP));
                visitor.get("/desk");
                assertThat(visitor.get("/desk/outbox").status()).as(role.name()).isEqualTo(403);
                assertThat(visitor.get("/desk/outbox/" + id).status()).isEqualTo(403);
                assertThat(visitor.post("/desk/outbox/" + id + "/text").status())
                        .isEqualTo(403);
                assertThat(visitor.post("/desk/outbox/" + id + "/again").status())
                        .isEqualTo(403);
            }
        }
        assertThat(looks(id)).isZero();
    }

    @Test
    void a_text_that_goes_nowhere_is_shown_and_each_look_is_written_down() {
        var id = message(Channel.SMS, "13800001234", "SHOWN", null, true);
        var administrator = administrator();
        assertThat(administrator.get("/desk/outbox/" + id).body()).doesNotContain("654321");
        assertThat(looks(id)).isZero();
        assertThat(administrator.post("/desk/outbox/" + id + "/text").body()).contains("654321");
        assertThat(administrator.post("/desk/outbox/" + id + "/text").body()).contains("654321");
        assertThat(looks(id)).isEqualTo(2);
    }

    @Test
    void what_opens_the_account_of_an_administrator_is_never_shown() {
        var administrator = administrator();
        for (var role : Role.values()) {
            database.sql("delete from notice.message").update();
            var owner = accounts.with(role, TOP).account();
            var id = message(Channel.MAIL, "anne@example.cn", "SHOWN", null, owner, true);
            var page = administrator.get("/desk/outbox/" + id).body();
            var answer = administrator.post("/desk/outbox/" + id + "/text");

            assertThat(page).contains("登录验证码");
            if (role.isSeparate()) {
                assertThat(page).as(role.name()).contains("含登录链接，只发送、不显示").doesNotContain("查看正文");
                assertThat(answer.status()).as(role.name()).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("654321");
                assertThat(looks(id)).isZero();
            } else {
                assertThat(answer.body()).as(role.name()).contains("654321");
            }
        }
    }

    @Test
    void the_text_of_a_message_that_leaves_is_not_shown() {
        var administrator = administrator();
        for (var state : new String[] {"QUEUED", "SENDING", "SENT"}) {
            database.sql("delete from notice.message").update();
            var id = message(Channel.MAIL, "anne@example.cn", state, null, false);
            database.sql("update notice.message set due_at = now() + interval '1 day'")
                    .update();
            administrator.get("/desk/outbox/" + id);
            var answer = administrator.post("/desk/outbox/" + id + "/text");
            assertThat(answer.status()).as(state).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("654321");
            assertThat(looks(id)).isZero();
        }
    }

    @Test
    void a_message_that_failed_goes_into_the_queue_again_unless_it_was_wiped() {
        var administrator = administrator();
        var id = message(Channel.MAIL, "anne@example.cn", "FAILED", "REFUSED", false);
        administrator.get("/desk/outbox/" + id);
        assertThat(administrator.post("/desk/outbox/" + id + "/again").location())
                .isEqualTo("/desk/outbox/" + id);
        assertThat(database.sql("select failure is null from notice.message")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(database.sql("select count(*) from audit.entry where act = 'notice.act.again' and object = :id")
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        database.sql("delete from notice.message").update();
        var wiped = message(Channel.MAIL, "anne@example.cn", "FAILED", "REFUSED", true);
        administrator.get("/desk/outbox/" + wiped);
        administrator.post("/desk/outbox/" + wiped + "/again");
        assertThat(database.sql("select state from notice.message")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    @Test
    void a_message_that_is_not_there_is_not_found() {
        var administrator = administrator();
        administrator.get("/desk/outbox");
        assertThat(administrator.get("/desk/outbox/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(administrator
                        .post("/desk/outbox/" + UUID.randomUUID() + "/text")
                        .status())
                .isEqualTo(404);
        assertThat(administrator
                        .post("/desk/outbox/" + UUID.randomUUID() + "/again")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_pages_are_fit_for_everybody_at_any_width() {
        message(Channel.MAIL, "anne@example.cn", "FAILED", "LOGIN_REFUSED", false);
        message(Channel.MAIL, "batu@example.cn", "SENT", null, true);
        var id = message(Channel.SMS, "13800001234", "SHOWN", null, true);
        for (int width : new int[] {390, 768, 1440}) {
            var window = window(width);
            keepSession(window, administrator().session());
            window.navigate("/desk/outbox");
            assertNoSeriousFindings(window);
            assertNothingSticksOut(window);
            screenshot(window, "outbox", width);
            window.navigate("/desk/outbox/" + id);
            window.locator("button:has-text('查看正文')").press("Enter");
            window.waitForSelector(".message-text");
            assertThat(window.locator(".message-text").textContent()).contains("654321");
            assertNoSeriousFindings(window);
            assertNothingSticksOut(window);
            screenshot(window, "outbox-message", width);
        }
    }
}
