package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.access.PasswordRule.COMMON;
import static org.kepu.access.PasswordRule.FEW_SIGNS;
import static org.kepu.access.PasswordRule.OWN_NAME;
import static org.kepu.access.PasswordRule.SIZE;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordRuleTest {

    @Test
    void what_guessers_try_first_is_refused() {
        assertThat(broken("Password1234!")).containsExactly(COMMON);
        assertThat(broken("kepu-Admin-2026")).containsExactly(COMMON);
        assertThat(broken("839204617352")).containsExactly(COMMON);
        assertThat(broken("qwertyuiop123")).containsExactly(COMMON);
        assertThat(broken("woaini5201314!")).containsExactly(COMMON);
        assertThat(broken("管理员密码2026管理员密码")).containsExactly(COMMON);
        assertThat(broken("aaaabbbbaaaabbbb")).containsExactly(FEW_SIGNS);
    }

    @Test
    void the_own_name_with_a_little_added_is_refused() {
        assertThat(broken("Narangerel-2026")).containsExactly(OWN_NAME);
        assertThat(broken("其木格其木格其木格其木格x")).contains(OWN_NAME);
        assertThat(broken("a long walk of narangerel home")).isEmpty();
    }

    @Test
    void what_is_too_short_or_too_long_is_refused() {
        assertThat(broken("short words")).containsExactly(SIZE);
        assertThat(broken("a long walk home ".repeat(8))).containsExactly(SIZE);
    }

    @Test
    void sentences_and_random_signs_are_taken() {
        assertThat(List.of("a sentence to remember", "草原上的风吹过三月的山坡和小河", "kpta-78uq-zshx-yeqq", "Tr0ub4dor&3-and-more"))
                .allSatisfy(password -> assertThat(broken(password)).isEmpty());
    }

    private static List<PasswordRule> broken(String password) {
        return PasswordRule.brokenBy(password, "narangerel", "其木格");
    }
}
