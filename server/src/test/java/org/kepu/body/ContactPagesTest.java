package org.kepu.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.privacy.GivenPersons;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactPagesTest extends RunningSite {

    private static final RegionCode LEAGUE = new RegionCode("152500");
    private static final String TOP = "/desk/bodies/groups/150000";

    @Autowired
    private GivenPersons given;

    @Autowired
    private GivenDelegates delegates;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void plant() {
        given.onCleanGround();
        delegates.liaison(GivenAccounts.TOP, "自治区科协", "=巴图", "138-1234-5678");
        delegates.liaison(LEAGUE, "盟教育局", "其其格", "13911112222");
    }

    @Test
    void numbers_lie_sealed_and_a_look_at_the_list_shows_them_masked() {
        assertThat(database.sql("select bool_and(phone !~ '5678|2222') from body.delegate")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(clerk().get(TOP).body()).contains("138****5678").doesNotContain("138-1234-5678");
    }

    @Test
    void an_export_has_a_number_a_reason_one_line_on_the_trail_and_a_watermark_above_and_below() {
        var clerk = clerk();
        clerk.get(TOP);
        var lines =
                clerk.post(TOP + "/contacts", "reason", "发放会议通知").body().lines().toList();
        var number = database.sql("select max(number) from privacy.export")
                .query(Long.class)
                .single();

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .startsWith("\uFEFF\"导出编号 " + number + " · ")
                .contains("用途：发放会议通知");
        assertThat(lines.getLast()).isEqualTo(lines.getFirst().substring(1));
        assertThat(lines.get(2)).isEqualTo("\"自治区科协\",\"联络员\",\"'=巴图\",\"科员\",\"138-1234-5678\"");
        assertThat(database.sql("""
                        select reason || '|' || region from audit.entry
                        where act = 'privacy.act.exported' and object = :number
                        """)
                        .param("number", number.toString())
                        .query(String.class)
                        .list())
                .containsExactly("发放会议通知|150000");
    }

    @Test
    void without_a_reason_or_with_a_number_in_it_nothing_leaves() {
        var before = exports();
        var clerk = clerk();
        clerk.get(TOP);
        for (var reason : new String[] {"", " ", "给 13812345678 打电话", "发到 a@b.cn"}) {
            var answer = clerk.post(TOP + "/contacts", "reason", reason);
            assertThat(answer.status()).as(reason).isEqualTo(302);
            assertThat(clerk.get(TOP).body()).contains(reason.isBlank() ? "请写明理由" : "理由里不要写电话、证件号码或者邮箱");
        }
        assertThat(exports()).isEqualTo(before);
    }

    @Test
    void a_league_takes_its_own_contacts_only_and_a_leader_none() {
        var league = signedIn(accounts.with(Role.OFFICE_CLERK, LEAGUE));
        league.get("/desk/bodies/groups/152500");
        assertThat(league.post("/desk/bodies/groups/152500/contacts", "reason", "值班")
                        .body())
                .contains("其其格")
                .doesNotContain("巴图");
        assertThat(league.post(TOP + "/contacts", "reason", "值班").status()).isEqualTo(404);
        var leader = signedIn(accounts.with(Role.LEADER, GivenAccounts.TOP));
        assertThat(leader.get(TOP).body()).doesNotContain("contacts-reason");
        assertThat(leader.post(TOP + "/contacts", "reason", "值班").status()).isEqualTo(403);
    }

    private int exports() {
        return database.sql("select count(*) from privacy.export")
                .query(Integer.class)
                .single();
    }
}
