package org.kepu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A child's name, as the page leads from asking to reading. */
class PersonalPagesTest extends RunningSite {

    private static final String READ = "查看</button>";
    private static final String ASK = "申请</button>";

    @Autowired
    private GivenPersons given;

    @Autowired
    private Dependants dependants;

    @Autowired
    private JdbcClient database;

    private GivenPersons.Person guardian;
    private Visitor reader;
    private String name;

    @BeforeEach
    void plant() {
        given.onCleanGround();
        database.sql("delete from privacy.approval").update();
        database.sql("delete from privacy.dependant").update();
        guardian = given.busy(801);
        name = "/desk/personal/" + Dependants.NAME + "/"
                + dependants.of(guardian.id()).getFirst().id();
        reader = signedIn(accounts.with(Role.OFFICE_CLERK, GivenAccounts.TOP));
    }

    @Test
    void of_a_child_nothing_is_offered_but_to_ask_until_somebody_has_approved() {
        assertThat(reader.get(name).body()).contains("须先经审批", ASK).doesNotContain(READ);

        reader.post(name + "/ask", "purpose", "dependants", "reason", "核对研学名册", "hours", "2");
        assertThat(reader.get(name).body()).contains("等待审批").doesNotContain(READ, ASK);

        approve();
        assertThat(reader.get(name).body()).contains(READ).doesNotContain(ASK, "须先经审批");
        assertThat(reader.post(name, "purpose", "dependants").body())
                .contains(guardian.child(), "本次查看已记录")
                .doesNotContain("须先经审批");

        database.sql("update privacy.approval set decided_at = now() - interval '3 hours', "
                        + "asked_at = now() - interval '4 hours', lasts_until = now() - interval '1 hour'")
                .update();
        assertThat(reader.get(name).body()).contains("须先经审批", ASK).doesNotContain(READ);
    }

    @Test
    void who_decides_is_led_to_the_masked_value() {
        reader.get(name);
        reader.post(name + "/ask", "purpose", "dependants", "reason", "核对研学名册", "hours", "2");
        var officer = signedIn(given.officer());
        assertThat(officer.get("/desk/privacy/approvals").body()).contains(name + "?from=/desk/privacy/approvals");
        assertThat(officer.get(name).body()).contains("小*").doesNotContain(guardian.child());
    }

    private void approve() {
        var officer = signedIn(given.officer());
        officer.get("/desk/privacy/approvals");
        var approval = database.sql("select id::text from privacy.approval where decided_at is null")
                .query(String.class)
                .single();
        officer.post("/desk/privacy/approvals/" + approval, "grant", "true", "reason", "与名册一致");
    }
}
