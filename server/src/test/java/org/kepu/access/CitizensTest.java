package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.notice.SentMessages;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.privacy.Consents;
import org.kepu.region.OnPostgres;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CitizensTest extends RunningSite {

    private static final String PHONE = "13812345678";
    private static final Contact KNOWN = Contact.read(PHONE).orElseThrow();
    private static final String CODE = "\\d{6}";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private Citizens citizens;

    @Autowired
    private Consents consents;

    private SentMessages sent;

    @BeforeEach
    @AfterEach
    void nobodyHasComeYet() {
        OnPostgres.Server.owner(database)
                .sql("truncate guard.attempt, access.contact_code")
                .update();
        database.sql("delete from access.account where kind = 'CITIZEN'").update();
        forms.forgetSent();
        sent = new SentMessages(database, vault);
        sent.clear();
    }

    @Test
    void the_first_right_code_opens_an_account_and_later_ones_find_it() {
        var citizen = visitor();
        assertThat(askForCode(citizen, "+86 138-1234-5678").location()).isEqualTo("/me/sign-in/code");
        assertThat(citizen.get("/me/sign-in/code").body())
                .contains("138****5678")
                .doesNotContain(PHONE);
        assertThat(accountsOpen()).isZero();
        assertThat(citizen.post("/me/sign-in/code", "code", sent.find(PHONE, CODE))
                        .location())
                .isEqualTo("/me");
        assertThat(accountsOpen()).isEqualTo(1);

        var again = visitor();
        askForCode(again, PHONE);
        again.get("/me/sign-in/code");
        again.post("/me/sign-in/code", "code", sent.find(PHONE, CODE));
        assertThat(accountsOpen()).isEqualTo(1);
        assertThat(signedIn()).isEqualTo(2);
    }

    @Test
    void consent_is_written_once_however_often_one_arrives() {
        for (int i = 0; i < 2; i++) {
            citizens.ask(KNOWN, "10.0.0.1", Locale.SIMPLIFIED_CHINESE);
            citizens.prove(KNOWN, sent.find(PHONE, CODE), "10.0.0.1");
        }
        assertThat(consents.history(account()))
                .extracting(Consents.Event::purpose)
                .containsExactly(Consents.ACCOUNT);
    }

    @Test
    void the_trail_finds_a_citizen_by_the_whole_contact_only(@Autowired AccountNames names) {
        citizens.ask(KNOWN, "10.0.0.1", Locale.SIMPLIFIED_CHINESE);
        citizens.prove(KNOWN, sent.find(PHONE, CODE), "10.0.0.1");
        assertThat(names.named("+86 " + PHONE)).containsExactly(account());
        assertThat(names.named("1")).doesNotContain(account());
        assertThat(names.named(KNOWN.masked())).isEmpty();
    }

    @Test
    void a_citizen_has_no_desk() {
        var citizen = visitor();
        askForCode(citizen, "batu@example.cn");
        citizen.get("/me/sign-in/code");
        citizen.post("/me/sign-in/code", "code", sent.find("batu@example.cn", CODE));
        assertThat(citizen.get("/desk").location()).isEqualTo("/me");
        for (var page : List.of("/desk/plans", "/desk/factors", "/desk/sessions", "/desk/password", "/desk/ledger")) {
            assertThat(citizen.get(page).status()).as(page).isEqualTo(403);
        }
    }

    @Test
    void known_and_unknown_contacts_get_the_same_answer_and_both_a_code() {
        citizens.ask(KNOWN, "10.0.0.1", Locale.SIMPLIFIED_CHINESE);
        citizens.prove(KNOWN, sent.find(PHONE, CODE), "10.0.0.1");
        var known = askForCode(visitor(), PHONE);
        var unknown = askForCode(visitor(), "13900000000");
        assertThat(known.status() + known.location()).isEqualTo(unknown.status() + unknown.location());
        assertThat(sent.to("13900000000")).hasSize(1);
    }

    @Test
    void without_consent_or_with_no_contact_nothing_is_sent() {
        var citizen = visitor();
        citizen.get("/me/sign-in");
        var answer = citizen.post("/me/sign-in", "contact", PHONE);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请先阅读并同意个人信息处理说明");
        for (var wrong : List.of("", "12345", "a@b", "13812345678@", "x'; drop table", "12812345678")) {
            assertThat(askForCode(citizen, wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(sent.to(PHONE)).isEmpty();
    }

    @Test
    void a_form_that_is_sent_at_once_or_twice_is_shown_again_with_all_that_was_typed() {
        var citizen = visitor();
        var token = hidden(citizen.get("/me/sign-in"));
        var quick = citizen.post("/me/sign-in", "contact", PHONE, "consent", "true", "human", token);
        assertThat(quick.status()).isEqualTo(422);
        assertThat(quick.body())
                .contains("提交得太快了", "value=\"" + PHONE + "\"")
                .containsPattern("id=\"consent\"[^>]* checked");
        assertThat(hidden(quick)).isEqualTo(token);
        assertThat(sent.to(PHONE)).isEmpty();

        var open = forms.token(CitizenPages.FORM);
        assertThat(citizen.post("/me/sign-in", "contact", PHONE, "consent", "true", "human", open)
                        .location())
                .isEqualTo("/me/sign-in/code");
        citizen.get("/me/sign-in");
        var twice = citizen.post("/me/sign-in", "contact", PHONE, "consent", "true", "human", open);
        assertThat(twice.body()).contains("这份表单已经提交过", "value=\"" + PHONE + "\"");
        assertThat(hidden(twice)).isNotEqualTo(open);
        assertThat(citizen.post("/me/sign-in", "contact", PHONE, "consent", "true")
                        .body())
                .contains("没有收到完整的表单");
        assertThat(sent.to(PHONE)).hasSize(1);
    }

    private static String hidden(Visitor.Answer page) {
        var found = Pattern.compile("name=\"human\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void a_code_is_tried_five_times_and_then_is_worth_nothing() {
        citizens.ask(KNOWN, "10.0.0.1", Locale.SIMPLIFIED_CHINESE);
        var right = sent.find(PHONE, CODE);
        var wrong = right.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < ContactCodes.TRIES; i++) {
            assertThat(citizens.prove(KNOWN, wrong, "10.0.0.1")).isInstanceOf(Citizens.Outcome.Wrong.class);
        }
        assertThat(citizens.prove(KNOWN, right, "10.0.0.1")).isInstanceOf(Citizens.Outcome.Wrong.class);
        assertThat(accountsOpen()).isZero();
    }

    @Test
    void a_code_ends_after_ten_minutes_and_is_taken_once() {
        citizens.ask(KNOWN, "10.0.0.1", Locale.SIMPLIFIED_CHINESE);
        var code = sent.find(PHONE, CODE);
        database.sql(
                        "update access.contact_code set sent_at = sent_at - interval '10 minutes', until = until - interval '10 minutes'")
                .update();
        assertThat(citizens.prove(KNOWN, code, "10.0.0.1")).isInstanceOf(Citizens.Outcome.Wrong.class);

        citizens.ask(KNOWN, "10.0.0.1", Locale.SIMPLIFIED_CHINESE);
        var fresh = sent.find(PHONE, CODE);
        var outcomes = Together.together(5, person -> citizens.prove(KNOWN, fresh, "10.0.0.1"));
        assertThat(outcomes.stream().filter(Citizens.Outcome.In.class::isInstance))
                .hasSize(1);
        assertThat(accountsOpen()).isEqualTo(1);
    }

    @Test
    void messages_are_limited_by_number_and_by_address() {
        assertThat(asked(8, person -> PHONE, person -> "10.0.1." + person)).isEqualTo(5);
        assertThat(asked(30, person -> "139000000%02d".formatted(person), person -> "10.0.2.1"))
                .isEqualTo(20);
    }

    @Test
    void a_flood_over_many_numbers_and_addresses_ends_at_the_limit_for_all() {
        assertThat(asked(1, person -> PHONE, person -> "10.0.3.100")).isEqualTo(1);
        database.sql("update guard.attempt set attempts = 1995 where rule = 'MESSAGES_IN_ALL'")
                .update();
        assertThat(asked(20, person -> "139000001%02d".formatted(person), person -> "10.0.3." + person))
                .isEqualTo(5);
    }

    @Test
    void number_and_code_lie_in_the_database_as_keyed_hashes_or_sealed() {
        var citizen = visitor();
        askForCode(citizen, PHONE);
        var code = sent.find(PHONE, CODE);
        var before = database.sql("select string_agg(c::text, ' ') from access.contact_code c")
                .query(String.class)
                .single();
        citizen.get("/me/sign-in/code");
        citizen.post("/me/sign-in/code", "code", code);
        var rows = before
                + database.sql("select to_jsonb(a)::text from access.account a where kind = 'CITIZEN'")
                        .query(String.class)
                        .single();
        assertThat(rows).doesNotContain(PHONE).doesNotContain(code).contains("138****5678");
    }

    private long asked(
            int times, java.util.function.IntFunction<String> number, java.util.function.IntFunction<String> address) {
        return java.util.stream.IntStream.range(0, times)
                .filter(person -> citizens.ask(
                        Contact.read(number.apply(person)).orElseThrow(),
                        address.apply(person),
                        Locale.SIMPLIFIED_CHINESE))
                .count();
    }

    private int accountsOpen() {
        return database.sql("select count(*) from access.account where kind = 'CITIZEN'")
                .query(Integer.class)
                .single();
    }

    private UUID account() {
        return database.sql("select id from access.account where kind = 'CITIZEN'")
                .query(UUID.class)
                .single();
    }

    private int signedIn() {
        return database.sql("select count(*) from access.session where account = :account and proof = 'MESSAGE'")
                .param("account", account())
                .query(Integer.class)
                .single();
    }
}
