package org.kepu.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Where text messages leave, codes are sent and it is said. */
@TestPropertySource(properties = "kepu.notice.sms.url=http://127.0.0.1:9/")
class CodesThatLeaveTest extends AskingForCodes {

    @Test
    void whoever_joins_a_team_is_told_that_the_code_was_sent() {
        assertThat(join().body()).contains("报名已收到", "服务码已发到您填的手机").doesNotContain("没有开通短信");
    }

    @Test
    void a_code_that_is_lost_is_replaced_by_a_new_one() {
        join();
        var before = kept();
        assertThat(askForNewCode().body()).contains("发新的服务码", "新的服务码已用短信发出");
        assertThat(kept()).isNotEqualTo(before);
    }

    @Test
    void whoever_signs_in_by_telephone_is_told_where_the_code_went() {
        assertThat(signInCode()).contains("验证码已发往 138****8001").doesNotContain("没有开通短信");
    }
}
