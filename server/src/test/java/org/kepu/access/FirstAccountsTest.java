package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.Together;
import org.kepu.access.FirstAccounts.Credentials;
import org.kepu.page.RunningSite;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class FirstAccountsTest extends RunningSite {

    private static final int NODES = 6;
    private static final List<String> NAMES = List.of("admin", "security", "auditor", "office");

    @Autowired
    private FirstAccounts first;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nobodyHasAnAccount() {
        OnPostgres.Server.owner(database).sql("truncate access.account cascade").update();
    }

    @Test
    void of_nodes_that_start_together_one_opens_the_account_and_tells_its_password() {
        var told = Together.together(NODES, node -> first.open());

        assertThat(told.stream().filter(credentials -> !credentials.isEmpty()))
                .singleElement()
                .satisfies(credentials -> {
                    assertThat(credentials).extracting(Credentials::name).isEqualTo(NAMES);
                    assertThat(credentials).allMatch(one -> passwords.matches(one.password(), hash(one.name())));
                });
        assertThat(accounts()).isEqualTo(NAMES);
    }

    @Test
    void a_later_start_opens_nothing_and_tells_nothing(CapturedOutput console) {
        var told = first.open().getFirst();
        var before = console.getOut();
        new FirstStart(first, "").tell();

        assertThat(console.getOut()).isEqualTo(before);
        assertThat(accounts()).isEqualTo(NAMES);
        assertThat(passwords.matches(told.password(), hash("admin"))).isTrue();
    }

    @Test
    void the_first_start_shows_the_password_once(CapturedOutput console) {
        int before = console.getOut().length();
        new FirstStart(first, "").tell();
        new FirstStart(first, "").tell();

        var shown = console.getOut()
                .substring(before)
                .lines()
                .filter(line -> line.contains("口令  "))
                .toList();
        assertThat(shown).hasSize(NAMES.size()).allSatisfy(line -> {
            var words = line.strip().split("\\s+");
            assertThat(passwords.matches(words[3], hash(words[1]))).isTrue();
        });
    }

    @Test
    void a_start_with_reset_admin_gives_a_new_password_and_the_old_one_is_worth_nothing(CapturedOutput console) {
        var told = first.open().getFirst();
        new FirstStart(first, "admin").tell();

        assertThat(console.getOut()).contains("已为系统管理员换了新口令").doesNotContain(told.password());
        assertThat(accounts()).isEqualTo(NAMES);
        assertThat(passwords.matches(told.password(), hash("admin"))).isFalse();
        assertThat(database.sql("select must_change from access.account where name = 'admin'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void each_of_the_three_administrators_gets_a_new_password_by_name_and_nobody_else(CapturedOutput console) {
        var told = first.open();
        for (var name : List.of("security", "auditor", "office", "nobody")) {
            new FirstStart(first, name).tell();
        }

        assertThat(console.getOut()).contains("已为安全管理员换了新口令", "已为审计员换了新口令", "没有换口令：office", "没有换口令：nobody");
        assertThat(told)
                .filteredOn(one -> passwords.matches(one.password(), hash(one.name())))
                .extracting(Credentials::name)
                .containsExactly("admin", "office");
        assertThat(trail("access.act.password-given")).containsExactly("auditor reset-admin", "security reset-admin");
    }

    @Test
    void the_first_accounts_and_their_roles_stand_on_the_trail() {
        first.open();

        assertThat(trail("access.act.account-opened"))
                .containsExactlyElementsOf(NAMES.stream()
                        .sorted()
                        .map(name -> name + " first-start")
                        .toList());
        assertThat(trail("access.act.granted")).hasSameSizeAs(NAMES).allMatch(line -> line.endsWith("first-start"));
    }

    /** The accounts of this test that an act was about, and which job of the program did it. */
    private List<String> trail(String act) {
        return database.sql("""
                select account.name || ' ' || actor_name from audit.entry join access.account on account.id = subject
                where act = :act order by account.name""").param("act", act).query(String.class).list();
    }

    @Test
    void a_password_is_kept_as_its_argon2id_hash_only() {
        var told = first.open().getFirst();

        assertThat(hash("admin")).startsWith("{argon2}$argon2id$");
        assertThat(told.password()).matches("(?:[a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}");
        assertThat(database.sql("select string_agg(a::text, ' ') from access.account a")
                        .query(String.class)
                        .single())
                .doesNotContain(told.password());
        assertThat(told.toString()).isEqualTo("Credentials[admin]");
    }

    private List<String> accounts() {
        return database.sql("select name from access.account order by created_at, id")
                .query(String.class)
                .list();
    }

    private String hash(String name) {
        return database.sql("select password_hash from access.account where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
