package org.kepu.privacy.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.notice.SentMessages;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.privacy.GivenPersons;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MePagesTest extends RunningSite {

    @Autowired
    private GivenPersons given;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private Looks looks;

    @BeforeEach
    void clear() {
        given.onCleanGround();
        database.sql("delete from privacy.erasure_step").update();
        database.sql("delete from privacy.erasure").update();
        database.sql("delete from privacy.request").update();
        database.sql("delete from access.account where kind = 'CITIZEN'").update();
    }

    @Test
    void a_stranger_is_asked_to_sign_in_and_the_register_is_open_to_everybody() {
        for (var path : new String[] {"/me", "/me/data", "/me/looks", "/me/consents", "/me/requests", "/me/delete"}) {
            var answer = visitor().get(path);
            assertThat(answer.status()).as(path).isEqualTo(302);
            assertThat(answer.location()).as(path).startsWith("/me/sign-in");
        }
        assertThat(visitor().get("/privacy").body()).contains("代未成年人登记", "个人信息保护法第二十八条", "365 天");
    }

    @Test
    void staff_ask_the_desk_and_the_request_is_due_in_fifteen_working_days() {
        var clerk = clerk();
        assertThat(clerk.get("/me").status()).isEqualTo(200);
        clerk.get("/me/requests");
        assertThat(clerk.post("/me/requests", "kind", "SEE", "words", "我想看").status())
                .isEqualTo(302);
        assertThat(clerk.get("/me/requests").body()).contains("查阅", "待答复");
        assertThat(database.sql("select (due - received_on) between 19 and 23 from privacy.request")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(clerk.post("/me/requests", "kind", "").status()).isEqualTo(422);
        assertThat(clerk.post("/me/requests", "kind", "EVERYTHING").status()).isEqualTo(400);
        assertThat(clerk.post("/me/delete", "sure", "true").status()).isEqualTo(404);
    }

    @Test
    void more_than_ten_requests_a_day_are_too_many() {
        var clerk = clerk();
        clerk.get("/me/requests");
        database.sql("delete from guard.attempt").update();
        for (var i = 0; i < 10; i++) {
            assertThat(clerk.post("/me/requests", "kind", "SEE", "words", "我想看").status())
                    .isEqualTo(302);
        }
        var refused = clerk.post("/me/requests", "kind", "SEE", "words", "我还想看");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请明天再提", "我还想看");
        assertThat(database.sql("select count(*) from privacy.request")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        database.sql("delete from guard.attempt").update();
    }

    @Test
    void taking_back_consent_to_the_account_leads_to_its_deletion() {
        var citizen = arrived("13700004441");
        assertThat(citizen.get("/me/consents").body())
                .contains("href=\"/me/delete\"")
                .doesNotContain("/me/consents/citizen-account/withdraw");
        assertThat(citizen.post("/me/consents/citizen-account/withdraw").location())
                .isEqualTo("/me/delete");
        assertThat(citizen.get("/me/consents").body()).contains("href=\"/me/delete\"");
    }

    @Test
    void another_persons_child_is_not_there() {
        var other = given.busy(401);
        var child = database.sql("select id from privacy.dependant where guardian = :guardian")
                .param("guardian", other.id())
                .query(UUID.class)
                .list()
                .getFirst();
        var clerk = clerk();
        clerk.get("/me/consents");
        assertThat(clerk.post("/me/family/" + child + "/remove").status()).isEqualTo(404);
        assertThat(clerk.get("/me/family").body()).doesNotContain(other.child());
    }

    @Test
    void a_citizen_sees_the_own_data_puts_it_right_takes_it_along_and_is_gone() throws Exception {
        var phone = "13711112222";
        var citizen = arrived(phone);
        var other = given.busy(402);
        citizen.get("/me");
        assertThat(citizen.get("/me/consents").body()).contains("已同意");
        citizen.get("/me/data");
        citizen.post("/me/data", "column", "access.account.display_name", "value", "萨仁");
        assertThat(citizen.post("/me/data", "column", "access.account.phone", "value", "1")
                        .status())
                .isEqualTo(302);
        assertThat(citizen.get("/me/data").body()).contains("萨仁", phone).doesNotContain(other.name(), other.phone());
        citizen.get("/me/family");
        assertThat(citizen.post("/me/family", "name", "阿木尔", "birth", "2018-13").status())
                .isEqualTo(422);
        citizen.post("/me/family", "name", "阿木尔", "birth", "2018-03", "agree", "true");
        assertThat(citizen.get("/me/family").body()).contains("阿木尔", "2018年3月");
        assertThat(citizen.get("/me/looks").body())
                .contains("登记孩子", "更正个人信息", "本人")
                .doesNotContain("查看完整信息", "citizen-account");
        assertThat(citizen.post("/me/download").header("Content-Type")).isEqualTo("application/zip");

        citizen.get("/me/delete");
        assertThat(citizen.post("/me/delete").status()).isEqualTo(422);
        var proof = citizen.post("/me/delete", "sure", "true").location();
        assertThat(visitor().get(proof).body()).contains("删除凭证", "没有剩余").doesNotContain("萨仁", phone);
        assertThat(citizen.get("/me").location()).startsWith("/me/sign-in");
        assertThat(database.sql("select count(*) from access.account where display_name = '萨仁'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_page_of_looks_holds_exactly_the_own_lines() {
        var citizen = arrived("13733334444");
        var person = database.sql(
                        "select id from access.account where kind = 'CITIZEN' order by created_at desc limit 1")
                .query(UUID.class)
                .single();
        given.busy(403);
        citizen.get("/me/family");
        citizen.post("/me/family", "name", "阿木尔", "birth", "2018-03", "agree", "true");
        assertThat(looks.at(person).stream().map(Look::act))
                .containsExactlyInAnyOrder(
                        "access.act.signed-in",
                        "privacy.act.consented",
                        "privacy.act.consented",
                        "privacy.act.dependant.entered");
        assertThat(looks.at(person)).allMatch(look -> look.who().equals("privacy.who.self"));
    }

    private Visitor arrived(String phone) {
        database.sql("delete from guard.attempt").update();
        forms.forgetSent();
        var citizen = visitor();
        askForCode(citizen, phone);
        citizen.get("/me/sign-in/code");
        citizen.post("/me/sign-in/code", "code", new SentMessages(database, vault).find(phone, "\\d{6}"));
        return citizen;
    }
}
