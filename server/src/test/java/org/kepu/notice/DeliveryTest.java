package org.kepu.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.notice.Message.Channel;
import org.kepu.notice.Undelivered.Reason;
import org.kepu.page.Site;
import org.kepu.region.OnPostgres;
import org.kepu.vault.Vault;
import org.kepu.vault.Watch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** In a year in which the running program finds nothing due, so that this test alone delivers. */
@OnPostgres
class DeliveryTest {

    private static final String ANNE = "anne@example.cn";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private MessageSource words;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Watch watch = new Watch(Instant.parse("2099-03-05T01:00:00Z"));

    /** Keeps what it was given, and fails as long as it is told to. */
    private static final class Listed implements Sender {
        private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        private volatile Reason failing;

        @Override
        public Channel channel() {
            return Channel.MAIL;
        }

        @Override
        public void send(UUID id, String to, String subject, String text) throws Undelivered {
            if (failing != null) {
                throw new Undelivered(failing);
            }
            sent.add(to + " " + subject + " " + text);
        }
    }

    private final Listed listed = new Listed();

    @BeforeEach
    @AfterEach
    void nothing_waits() {
        database.sql("delete from notice.message").update();
    }

    private Delivery node(Sender... senders) {
        return new Delivery(database, vault, List.of(senders), watch);
    }

    private void queue(Message message) {
        var outbox = new Outbox(database, vault, watch);
        new TransactionTemplate(transactions).executeWithoutResult(begun -> outbox.send(message));
    }

    private static Message mail(String to, boolean secret) {
        return new Message(Channel.MAIL, to, "重置口令", "请打开链接 https://kepu.example/x", null, secret);
    }

    private record Stored(String state, int tries, String failure, String text) {}

    private Stored stored() {
        return database.sql("select state, tries, failure, text from notice.message")
                .query(Stored.class)
                .single();
    }

    @Test
    void a_message_is_sent_once_and_a_secret_is_wiped_with_it() {
        queue(mail(ANNE, true));
        node(listed).run();
        node(listed).run();
        assertThat(listed.sent).containsExactly(ANNE + " 重置口令 请打开链接 https://kepu.example/x");
        assertThat(stored()).isEqualTo(new Stored("SENT", 1, null, null));
    }

    @Test
    void what_is_no_secret_is_kept_sealed() {
        queue(mail(ANNE, false));
        assertThat(database.sql("select m::text from notice.message m")
                        .query(String.class)
                        .single())
                .doesNotContain("anne", "example", "链接");
        node(listed).run();
        assertThat(vault.open(Outbox.TEXT, stored().text())).contains("https://kepu.example/x");
    }

    @Test
    void a_change_that_is_taken_back_sends_nothing() {
        var outbox = new Outbox(database, vault, watch);
        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            outbox.send(mail(ANNE, true));
            begun.setRollbackOnly();
        });
        node(listed).run();
        assertThat(listed.sent).isEmpty();
    }

    @Test
    void a_channel_without_a_sender_is_only_shown() {
        queue(new Message(Channel.SMS, "13800001234", "验证码", "123456", null, true));
        node(listed).run();
        assertThat(stored().state()).isEqualTo("SHOWN");
        assertThat(vault.open(Outbox.TEXT, stored().text())).isEqualTo("123456");
    }

    @Test
    void a_passing_failure_is_tried_again_with_growing_pauses_and_given_up_when_it_is_enough() {
        queue(mail(ANNE, false));
        listed.failing = Reason.UNREACHABLE;
        var pauses = List.of(5, 60, 600, 3600, 4 * 3600, 20 * 3600);
        for (int tries = 1; tries <= pauses.size(); tries++) {
            node(listed).run();
            assertThat(stored().state()).isEqualTo("QUEUED");
            assertThat(stored().tries()).isEqualTo(tries);
            watch.forward(Duration.ofSeconds(pauses.get(tries - 1)).minusMillis(1));
            node(listed).run();
            assertThat(stored().tries()).isEqualTo(tries);
            watch.forward(Duration.ofMillis(1));
        }
        node(listed).run();
        assertThat(stored().state()).isEqualTo("FAILED");
        assertThat(stored().failure()).isEqualTo("UNREACHABLE");
        watch.forward(Duration.ofDays(10));
        listed.failing = null;
        node(listed).run();
        assertThat(listed.sent).isEmpty();
    }

    @Test
    void a_failure_that_passes_lets_the_message_through() {
        queue(mail(ANNE, true));
        listed.failing = Reason.BUSY;
        node(listed).run();
        listed.failing = null;
        watch.forward(Duration.ofSeconds(5));
        node(listed).run();
        assertThat(listed.sent).hasSize(1);
        assertThat(stored()).isEqualTo(new Stored("SENT", 2, null, null));
    }

    @Test
    void a_recipient_that_does_not_exist_is_not_tried_again_and_the_secret_is_wiped() {
        queue(mail(ANNE, true));
        listed.failing = Reason.NO_RECIPIENT;
        node(listed).run();
        assertThat(stored()).isEqualTo(new Stored("FAILED", 1, "NO_RECIPIENT", null));
    }

    @Test
    void many_nodes_send_each_message_once() {
        IntStream.range(0, 60).forEach(person -> queue(mail("p" + person + "@example.cn", false)));
        Together.together(8, node -> {
            node(listed).run();
            return node;
        });
        assertThat(listed.sent).hasSize(60).doesNotHaveDuplicates();
        assertThat(database.sql("select count(*) from notice.message where state = 'SENT' and tries = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
    }

    @Test
    void what_a_killed_program_had_taken_is_taken_again_when_its_time_is_over() {
        queue(mail(ANNE, false));
        var dying = new Sender() {
            @Override
            public Channel channel() {
                return Channel.MAIL;
            }

            @Override
            public void send(UUID id, String to, String subject, String text) {
                throw new IllegalStateException("killed");
            }
        };
        try {
            node(dying).run();
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }
        assertThat(stored().state()).isEqualTo("SENDING");
        watch.forward(Delivery.HELD.minusMillis(1));
        node(listed).run();
        assertThat(listed.sent).isEmpty();
        watch.forward(Duration.ofMillis(1));
        node(listed).run();
        assertThat(listed.sent).hasSize(1);
    }

    @Test
    void an_email_reaches_a_real_server_as_it_was_written() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            queue(mail(ANNE, true));
            node(mailTo(server.getSmtp().getPort())).run();

            assertThat(stored().state()).isEqualTo("SENT");
            assertThat(server.getReceivedMessages()).hasSize(1);
            var received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("重置口令");
            assertThat(received.getFrom()[0].toString()).contains("kepu@example.cn");
            assertThat(received.getAllRecipients()[0]).hasToString(ANNE);
            assertThat(received.getContent().toString().strip()).isEqualTo("请打开链接 https://kepu.example/x");
            assertThat(received.getHeader("Message-ID")[0])
                    .isEqualTo("<"
                            + database.sql("select id from notice.message")
                                    .query(String.class)
                                    .single() + "@example.cn>");
        } finally {
            server.stop();
        }
    }

    @Test
    void an_email_server_that_is_away_is_waited_for() {
        queue(mail(ANNE, true));
        node(mailTo(1)).run();
        assertThat(stored().state()).isEqualTo("QUEUED");
        assertThat(stored().failure()).isEqualTo("UNREACHABLE");
    }

    @Test
    void an_address_that_is_none_is_given_up_and_a_subject_cannot_add_headers() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            queue(mail("anne@example.cn\r\nBcc: all@example.cn", false));
            node(mailTo(server.getSmtp().getPort())).run();
            assertThat(stored().failure()).isEqualTo("NO_RECIPIENT");
            database.sql("delete from notice.message").update();
            queue(new Message(Channel.MAIL, ANNE, "a\r\nBcc: all@example.cn", "b", null, false));
            node(mailTo(server.getSmtp().getPort())).run();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getAllRecipients()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void a_password_that_the_email_server_refuses_is_told_so() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(com.icegreen.greenmail.configuration.GreenMailConfiguration.aConfig()
                .withUser("kepu", "right"));
        server.start();
        try {
            queue(mail(ANNE, false));
            var mail = server(server.getSmtp().getPort());
            mail.setUsername("kepu");
            mail.setPassword("wrong");
            mail.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
            node(new MailSender(mail, settings(null), "", site(), words)).run();
            assertThat(stored().failure()).isEqualTo("LOGIN_REFUSED");
        } finally {
            server.stop();
        }
    }

    private MailSender mailTo(int port) {
        return new MailSender(server(port), settings(null), "", site(), words);
    }

    private static JavaMailSenderImpl server(int port) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        mail.setDefaultEncoding("UTF-8");
        mail.setJavaMailProperties(new Properties());
        return mail;
    }

    private static Site site() {
        return new Site(Optional.empty(), "12345", Optional.empty());
    }

    private static NoticeSettings settings(URI sms) {
        return new NoticeSettings(
                Optional.of("kepu@example.cn"), new NoticeSettings.Sms(Optional.ofNullable(sms), Optional.of("t0ken")));
    }

    @Test
    void a_text_message_is_posted_to_the_gateway_as_json() throws Exception {
        var asked = new ArrayList<Map<String, String>>();
        var authorization = new ArrayList<String>();
        var answers = new ArrayList<>(List.of(503, 429, 200));
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/sms", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(json.readValue(body, new tools.jackson.core.type.TypeReference<Map<String, String>>() {}));
            authorization.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(answers.removeFirst(), -1);
            exchange.close();
        });
        gateway.start();
        try {
            var url = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms");
            var sms = new SmsSender(json, settings(url));
            queue(new Message(Channel.SMS, "13800001234", "验证码", "验证码 123456", null, true));
            for (var pause : List.of(5, 30, 0)) {
                node(sms).run();
                watch.forward(Duration.ofSeconds(pause));
            }
            var id = database.sql("select id from notice.message")
                    .query(String.class)
                    .single();
            assertThat(asked).hasSize(3).containsOnly(Map.of("id", id, "to", "13800001234", "text", "验证码 123456"));
            assertThat(authorization).containsOnly("Bearer t0ken");
            assertThat(stored()).isEqualTo(new Stored("SENT", 3, null, null));
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void a_gateway_that_says_no_is_believed() throws Exception {
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/sms", exchange -> {
            exchange.sendResponseHeaders(422, -1);
            exchange.close();
        });
        gateway.start();
        try {
            queue(new Message(Channel.SMS, "1", "验证码", "123456", null, true));
            node(new SmsSender(
                            json,
                            settings(URI.create(
                                    "http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms"))))
                    .run();
            assertThat(stored()).isEqualTo(new Stored("FAILED", 1, "REFUSED", null));
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void a_message_shows_nothing_of_itself_in_a_log() {
        assertThat(mail(ANNE, true)).hasToString("Message[MAIL]");
    }
}
