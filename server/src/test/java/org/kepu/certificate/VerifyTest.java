package org.kepu.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.KUNDULUN;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.privacy.Contact;
import org.kepu.privacy.Subject;
import org.kepu.shared.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever has the code on a certificate sees whether it holds, and nobody learns more. */
class VerifyTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    Certificates certificates;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    Certificate held;

    @BeforeEach
    void issue() {
        GivenPlans.onCleanGround(context);
        forms.forgetSent();
        held = issued("training/1", "乌云其其格", "13800138000");
    }

    @AfterEach
    void openAgain() {
        forms.forgetSent();
    }

    private Certificate issued(String source, String name, String phone) {
        var award = new Award(
                Certificate.Kind.TRAINING,
                source,
                "实验课培训",
                450,
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 6),
                "区教育局",
                KUNDULUN,
                name,
                phone);
        transaction.executeWithoutResult(begun -> certificates.issue(GivenPlans.CLERK, award));
        return Objects.requireNonNull(certificates.of(List.of(source)).get(source));
    }

    @Test
    void it_shows_what_was_done_by_whom_and_that_it_holds_with_the_name_masked() {
        var page = visitor().get("/verify/" + held.code());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("有效", "乌*", "实验课培训", "7.5 小时", "区教育局", "2026年3月5日", held.number())
                .doesNotContain("乌云", "13800138000", "已撤销");
        assertThat(held.number()).startsWith("PX" + Year.of(held.issued().getYear()) + "-150203-");
    }

    @Test
    void the_code_may_be_typed_as_it_is_read() {
        var typed = held.spelled().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
        var visitor = visitor();
        visitor.get("/verify");
        var answer = visitor.post("/verify", "code", " " + typed + " ");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/verify/" + held.code());
    }

    @Test
    void one_that_was_revoked_says_so_and_why() {
        transaction.executeWithoutResult(
                begun -> certificates.revoke(GivenPlans.CLERK, "training/1", new Reason("替考")));
        assertThat(visitor().get("/verify/" + held.code()).body())
                .contains("已撤销", "替考", "乌*")
                .doesNotContain(">有效<");
        assertThat(database.sql(
                                "select reason from audit.entry where act = 'certificate.act.revoked' order by at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("替考");
    }

    @Test
    void every_wrong_code_gets_the_same_answer_and_too_many_shut_the_door_for_right_ones_too() {
        var other = issued("training/2", "巴图", "13900139000");
        var nearly = held.code().substring(0, 15) + (held.code().endsWith("0") ? "1" : "0");
        var answers = List.of(nearly, "0000000000000000", "x", other.number()).stream()
                .map(code -> visitor().get("/verify/" + code))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        for (int i = answers.size(); i <= VerifyLimit.WRONG_CODES_OF_CERTIFICATES.times(); i++) {
            visitor().get("/verify/" + nearly);
        }
        var shut = visitor().get("/verify/" + held.code());
        assertThat(shut.status()).isEqualTo(404);
        assertThat(faceless(shut.body(), held.code()))
                .isEqualTo(faceless(answers.get(1).body(), "0000000000000000"));
    }

    /** The page without its own address and what differs with each request. */
    private static String faceless(String body, String code) {
        return body.replace(code, "").replaceAll("(?s)<input type=\"hidden\"[^>]*>", "");
    }

    @Test
    void a_wrong_code_in_the_form_is_said_at_the_field_and_stays_there() {
        var visitor = visitor();
        visitor.get("/verify");
        var answer = visitor.post("/verify", "code", "ABCD-1234");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("没有这个查验码的证书", "ABCD-1234");
    }

    @Test
    void the_certificate_outlives_the_name() {
        var persons = context.getBean(HoldersAsPersons.class);
        var person = new Subject(UUID.randomUUID(), List.of(new Contact("+86 138-0013-8000")));
        assertThat(persons.find(person)).extracting(one -> one.value()).containsExactly("乌云其其格");
        assertThat(persons.erase(person).anonymised()).isEqualTo(1);
        assertThat(persons.left(person)).isZero();
        assertThat(visitor().get("/verify/" + held.code()).body())
                .contains("有效", "按本人要求已删除姓名")
                .doesNotContain("乌");
    }

    @Test
    void of_one_source_one_holds_and_what_was_issued_is_never_edited() {
        assertThat(issued("training/1", "另一个人", "13700137000").code()).isEqualTo(held.code());
        transaction.executeWithoutResult(
                begun -> certificates.revoke(GivenPlans.CLERK, "training/1", new Reason("姓名写错")));
        var again = issued("training/1", "乌云其木格", "13800138000");
        assertThat(again.code()).isNotEqualTo(held.code());
        assertThat(visitor().get("/verify/" + held.code()).body()).contains("已撤销");
        assertThat(certificates.of(List.of("training/1"))).isEqualTo(Map.of("training/1", again));
    }
}
