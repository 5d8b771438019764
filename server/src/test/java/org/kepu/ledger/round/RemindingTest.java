package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.ledger.round.GivenRounds.quarter;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.notice.SentMessages;
import org.kepu.page.RunningSite;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Reminders: each once, on its day, never at night. The due day is Tuesday, 20 October 2026. */
class RemindingTest extends RunningSite {

    private static final String MAIL = "clerk@example.org";
    private static final String MOBILE = "13800135678";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Vault vault;

    private GivenRounds given;
    private RoundId round;
    private SentMessages sent;

    @BeforeEach
    void plant() {
        given = new GivenRounds(context);
        round = given.opened(BANNER, quarter(), given.plan());
        sent = new SentMessages(given.database(), vault);
        sent.clear();
        var clerk = context.getBean(GivenAccounts.class)
                .with(Role.DEPARTMENT_CLERK, BANNER)
                .account();
        given.database()
                .sql("update access.role_grant set region = null, body = :body where holder = :holder")
                .param("body", given.body("旗科协").value())
                .param("holder", clerk)
                .update();
        given.database()
                .sql("update access.account set mail = :mail, mail_fingerprint = :print where id = :id")
                .param("mail", vault.seal("access.account.mail", MAIL))
                .param("print", vault.fingerprint("access.account.mail", MAIL))
                .param("id", clerk)
                .update();
        liaison(given.body("旗教育局").value());
    }

    @Test
    void a_body_hears_at_once_then_three_and_one_working_days_before_and_one_and_three_after() {
        at("2026-10-01T03:00:00Z");
        assertThat(sent.to(MAIL)).hasSize(1);
        assertThat(sent.to(MAIL).getFirst()).contains("“第3季度调度”请旗科协在2026年10月20日前填报。", "/desk");
        assertThat(sent.to(MOBILE)).as("without an account the 联络员 hears").hasSize(1);
        at("2026-10-01T05:00:00Z");
        at("2026-10-14T03:00:00Z");
        assertThat(sent.to(MAIL)).hasSize(1);
        at("2026-10-15T03:00:00Z");
        at("2026-10-15T06:00:00Z");
        at("2026-10-16T03:00:00Z");
        assertThat(sent.to(MAIL)).as("three before").hasSize(2);
        at("2026-10-19T03:00:00Z");
        assertThat(sent.to(MAIL)).as("one before").hasSize(3);
        at("2026-10-20T03:00:00Z");
        assertThat(sent.to(MAIL)).hasSize(3);
        at("2026-10-21T03:00:00Z");
        assertThat(sent.to(MAIL)).as("one after").hasSize(4);
        assertThat(sent.to(MAIL).getLast()).contains("现已逾期");
        at("2026-10-23T03:00:00Z");
        assertThat(sent.to(MAIL)).as("three after").hasSize(5);
        at("2026-11-23T03:00:00Z");
        assertThat(sent.to(MAIL)).as("then it is silent").hasSize(5);
        assertThat(sent.to(MOBILE)).hasSize(5);
    }

    @Test
    void nobody_is_reminded_between_nine_in_the_evening_and_eight_in_the_morning() {
        at("2026-10-01T13:00:00Z");
        at("2026-10-01T23:59:59Z");
        assertThat(sent.to(MAIL)).isEmpty();
        at("2026-10-02T00:00:00Z");
        assertThat(sent.to(MAIL)).hasSize(1);
    }

    @Test
    void who_has_submitted_is_left_in_peace_and_who_must_mend_hears_of_the_new_day() {
        at("2026-10-01T03:00:00Z");
        given.submit(round, "旗科协", Answer.NOTHING, "");
        at("2026-10-15T03:00:00Z");
        assertThat(sent.to(MAIL)).hasSize(1);
        assertThat(sent.to(MOBILE)).hasSize(2);
        given.sendBack(round, "旗科协", "请补充");
        at("2026-10-15T03:01:00Z");
        assertThat(sent.to(MAIL)).hasSize(2);
        assertThat(sent.to(MAIL).getLast()).contains("已退回", "2026年10月20日前修改后提交");
    }

    @Test
    void who_is_sent_back_twice_on_one_day_hears_of_it_twice() {
        at("2026-10-15T03:00:00Z");
        given.submit(round, "旗科协", Answer.NOTHING, "");
        given.sendBack(round, "旗科协", "请补充");
        at("2026-10-15T03:01:00Z");
        assertThat(sent.to(MAIL)).hasSize(2);
        given.submit(round, "旗科协", Answer.PROGRESS, "补充");
        given.sendBack(round, "旗科协", "再请补充");
        at("2026-10-15T03:02:00Z");
        at("2026-10-15T03:03:00Z");
        assertThat(sent.to(MAIL)).hasSize(3);
        assertThat(sent.to(MAIL).getLast()).contains("已退回");
    }

    @Test
    void what_was_missed_while_the_program_stood_still_is_said_once_and_not_three_times() {
        at("2026-10-23T03:00:00Z");
        at("2026-10-23T04:00:00Z");
        assertThat(sent.to(MAIL)).hasSize(1);
    }

    @Test
    void nodes_that_look_at_the_same_moment_send_one_message() {
        together(6, one -> given.within(given.reminding::run));
        assertThat(sent.to(MAIL)).hasSize(1);
        assertThat(sent.to(MOBILE)).hasSize(1);
    }

    /** The program looks at this moment. */
    private void at(String moment) {
        given.watch.forward(Duration.between(given.watch.instant(), Instant.parse(moment)));
        given.within(given.reminding::run);
    }

    private void liaison(UUID body) {
        given.database()
                .sql("insert into body.membership (region, body, during) values ('152524', :body, '[2026-01-01,)')")
                .param("body", body)
                .update();
        given.database()
                .sql("""
                        insert into body.delegate (region, body, part, name, phone, phone_print, during)
                        values ('152524', :body, 'LIAISON', '王敏', :phone, 'x', '[2026-01-01,)')
                        """)
                .param("body", body)
                .param("phone", vault.seal("body.delegate.phone", "138 0013 5678"))
                .update();
    }
}
