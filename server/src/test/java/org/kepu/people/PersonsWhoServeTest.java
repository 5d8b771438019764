package org.kepu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
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
                        "签了公开同意书",
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
                .contains(
                        "TEACHER", "签了纸质同意书", "接羔育幼", "研究员", "畜牧站", "签了公开同意书", "配偶在该单位工作", "区医院", "沪字第12号", "HOSPITAL");
    }

    @Test
    void open_invitations_of_who_is_erased_are_withdrawn() {
        given.database().sql("""
                        insert into people.invitation (id, expert, body, title, region, place, starts_at, ends_at, words, digest, state, reason,
                                                       sent_at, sent_by)
                        select gen_random_uuid(), e.id, gen_random_uuid(), '讲座', e.region, '文化室', now() + days * interval '1 day',
                               now() + days * interval '1 day' + interval '1 hour', '', state, state,
                               case when state = 'DECLINED' then '身体不好' else '' end, now(), gen_random_uuid()
                        from people.expert e, (values (2, 'SENT'), (4, 'ACCEPTED'), (6, 'DECLINED'), (-2, 'MISSED')) given (days, state)
                        """).update();
        persons.erase(SUBJECT);
        assertThat(one("select string_agg(state || reason, ' ' order by starts_at) from people.invitation"))
                .isEqualTo("MISSED WITHDRAWN— WITHDRAWN— DECLINED—");
    }

    @Test
    void requests_nobody_answered_closed_teams_and_terms_that_are_over_keep_nobody_for_ever() {
        given.database()
                .sql("update people.duty set planned = tstzrange('2020-01-01', '2020-01-02')")
                .update();
        given.database()
                .sql("update people.roster_entry set since = '2019-01-01', until = '2020-01-01'")
                .update();
        given.database()
                .sql("update people.person set entered_at = '2019-01-01'")
                .update();
        assertThat(old()).as("in a team and within the term").isZero();
        given.database()
                .sql("update people.expert set term_from = '2019-01-01', term_to = '2020-01-01'")
                .update();
        assertThat(old()).as("in a team").isZero();
        given.database()
                .sql("update people.membership set state = 'ASKED', settled_at = null, asked_at = '2025-12-31'")
                .update();
        assertThat(old()).as("asked lately").isZero();
        given.database()
                .sql("update people.membership set state = 'IN', settled_at = '2019-01-01'")
                .update();
        given.database().sql("update people.team set closed_on = '2020-01-01'").update();
        assertThat(old()).isEqualTo(1);
        assertThat(one("select count(*) from people.person where name is not null"))
                .isEqualTo("0");
    }

    @Test
    void who_comes_back_at_the_moment_of_being_forgotten_is_known_or_new_but_never_half_of_each() {
        var team = given.team("友谊科技志愿服务队", KUNDULUN);
        for (int round = 0; round < 4; round++) {
            var phone = "1390013900" + round;
            given.volunteer(team, phone, false);
            given.database()
                    .sql("update people.membership set state = 'LEFT', settled_at = '2019-01-01'")
                    .update();
            given.database()
                    .sql("update people.person set entered_at = '2019-01-01'")
                    .update();
            together(2, who -> who == 0 ? old() : given.volunteer(team, phone, false));
            assertThat(one("select count(*) from people.membership m join people.person p on p.id = m.volunteer"
                            + " where m.state = 'IN' and p.name is null"))
                    .isEqualTo("0");
            assertThat(one("select count(*) from people.membership where state = 'IN'"))
                    .isEqualTo("1");
        }
    }

    private int old() {
        return new org.springframework.transaction.support.TransactionTemplate(
                        given.bean(org.springframework.transaction.PlatformTransactionManager.class))
                .execute(status ->
                        given.bean(OldPersons.class).removeOlderThan(java.time.Instant.parse("2024-01-01T00:00:00Z")));
    }

    @Test
    void who_is_erased_has_left_every_list_and_nothing_is_told_of_them() {
        persons.erase(SUBJECT);
        assertThat(persons.left(SUBJECT)).isZero();
        assertThat(one("select coalesce(code_print, '') || background || staff || agreed_how from people.volunteer"))
                .isEqualTo("false—");
        assertThat(one("select state || why from people.membership")).isEqualTo("LEFT");
        assertThat(one("select state from people.duty")).isEqualTo("GIVEN_BACK");
        assertThat(one(
                        "select topics || rank || workplace || published_how || agreed_how || left_why || published || (left_on is null)"
                                + " from people.expert"))
                .isEqualTo("——falsefalse");
        assertThat(one("select why from people.expert_recusal")).isEmpty();
        assertThat(one(
                        "select speciality || workplace || certificate || coalesce(post, '') || agreed_how || (until is null)"
                                + " from people.roster_entry"))
                .isEqualTo("—false");
    }
}
