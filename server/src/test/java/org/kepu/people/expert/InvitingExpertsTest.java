package org.kepu.people.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.notice.SentMessages;
import org.kepu.order.GivenOrders;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.people.expert.AnsweringInvitations.Answered;
import org.kepu.people.expert.InvitingExperts.Invited;
import org.kepu.people.expert.InvitingExperts.Settling;
import org.kepu.people.expert.InvitingExperts.Why;
import org.kepu.people.tour.GivenTours;
import org.kepu.people.tour.Programme;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.GivenDesk;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Experts are asked within their term, load and recusals, answer by a link, and take a statement along. */
@OnPostgres
class InvitingExpertsTest {

    private static final String THERE = "127.0.0.1";
    private static final Reason BUSY = new Reason("出差在外");

    @Autowired
    ApplicationContext context;

    @Autowired
    Experts experts;

    @Autowired
    InvitingExperts inviting;

    @Autowired
    AnsweringInvitations answering;

    @Autowired
    ExpertStatements statements;

    @Autowired
    ExpertTodos todos;

    GivenService given;
    BodyId body;
    UUID expert;
    UUID tour;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        body = given.facts().body(KUNDULUN, "区科协");
        expert = enter("13900139001", "3");
        tour = GivenTours.tour(context, Programme.EXPERTS, body, BAOTOU, KUNDULUN, QINGSHAN);
    }

    private static Scope clerk() {
        return GivenPlans.may(Right.KEEP_EXPERTS);
    }

    private static Scope neighbour() {
        return GivenPlans.may(GivenPlans.OTHER, Right.KEEP_EXPERTS, QINGSHAN);
    }

    static ExpertForm form(String phone, String most) {
        var today = GivenService.today();
        return new ExpertForm(
                "那日苏",
                phone,
                KUNDULUN.value(),
                List.of("230"),
                "接羔育幼",
                "研究员",
                "畜牧站",
                today.minusDays(30),
                today.plusDays(60),
                most,
                "1",
                true,
                "签了公开同意书",
                "签了聘书",
                0);
    }

    private UUID enter(String phone, String most) {
        return ((Experts.Kept.Done) experts.enter(clerk(), form(phone, most))).id();
    }

    private InvitingForm talk(int inDays, String from, String to) {
        return new InvitingForm(
                "草原灾害防御讲座",
                body.value(),
                COMMUNITY.value(),
                "青松社区",
                GivenService.today().plusDays(inDays).toString(),
                from,
                to,
                "讲一个小时",
                tour,
                null);
    }

    private String invited(InvitingForm form) {
        var sent = (Invited.Sent) inviting.invite(clerk(), expert, form);
        var code = new SentMessages(given.database(), given.bean(Vault.class)).find("13900139001", "[0-9A-Z]{16}");
        assertThat(sent.link())
                .as("no text messages leave here, so the clerk hands it over")
                .endsWith("/experts/invitations/" + code);
        return code;
    }

    private @Nullable Why refused(InvitingForm form) {
        return inviting.invite(clerk(), expert, form) instanceof Invited.Refused(var why) ? why : null;
    }

    /** The talk is over: tests cannot wait for it. */
    private void over() {
        given.database()
                .sql(
                        "update people.invitation set starts_at = starts_at - interval '10 days', ends_at = ends_at - interval '10 days'")
                .update();
    }

    @Test
    void who_is_asked_too_often_at_the_wrong_time_or_by_the_wrong_body_is_not_asked() {
        assertThat(refused(talk(-1, "09:00", "10:00"))).isEqualTo(Why.PAST);
        assertThat(refused(talk(90, "09:00", "10:00"))).isEqualTo(Why.NO_TERM);
        experts.recuse(clerk(), expert, body, new Reason("配偶在该单位工作"));
        assertThat(refused(talk(2, "09:00", "10:00"))).isEqualTo(Why.RECUSED);
        given.database().sql("delete from people.expert_recusal").update();
        answering.accept(invited(talk(2, "09:00", "10:00")), THERE);
        assertThat(refused(talk(2, "09:30", "11:00"))).isEqualTo(Why.ELSEWHERE);
    }

    @Test
    void a_clerk_asks_for_no_foreign_body_and_into_no_foreign_division() {
        var here = GivenPlans.may(GivenPlans.CLERK, Right.KEEP_EXPERTS, KUNDULUN);
        var theirs = given.facts().body(QINGSHAN, "青山区科协");
        var form = talk(2, "09:00", "10:00");
        for (var place : List.of(QINGSHAN.value(), "159999")) {
            assertThat(inviting.invite(here, expert, at(place, body, form)))
                    .isEqualTo(new Invited.Refused(Why.NOWHERE));
        }
        assertThat(inviting.invite(here, expert, at(KUNDULUN.value(), theirs, form)))
                .isEqualTo(new Invited.Refused(Why.STRANGER));
        assertThat(inviting.invite(clerk(), expert, at(QINGSHAN.value(), theirs, form)))
                .isInstanceOf(Invited.Sent.class);
    }

    private static InvitingForm at(String region, BodyId body, InvitingForm form) {
        return new InvitingForm(
                form.title(),
                body.value(),
                region,
                form.place(),
                form.day(),
                form.starts(),
                form.ends(),
                form.words(),
                form.tour(),
                null);
    }

    @Test
    void the_link_is_said_only_where_no_message_goes_and_each_answer_is_on_the_trail() {
        var landline = enter("04725155050", "3");
        var sent = (Invited.Sent) inviting.invite(clerk(), landline, talk(2, "09:00", "10:00"));
        var link = String.valueOf(sent.link());
        int before = answers();
        assertThat(answering.accept(link.substring(link.lastIndexOf('/') + 1), THERE))
                .isEqualTo(Answered.DONE);
        assertThat(answers() - before).isEqualTo(1);
        assertThat(form("13900139001", "3").toString()).isEqualTo("ExpertForm");
    }

    private int answers() {
        return given.database()
                .sql("select count(*) from audit.entry where act = 'people.act.answer.ACCEPTED'")
                .query(Integer.class)
                .single();
    }

    @Test
    void however_many_ask_at_once_the_load_of_a_year_holds() {
        var year = GivenService.today().plusDays(1).getYear();
        var days = new ArrayList<Integer>();
        for (int day = 1; day < 40 && days.size() < 8; day++) {
            if (GivenService.today().plusDays(day).getYear() == year) {
                days.add(day);
            }
        }
        assertThat(days).hasSizeGreaterThan(3);
        assertThat(
                        together(
                                        days.size(),
                                        who -> inviting.invite(clerk(), expert, talk(days.get(who), "09:00", "10:00")))
                                .stream()
                                .filter(Invited.Sent.class::isInstance))
                .hasSize(3);
    }

    @Test
    void an_expert_accepts_declines_with_a_reason_or_proposes_another_time_by_the_link() {
        var first = invited(talk(2, "09:00", "10:00"));
        var same = invited(talk(2, "09:30", "10:30"));
        assertThat(answering.accept(first, THERE)).isEqualTo(Answered.DONE);
        assertThat(answering.accept(same, THERE)).isEqualTo(Answered.ELSEWHERE);
        assertThat(answering.propose(same, THERE, Instant.parse("2020-01-01T00:00:00Z"), BUSY))
                .isEqualTo(Answered.TOO_LATE);
        assertThat(answering.propose(same, THERE, Instant.now().plusSeconds(864000), BUSY))
                .isEqualTo(Answered.DONE);
        assertThat(answering.decline(first, THERE, BUSY)).isEqualTo(Answered.DONE);
        assertThat(answering.accept(first, THERE)).isEqualTo(Answered.TOO_LATE);
        assertThat(answering.accept("0123456789ABCDEF", THERE)).isEqualTo(Answered.UNKNOWN);
    }

    private List<String> todos(RegionCode... divisions) {
        return todos
                .todosFor(new GivenDesk(GivenPlans.CLERK, right -> GivenPlans.may(GivenPlans.CLERK, right, divisions)))
                .stream()
                .map(todo -> todo.sentence().key() + " " + todo.act().path())
                .toList();
    }

    @Test
    void a_proposed_time_and_what_is_over_wait_for_the_clerk_of_the_experts_division() {
        var link = invited(talk(2, "09:00", "10:30"));
        assertThat(todos(KUNDULUN)).as("the expert has the word").isEmpty();
        answering.propose(link, THERE, Instant.now().plusSeconds(864000), BUSY);
        assertThat(todos(KUNDULUN)).containsExactly("people.todo.proposed /desk/experts/" + expert);
        assertThat(todos(QINGSHAN)).isEmpty();
        assertThat(todos(GivenPlans.TOP)).as("whoever invited").hasSize(1);
        assertThat(todos.todosFor(new GivenDesk(
                        GivenPlans.OTHER, right -> GivenPlans.may(GivenPlans.OTHER, right, GivenPlans.TOP))))
                .as("not all that lies below")
                .isEmpty();
        assertThat(todos.todosFor(new GivenDesk(GivenPlans.CLERK, right -> GivenOrders.of(body, right))))
                .as("who cannot open the expert")
                .isEmpty();
        answering.accept(link, THERE);
        assertThat(todos(KUNDULUN)).as("it is still to come").isEmpty();
        given.database()
                .sql(
                        "update people.invitation set starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days'")
                .update();
        assertThat(todos(KUNDULUN)).containsExactly("people.todo.over /desk/experts/" + expert);
    }

    @Test
    void a_form_that_is_sent_twice_or_at_once_invites_once() {
        var form = talk(2, "09:00", "10:30").anew();
        assertThat(together(4, who -> inviting.invite(clerk(), expert, form)).stream()
                        .filter(Invited.Sent.class::isInstance))
                .hasSize(1);
        assertThat(inviting.invite(clerk(), expert, form)).isInstanceOf(Invited.Before.class);
        var other = talk(3, "09:00", "10:30");
        assertThat(inviting.invite(
                        clerk(),
                        expert,
                        new InvitingForm(
                                other.title(),
                                other.body(),
                                other.region(),
                                other.place(),
                                other.day(),
                                other.starts(),
                                other.ends(),
                                other.words(),
                                other.tour(),
                                form.key())))
                .isEqualTo(new Invited.Refused(InvitingExperts.Why.OTHERWISE));
        assertThat(inviting.of(clerk(), expert)).hasSize(1);
    }

    @Test
    void what_the_expert_proposed_can_be_withdrawn_when_the_first_time_has_passed() {
        answering.propose(
                invited(talk(2, "09:00", "10:30")), THERE, Instant.now().plusSeconds(864000), BUSY);
        given.database()
                .sql(
                        "update people.invitation set starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days'")
                .update();
        assertThat(todos(KUNDULUN)).containsExactly("people.todo.proposed /desk/experts/" + expert);
        var invitation = inviting.of(clerk(), expert).getFirst().id();
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.WITHDRAW, null, new Reason("改到明年")))
                .isTrue();
        assertThat(todos(KUNDULUN)).isEmpty();
    }

    @Test
    void a_time_that_the_expert_proposed_is_settled_unless_they_have_promised_to_be_elsewhere() {
        var link = invited(talk(2, "09:00", "10:30"));
        var invitation = inviting.of(clerk(), expert).getFirst().id();
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.ADOPT, null, null))
                .as("nothing is proposed")
                .isFalse();
        var at = GivenService.at(GivenService.today().plusDays(4).toString(), "14:00");
        answering.propose(link, THERE, at, BUSY);
        var other = invited(talk(4, "15:00", "16:00"));
        answering.accept(other, THERE);
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.ADOPT, null, null))
                .as("promised elsewhere")
                .isFalse();
        answering.decline(other, THERE, BUSY);
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.ADOPT, null, null))
                .isTrue();
        var settled = inviting.of(clerk(), expert).stream()
                .filter(one -> one.id().equals(invitation))
                .findFirst()
                .orElseThrow();
        assertThat(settled.state()).isEqualTo(Invitation.State.ACCEPTED);
        assertThat(settled.starts()).isEqualTo(at);
        assertThat(settled.minutes()).isEqualTo(90);
    }

    @Test
    void what_was_served_is_a_fact_of_both_kinds_and_a_statement_opens_it() {
        answering.accept(invited(talk(2, "09:00", "10:30")), THERE);
        var invitation = inviting.of(clerk(), expert).getFirst().id();
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.SERVED, 40, null))
                .as("before it is over")
                .isFalse();
        over();
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.SERVED, 40, null))
                .isTrue();
        assertThat(given.database().sql("""
                                select kind.code || ' ' || events || ' ' || attendances || ' ' || minutes from indicator.fact
                                join indicator.kind on kind.id = fact.kind where source = 'expert' order by 1
                                """).query(String.class).list())
                .containsExactly("EXPERT_SERVICE 1 40 90", "EXPERT_VISIT 1 40 0");
        int year = GivenService.today().minusDays(8).getYear();
        var statement = statements.issue(clerk(), expert, year).orElseThrow();
        assertThat(statement.number()).startsWith("ZJ");
        assertThat(statement.minutes()).isEqualTo(90);
        assertThat(statements.of(statement)).hasSize(1);
        assertThat(statements.issue(clerk(), expert, year).orElseThrow().number())
                .isEqualTo(statement.number());
        assertThat(statements.issue(clerk(), expert, year - 5)).isEmpty();
    }

    @Test
    void what_was_noted_wrongly_is_taken_back_with_its_figures_and_statements() {
        answering.accept(invited(talk(2, "09:00", "10:30")), THERE);
        var invitation = inviting.of(clerk(), expert).getFirst().id();
        over();
        inviting.settle(clerk(), expert, invitation, Settling.SERVED, 40, null);
        int year = GivenService.today().minusDays(8).getYear();
        var statement = statements.issue(clerk(), expert, year).orElseThrow();
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.TAKE_BACK, null, null))
                .as("without a reason")
                .isFalse();
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.TAKE_BACK, null, new Reason("记错了人")))
                .isTrue();
        assertThat(counted()).isZero();
        assertThat(statements.issue(clerk(), expert, year)).isEmpty();
        assertThat(given.database()
                        .sql("select revoked_why from certificate.certificate where code = :code")
                        .param("code", statement.code())
                        .query(String.class)
                        .single())
                .isEqualTo("记错了人");
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.SERVED, 30, null))
                .isTrue();
        assertThat(counted()).isEqualTo(60);
        assertThat(statements.issue(clerk(), expert, year).orElseThrow().number())
                .isNotEqualTo(statement.number());
    }

    /** Attendances of both kinds of facts. */
    private int counted() {
        return given.database()
                .sql("select coalesce(sum(attendances), 0) from indicator.fact where source = 'expert'")
                .query(Integer.class)
                .single();
    }

    @Test
    void being_published_is_agreed_to_on_its_own() {
        var form = form("13900139002", "3");
        var silent = published(form, true, "");
        var errors = new org.springframework.validation.BeanPropertyBindingResult(silent, "form");
        silent.check(context.getBean(Fields.class), errors);
        assertThat(errors.getFieldError("publishedHow")).isNotNull();
        var again = new org.springframework.validation.BeanPropertyBindingResult(silent, "form");
        silent.checkRest(context.getBean(Fields.class), true, again);
        assertThat(again.hasErrors()).as("it stands").isFalse();
        assertThatThrownBy(() -> given.database()
                        .sql("update people.expert set published_how = ''")
                        .update())
                .hasMessageContaining("expert_published_with_consent");
        assertThat(experts.change(clerk(), expert, published(form, false, ""))).isInstanceOf(Experts.Kept.Done.class);
        assertThat(given.database()
                        .sql("select published_how from people.expert")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    private static ExpertForm published(ExpertForm form, boolean published, String how) {
        return new ExpertForm(
                form.name(),
                form.phone(),
                form.region(),
                form.fields(),
                form.topics(),
                form.rank(),
                form.workplace(),
                form.from(),
                form.to(),
                form.most(),
                form.onCall(),
                published,
                how,
                form.agreedHow(),
                1);
    }

    @Test
    void lists_never_show_how_to_reach_an_expert_and_the_neighbour_sees_none() {
        assertThat(experts.all(clerk(), "230", "接羔"))
                .extracting(one -> one.person().name(), one -> one.person().phone())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("那*", "139****9001"));
        assertThat(experts.all(clerk(), "110", "")).isEmpty();
        assertThat(experts.all(neighbour(), "", "")).isEmpty();
        assertThatThrownBy(() -> inviting.invite(neighbour(), expert, talk(2, "09:00", "10:00")))
                .isInstanceOf(NotFound.class);
        assertThat(experts.enter(clerk(), form("139 0013 9001", "5"))).isInstanceOf(Experts.Kept.Already.class);
    }

    @Test
    void who_has_left_is_neither_asked_nor_published() {
        var published = context.getBean(PublishedExperts.class);
        assertThat(published.all("230")).extracting(PublishedExperts.Card::name).containsExactly("那日苏");
        assertThat(experts.leave(clerk(), expert, new Reason("本人申请退出"))).isTrue();
        assertThat(published.all(null)).isEmpty();
        assertThat(refused(talk(2, "09:00", "10:00"))).isEqualTo(Why.NO_TERM);
        assertThat(experts.comeBack(clerk(), expert, new Reason("重新签了聘书"))).isTrue();
        assertThat(experts.comeBack(clerk(), expert, new Reason("重新签了聘书"))).isFalse();
        assertThat(published.all(null)).as("that is another consent").isEmpty();
        assertThat(refused(talk(2, "09:00", "10:00"))).isNull();
        experts.leave(clerk(), expert, new Reason("本人申请退出"));
        given.database().sql("update people.person set name = null").update();
        assertThat(experts.comeBack(clerk(), expert, new Reason("重新签了聘书")))
                .as("nobody knows who that was")
                .isFalse();
    }

    @Test
    void a_clerk_of_the_whole_region_plans_a_tour_to_banners() {
        assertThat(context.getBean(org.kepu.people.ServiceChoices.class).withBanners(clerk()))
                .extracting(org.kepu.region.Region::code)
                .contains(GivenPlans.TOP, KUNDULUN, QINGSHAN)
                .doesNotHaveDuplicates();
    }
}
