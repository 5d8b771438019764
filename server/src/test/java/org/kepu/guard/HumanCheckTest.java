package org.kepu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.guard.HumanVerdict.Again;
import org.kepu.guard.HumanVerdict.Passed;
import org.kepu.region.OnPostgres;
import org.kepu.vault.Vault;
import org.kepu.vault.Watch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class HumanCheckTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    private final Watch watch = new Watch(Instant.parse("2026-03-05T01:00:00Z"));
    private HumanCheck check;

    @BeforeEach
    void nothing_was_sent() {
        database.sql("delete from guard.sent_form").update();
        database.sql("delete from guard.attempt").update();
        check = new HumanCheck(database, vault, new Limits(database, vault, watch), new Random(), watch);
    }

    private HumanVerdict judge(String form, String token, String proof) {
        return check.judge(form, token, proof, HumanCheck.ofAll("10.1.1.1"));
    }

    private static String proof(String token) {
        long proof = 0;
        while (!HumanCheck.isProven(token, Long.toString(proof))) {
            proof++;
        }
        return Long.toString(proof);
    }

    private static String said(HumanVerdict verdict) {
        return verdict instanceof Again(var key, var next) ? key : "passed";
    }

    @Test
    void who_has_proven_passes_after_two_seconds() {
        var token = check.ask("order").token();
        var proof = proof(token);
        watch.forward(Duration.ofMillis(1999));
        assertThat(judge("order", token, proof))
                .isEqualTo(new Again("page.human.soon", new HumanQuestion(token, HumanCheck.BITS)));
        watch.forward(Duration.ofMillis(1));
        assertThat(judge("order", token, proof)).isEqualTo(new Passed());
    }

    @Test
    void who_has_no_script_passes_with_the_same_form_some_seconds_later() {
        var token = check.ask("order").token();
        watch.forward(Duration.ofMillis(5999));
        var again = judge("order", token, "");
        assertThat(again).isEqualTo(new Again("page.human.soon", new HumanQuestion(token, HumanCheck.BITS)));
        watch.forward(Duration.ofMillis(1));
        assertThat(judge("order", token, "")).isEqualTo(new Passed());
    }

    @Test
    void a_proof_that_proves_nothing_counts_for_none() {
        var token = check.ask("order").token();
        watch.forward(Duration.ofSeconds(3));
        var wrong = proof(check.ask("order").token());
        for (var proof : new String[] {"x", "-1", "9".repeat(1_000_000), wrong + "x"}) {
            assertThat(said(judge("order", token, proof))).isEqualTo("page.human.soon");
        }
    }

    @Test
    void a_form_is_sent_once_whoever_sends_it_again() {
        var token = check.ask("order").token();
        watch.forward(Duration.ofMinutes(5));
        assertThat(judge("order", token, "")).isEqualTo(new Passed());
        var again = judge("order", token, "");
        assertThat(said(again)).isEqualTo("page.human.used");
        assertThat(((Again) again).next().token()).isNotEqualTo(token);
    }

    @Test
    void of_thirty_who_send_one_form_at_the_same_moment_one_passes() {
        var token = check.ask("order").token();
        watch.forward(Duration.ofMinutes(5));
        assertThat(Together.together(30, person -> judge("order", token, "")))
                .filteredOn(Passed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_form_that_was_open_too_long_is_asked_anew_and_passes_then() {
        var token = check.ask("order").token();
        watch.forward(HumanCheck.OLDEST);
        var edge = check.ask("order").token();
        watch.forward(Duration.ofMillis(1));
        var again = judge("order", token, proof(token));
        assertThat(said(again)).isEqualTo("page.human.old");
        watch.forward(HumanCheck.WITHOUT_PROOF);
        assertThat(judge("order", ((Again) again).next().token(), "")).isEqualTo(new Passed());
        assertThat(judge("order", edge, "")).isEqualTo(new Passed());
    }

    @Test
    void a_form_that_was_sent_stays_sent_until_it_is_too_old() {
        var token = check.ask("order").token();
        watch.forward(Duration.ofSeconds(10));
        judge("order", token, "");
        watch.forward(HumanCheck.OLDEST.minusSeconds(10));
        judge("order", check.ask("order").token(), "");
        assertThat(said(judge("order", token, ""))).isEqualTo("page.human.used");
        watch.forward(Duration.ofSeconds(2));
        var other = check.ask("order").token();
        watch.forward(Duration.ofSeconds(6));
        judge("order", other, "");
        assertThat(said(judge("order", token, ""))).isEqualTo("page.human.old");
        assertThat(database.sql("select count(*) from guard.sent_form")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void from_one_address_sixty_forms_pass_in_an_hour_and_from_others_more() {
        var tokens = Stream.generate(() -> check.ask("order").token())
                .limit(PublicFormLimit.FORMS_FROM_ONE_ADDRESS.times() + 1L)
                .toList();
        watch.forward(Duration.ofMinutes(1));
        assertThat(tokens.stream().map(token -> said(judge("order", token, ""))))
                .filteredOn("passed"::equals)
                .hasSize(60);
        var last = tokens.getLast();
        assertThat(judge("order", last, ""))
                .isEqualTo(new Again("page.human.many", new HumanQuestion(last, HumanCheck.BITS)));
        assertThat(check.judge("order", last, "", HumanCheck.ofAll("10.1.1.2"))).isEqualTo(new Passed());
    }

    @Test
    void a_token_that_was_made_up_changed_or_asked_for_another_form_is_none() {
        var token = check.ask("order").token();
        watch.forward(Duration.ofMinutes(1));
        var bytes = Base64.getUrlDecoder().decode(token);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var forged = bytes.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThat(said(judge("order", text, ""))).isEqualTo("page.human.new");
        }
        for (var text : new String[] {"", "x", "?", "A".repeat(1_000_000)}) {
            assertThat(said(judge("order", text, ""))).isEqualTo("page.human.new");
        }
        assertThat(said(judge("complaint", token, ""))).isEqualTo("page.human.new");
        assertThat(judge("order", token, "")).isEqualTo(new Passed());
    }
}
