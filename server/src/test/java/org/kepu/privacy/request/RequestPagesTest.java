package org.kepu.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.AccountMails;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.privacy.GivenPersons;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

class RequestPagesTest extends RunningSite {

    private static final RegionCode LEAGUE = new RegionCode("152500");

    @Autowired
    private GivenPersons given;

    @Autowired
    private Requests requests;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private Visitor officer;

    @BeforeEach
    void plant() {
        given.onCleanGround();
        database.sql("delete from notice.message").update();
        database.sql("delete from privacy.erasure_step").update();
        database.sql("delete from privacy.erasure").update();
        database.sql("delete from privacy.request").update();
        officer = signedIn(given.officer());
    }

    @Test
    void who_calls_is_taken_down_and_answered_and_the_trail_holds_no_name() {
        officer.get("/desk/privacy/requests/new");
        var there = officer.post(
                "/desk/privacy/requests",
                "kind",
                "CORRECT",
                "channel",
                "PHONE",
                "name",
                "乌云毕力格",
                "contact",
                "13700001111",
                "words",
                "电话写错了",
                "received",
                LocalDate.now(clock).toString());
        assertThat(there.status()).isEqualTo(302);
        assertThat(officer.get("/desk/privacy").body()).contains("乌*").doesNotContain("乌云毕力格");
        assertThat(officer.get(there.location()).body()).contains("乌云毕力格", "13700001111", "电话写错了");

        assertThat(officer.post(there.location() + "/answer", "state", "OPEN", "words", "")
                        .status())
                .isEqualTo(422);
        officer.post(there.location() + "/answer", "state", "DONE", "words", "已改正");
        assertThat(officer.get(there.location()).body()).contains("已办理", "已改正").doesNotContain("answer\"");
        assertThat(database.sql("select count(*) from audit.entry where entry::text like '%乌云毕力格%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from privacy.request where request::text like '%13700001111%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_has_no_name_is_listed_by_the_masked_contact() {
        var actor = new Actor(given.person(620).id(), Actor.Kind.CITIZEN, "138****0620", null, "203.0.113.9");
        requests.ask(actor, Request.Kind.SEE, "", "请告诉我");
        assertThat(officer.get("/desk/privacy").body()).contains("138****0620").doesNotContain("1*");
    }

    @Test
    void what_is_missing_is_told_at_its_field() {
        officer.get("/desk/privacy/requests/new");
        var answer = officer.post(
                "/desk/privacy/requests",
                "kind",
                "SEE",
                "channel",
                "PHONE",
                "received",
                LocalDate.now(clock).plusDays(1).toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写姓名", "请填写联系方式", "收到日期不能晚于今天");
        assertThat(database.sql("select count(*) from privacy.request")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_calls_is_erased_with_the_account_however_the_number_is_written() {
        for (var spelling : new String[] {"138 0000 %04d", "+86138-0000-%04d"}) {
            var person = given.person(611);
            var neighbour = given.person(612);
            var request = takenDown(spelling.formatted(611));
            var proof = officer.post(request + "/erase");
            assertThat(officer.get(proof.location()).body()).contains("各处复查，没有剩余");
            assertThat(accountsOf(person)).as(spelling).isZero();
            assertThat(accountsOf(neighbour)).isEqualTo(1);
            assertThat(officer.get(request).body()).doesNotContain("乌云毕力格");
        }
    }

    @Test
    void of_who_has_no_account_goes_what_lies_about_under_the_contact() {
        var stranger = given.busy(613);
        database.sql("delete from privacy.request").update();
        database.sql("update access.account set phone = null, phone_fingerprint = null where id = :id")
                .param("id", stranger.id())
                .update();
        database.sql("update notice.message set person = null").update();
        var before = messages();
        var request = takenDown("138 0000 0613");

        var proof = officer.post(request + "/erase");

        assertThat(officer.get(proof.location()).body()).contains("各处复查，没有剩余");
        assertThat(messages()).isEqualTo(before - 1);
        assertThat(accountsOf(stranger)).isEqualTo(1);
        assertThat(officer.get(request).body()).doesNotContain("乌云毕力格");
    }

    @Test
    void the_account_of_staff_is_not_erased_on_a_call() {
        var staff = accounts.with(Role.LEADER, LEAGUE).account();
        mailOf(staff, "siqin614@example.cn");
        var request = takenDown("Siqin614@example.cn");

        assertThat(officer.post(request + "/erase").location()).isEqualTo(request);

        assertThat(officer.get(request).body()).contains("工作人员账号", "乌云毕力格");
        assertThat(database.sql("select count(*) from privacy.erasure")
                        .query(Integer.class)
                        .single())
                .isZero();
        withoutMail(staff);
    }

    @Test
    void who_has_left_is_erased_on_a_call_and_what_was_done_stays_on_the_trail() {
        var staff = accounts.with(Role.LEADER, LEAGUE).account();
        mailOf(staff, "siqin618@example.cn");
        close(staff, "斯琴");
        var request = takenDown("Siqin618@example.cn");
        var grants = grantsOf(staff);
        var entries = entriesOf(staff);

        var proof = officer.post(request + "/erase");

        assertThat(officer.get(proof.location()).body()).contains("各处复查，没有剩余");
        assertThat(database.sql("select display_name || name || password_hash || (mail is null and phone is null) "
                                + "from access.account where id = :id")
                        .param("id", staff)
                        .query(String.class)
                        .single())
                .isEqualTo("已删除erased-" + staff + "true");
        assertThat(grantsOf(staff)).isEqualTo(grants).isPositive();
        assertThat(entriesOf(staff)).as("begun and finished came to them").isEqualTo(entries + 2);
        assertThat(officer.get(request).body()).contains("已删除").doesNotContain("乌云毕力格");
    }

    @Test
    void of_former_colleagues_who_shared_an_address_the_one_who_is_named_goes() {
        var asking = accounts.with(Role.LEADER, LEAGUE).account();
        var other = accounts.with(Role.EXPERT, LEAGUE).account();
        mailOf(asking, "office619@example.cn");
        mailOf(other, "office619@example.cn");
        close(asking, "其其格");
        close(other, "斯琴");
        var unclear = takenDown("office619@example.cn");

        assertThat(officer.post(unclear + "/erase").location()).isEqualTo(unclear);
        assertThat(officer.get(unclear).body()).contains("姓名与账号上的一致", "乌云毕力格");

        database.sql("update access.account set display_name = '乌云毕力格' where id = :id")
                .param("id", asking)
                .update();
        var proof = officer.post(unclear + "/erase");
        assertThat(officer.get(proof.location()).body()).contains("各处复查，没有剩余");
        assertThat(nameOf(asking)).isEqualTo("已删除");
        assertThat(nameOf(other)).isEqualTo("斯琴");
        withoutMail(other);
    }

    private void close(UUID staff, String name) {
        database.sql("update access.account set closed_at = now(), display_name = :name where id = :id")
                .param("name", name)
                .param("id", staff)
                .update();
    }

    private String nameOf(UUID staff) {
        return database.sql("select display_name from access.account where id = :id")
                .param("id", staff)
                .query(String.class)
                .single();
    }

    private int grantsOf(UUID staff) {
        return database.sql("select count(*) from access.role_grant where holder = :id")
                .param("id", staff)
                .query(Integer.class)
                .single();
    }

    private int entriesOf(UUID staff) {
        return database.sql("select count(*) from audit.entry where subject = :id")
                .param("id", staff)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_contact_that_another_account_has_too_leaves_that_account_alone() {
        var person = given.person(615);
        var staff = accounts.with(Role.LEADER, LEAGUE).account();
        mailOf(staff, person.mail());
        var request = takenDown(person.mail());

        given.message(person, person.mail(), staff);
        given.message(person, person.mail(), null);

        var proof = officer.post(request + "/erase");

        assertThat(officer.get(proof.location()).body()).contains("各处复查，没有剩余");
        assertThat(accountsOf(person)).isZero();
        assertThat(database.sql("select person from notice.message")
                        .query(UUID.class)
                        .list())
                .as("what was written to the colleague at the shared address")
                .containsExactly(staff);
        assertThat(database.sql("select mail_fingerprint from access.account where id = :id")
                        .param("id", staff)
                        .query(String.class)
                        .single())
                .isNotNull();
        withoutMail(staff);
    }

    @Test
    void the_number_that_somebody_writes_into_the_own_request_reaches_nobody_else() {
        var third = given.busy(616);
        var asking = given.person(617);
        var before = messages();
        var id = requests.ask(asking.actor(), Request.Kind.DELETE, third.phone(), "请删除");
        officer.get("/desk/privacy/requests/" + id);

        officer.post("/desk/privacy/requests/" + id + "/erase");

        assertThat(accountsOf(asking)).isZero();
        assertThat(accountsOf(third)).isEqualTo(1);
        assertThat(messages()).isEqualTo(before);
        assertThat(requests.of(third.id()))
                .singleElement()
                .extracting(Request::contact)
                .isEqualTo(third.phone());
    }

    private String takenDown(String contact) {
        officer.get("/desk/privacy/requests/new");
        var there = officer.post(
                "/desk/privacy/requests",
                "kind",
                "DELETE",
                "channel",
                "PHONE",
                "name",
                "乌云毕力格",
                "contact",
                contact,
                "words",
                "请删除",
                "received",
                LocalDate.now(clock).toString());
        officer.get(there.location());
        return there.location();
    }

    private int accountsOf(GivenPersons.Person person) {
        return database.sql("select count(*) from access.account where id = :id")
                .param("id", person.id())
                .query(Integer.class)
                .single();
    }

    private int messages() {
        return database.sql("select count(*) from notice.message")
                .query(Integer.class)
                .single();
    }

    private void mailOf(UUID account, String mail) {
        given.bean(AccountMails.class).keep(account, mail);
    }

    private void withoutMail(UUID account) {
        database.sql("update access.account set mail = null, mail_fingerprint = null where id = :id")
                .param("id", account)
                .update();
    }

    @Test
    void a_request_that_no_division_would_see_is_not_taken_down() {
        var nowhere = Scope.nothing(given.officer().actor(), Right.KEEP_PRIVACY);
        var asked = new Requests.Asked(
                Request.Kind.SEE, Request.Channel.PHONE, null, "某人", "13700001111", "", LocalDate.now(clock));
        assertThatThrownBy(() -> requests.takeDown(nowhere, asked)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void somebody_with_an_account_is_erased_with_it() {
        var person = given.busy(601);
        database.sql("update privacy.request set kind = 'DELETE' where person = :person")
                .param("person", person.id())
                .update();
        var id = requests.of(person.id()).getFirst().id();
        officer.get("/desk/privacy/requests/" + id);
        var proof = officer.post("/desk/privacy/requests/" + id + "/erase");
        assertThat(officer.get(proof.location()).body()).contains("删除凭证", "各处复查，没有剩余");
        assertThat(officer.get("/desk/privacy/requests/" + id).body())
                .contains("已删除", "凭证凭网址公开可查", "href=\"" + proof.location() + "\"")
                .doesNotContain(person.name());
        assertThat(officer.post("/desk/privacy/requests/" + id + "/erase").location())
                .isEqualTo("/desk/privacy/requests/" + id);
        assertThat(visitor()
                        .get(proof.location().replace("/desk/privacy/erasures/", "/privacy/proofs/"))
                        .body())
                .contains("删除凭证");
    }

    @Test
    void of_two_answers_one_counts() {
        given.busy(602);
        var scope = given.officer(Right.KEEP_PRIVACY);
        var id = requests.all(scope).getFirst().id();
        var outcomes = Together.together(6, one -> requests.answer(scope, id, Request.State.DONE, "第" + one));
        assertThat(outcomes).containsOnlyOnce(Requests.Answering.ANSWERED);
    }

    @Test
    void the_desk_is_closed_to_others_and_a_league_sees_its_own() {
        given.busy(603);
        var id = requests.all(given.officer(Right.KEEP_PRIVACY)).getFirst().id();
        for (var role : new Role[] {Role.OFFICE_CLERK, Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR, Role.LEADER}) {
            var visitor = signedIn(accounts.with(role, GivenAccounts.TOP));
            for (var path : new String[] {"", "/requests/" + id, "/approvals", "/erasures", "/exports"}) {
                assertThat(visitor.get("/desk/privacy" + path).status())
                        .as(role + path)
                        .isEqualTo(403);
            }
        }
        var league = signedIn(accounts.with(Role.PRIVACY_OFFICER, LEAGUE));
        assertThat(league.get("/desk/privacy").body()).contains("没有请求");
        assertThat(league.get("/desk/privacy/requests/" + id).status()).isEqualTo(404);
        assertThat(league.get("/desk/privacy/requests/" + new UUID(1, 1)).status())
                .isEqualTo(404);
        assertThat(league.post("/desk/privacy/requests/" + id + "/erase").status())
                .isEqualTo(404);
        assertThat(requests.all(accounts.scope(Role.PRIVACY_OFFICER, LEAGUE, Right.KEEP_PRIVACY)))
                .isEmpty();
    }

    @Test
    void an_open_request_stands_with_its_day_on_the_first_page_of_those_who_may_answer() {
        given.busy(604);
        var scope = given.officer(Right.KEEP_PRIVACY);
        var request = requests.all(scope).getFirst();
        var sentence = "答复个人信息请求（" + request.number() + " 号）";
        assertThat(officer.get("/desk").body())
                .contains(sentence, "/desk/privacy/requests/" + request.id(), "去答复")
                .doesNotContain("斯琴高娃");
        assertThat(signedIn(accounts.with(Role.PRIVACY_OFFICER, LEAGUE))
                        .get("/desk")
                        .body())
                .doesNotContain(sentence);
        assertThat(signedIn(accounts.with(Role.OFFICE_CLERK, GivenAccounts.TOP))
                        .get("/desk")
                        .body())
                .doesNotContain(sentence);

        requests.answer(scope, request.id(), Request.State.DONE, "已办");
        assertThat(officer.get("/desk").body()).doesNotContain(sentence);
    }

    @Test
    void a_term_that_ends_in_a_year_without_known_holidays_says_so() {
        given.busy(605);
        assertThat(database.sql("update privacy.request set due = '2026-12-11'").update())
                .isPositive();
        assertThat(officer.get("/desk/privacy").body()).contains("2026年12月11日").doesNotContain("只按周末计算");
        database.sql("update privacy.request set due = '2199-01-04'").update();
        var id = requests.all(given.officer(Right.KEEP_PRIVACY)).getFirst().id();
        for (var path : new String[] {"", "/requests/" + id}) {
            assertThat(officer.get("/desk/privacy" + path).body()).contains("2199 年放假安排未收录，只按周末计算");
        }
    }
}
