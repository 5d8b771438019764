package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.Together;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest extends RunningSite {

    private static final int NODES = 6;

    @Autowired
    private FirstAdministrator administrator;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nobodyHasAnAccount() {
        database.sql("delete from access.account").update();
    }

    @Test
    void of_nodes_that_start_together_one_opens_the_account_and_tells_its_password() {
        var told = Together.together(NODES, node -> administrator.open());

        assertThat(told.stream().flatMap(Optional::stream)).singleElement().satisfies(credentials -> {
            assertThat(accounts()).isEqualTo(1);
            assertThat(passwords.matches(credentials.password(), hash())).isTrue();
        });
    }

    @Test
    void a_later_start_opens_nothing_and_tells_nothing(CapturedOutput console) {
        var first = administrator.open().orElseThrow();
        new FirstStart(administrator, false).tell();

        assertThat(console.getOut()).doesNotContain("口令");
        assertThat(accounts()).isEqualTo(1);
        assertThat(passwords.matches(first.password(), hash())).isTrue();
    }

    @Test
    void the_first_start_shows_the_password_once(CapturedOutput console) {
        new FirstStart(administrator, false).tell();
        new FirstStart(administrator, false).tell();

        var shown =
                console.getOut().lines().filter(line -> line.contains("口令  ")).toList();
        assertThat(shown).hasSize(1);
        assertThat(passwords.matches(shown.getFirst().strip().replaceFirst("口令\\s+", ""), hash()))
                .isTrue();
    }

    @Test
    void a_start_with_reset_admin_gives_a_new_password_and_the_old_one_is_worth_nothing(CapturedOutput console) {
        var first = administrator.open().orElseThrow();
        new FirstStart(administrator, true).tell();

        assertThat(console.getOut()).contains("已为管理员换了新口令").doesNotContain(first.password());
        assertThat(accounts()).isEqualTo(1);
        assertThat(passwords.matches(first.password(), hash())).isFalse();
        assertThat(database.sql("select must_change from access.account")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_password_is_kept_as_its_argon2id_hash_only() {
        var first = administrator.open().orElseThrow();

        assertThat(hash()).startsWith("{argon2}$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(first.password()).matches("(?:[a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}");
        assertThat(database.sql("select a::text from access.account a")
                        .query(String.class)
                        .single())
                .doesNotContain(first.password());
        assertThat(first.toString()).isEqualTo("Credentials[admin]");
    }

    private int accounts() {
        return database.sql("select count(*) from access.account")
                .query(Integer.class)
                .single();
    }

    private String hash() {
        return database.sql("select password_hash from access.account")
                .query(String.class)
                .single();
    }
}
