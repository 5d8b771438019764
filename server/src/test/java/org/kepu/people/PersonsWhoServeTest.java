package org.kepu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.people.GivenService.clerk;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.people.expert.ExpertForm;
import org.kepu.people.expert.Experts;
import org.kepu.people.hours.TakingPart;
import org.kepu.people.roster.RosterForm;
import org.kepu.people.roster.RosterKind;
import org.kepu.people.roster.Rosters;
import org.kepu.plan.review.GivenPlans;
import org.kepu.privacy.Contact;
import org.kepu.privacy.PersonalData.Held;
import org.kepu.privacy.Subject;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** With the name goes what was told of the person; what was done stays. */
@OnPostgres
class PersonsWhoServeTest {

    private static final String PHONE = "13800138001";
    private static final Subject SUBJECT = new Subject(new UUID(0, 99), List.of(new Contact(PHONE)));

    @Autowired
    ApplicationContext context;

    @Autowired
    PersonsWhoServe persons;

    GivenService given;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        var team = given.team("青松科技志愿服务队", KUNDULUN);
        var volunteer = given.volunteer(team, PHONE, true);
        var today = GivenService.today();
        var shift = given.shift(team, COMMUNITY, today.plusDays(3).toString(), "09:00", "12:00");
        assertThat(given.bean(TakingPart.class).plan(clerk(), shift, volunteer)).isEqualTo(TakingPart.Part.DONE);
        var keeping = GivenPlans.may(Right.KEEP_EXPERTS);
        var experts = given.bean(Experts.class);
        var expert = experts.enter(
                keeping,
                new ExpertForm(
                        "王小明",
                        PHONE,
                        KUNDULUN.value(),
                        List.of("230"),
                        "接羔育幼",
                        "研究员",
                        "畜牧站",
                        today.minusDays(30),
                        today.plusDays(60),
                        "3",
                        "1",
                        true,
                        "签了聘书",
                        0));
        BodyId body = given.facts().body(KUNDULUN, "区科协");
        experts.recuse(keeping, ((Experts.Kept.Done) expert).id(), body, new Reason("配偶在该单位工作"));
        var head = new RosterForm(
                "HEAD", "王小明", PHONE, KUNDULUN.value(), "全科", "区医院", "HOSPITAL", true, "沪字第12号", today, today, "签了字");
        assertThat(given.bean(Rosters.class).enter(keeping, RosterKind.HEAD, head))
                .isEqualTo(Rosters.Entered.DONE);
    }

    private String one(String sql) {
        return given.database().sql(sql).query(String.class).single();
    }

    @Test
    void a_person_reads_what_is_told_of_them_on_every_list() {
        assertThat(persons.find(SUBJECT))
                .extracting(Held::value)
                .contains("TEACHER", "签了纸质同意书", "接羔育幼", "研究员", "畜牧站", "配偶在该单位工作", "区医院", "沪字第12号", "HOSPITAL");
    }

    @Test
    void who_is_erased_has_left_every_list_and_nothing_is_told_of_them() {
        persons.erase(SUBJECT);
        assertThat(persons.left(SUBJECT)).isZero();
        assertThat(one("select coalesce(code_print, '') || background || staff || agreed_how from people.volunteer"))
                .isEqualTo("false—");
        assertThat(one("select state || why from people.membership")).isEqualTo("LEFT");
        assertThat(one("select state from people.duty")).isEqualTo("GIVEN_BACK");
        assertThat(one("select topics || rank || workplace || agreed_how || left_why || published || (left_on is null)"
                        + " from people.expert"))
                .isEqualTo("——falsefalse");
        assertThat(one("select why from people.expert_recusal")).isEmpty();
        assertThat(one(
                        "select speciality || workplace || certificate || coalesce(post, '') || agreed_how || (until is null)"
                                + " from people.roster_entry"))
                .isEqualTo("—false");
    }
}
