package org.kepu.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where no text messages leave, nobody waits for a code: it is said, and who helps. */
class CodesThatStayTest extends AskingForCodes {

    @Test
    void whoever_joins_a_team_is_told_that_no_code_will_come_and_whom_to_ring() {
        assertThat(join().body()).contains("报名已收到", "本平台没有开通短信", "0479-7225050").doesNotContain("服务码已发到");
    }

    @Test
    void a_code_that_is_lost_is_not_replaced_by_one_that_never_comes() {
        join();
        var before = kept();
        assertThat(askForNewCode().body()).contains("旧码也就不作废", "请打 12345").doesNotContain("发新的服务码", "已用短信发出");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void whoever_signs_in_by_telephone_is_told_so_where_they_would_wait() {
        assertThat(signInCode()).contains("验证码发不到 138****8001", "请打 12345").doesNotContain("验证码已发往");
    }
}
