package org.kepu.plan.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.DocumentJson;
import org.kepu.plan.life.Consulting.Answering;
import org.kepu.plan.life.Consulting.Closing;
import org.kepu.plan.life.Consulting.Fault;
import org.kepu.plan.life.Consulting.Opening;
import org.kepu.plan.life.Opinion.Outcome;
import org.kepu.plan.life.Replying.Reply;
import org.kepu.plan.review.GivenPlans;
import org.kepu.privacy.Contact;
import org.kepu.privacy.Subject;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A consultation from its first to its last minute, with a clock that the test moves. */
class ConsultingTest extends RunningSite {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final ZoneId THERE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Instant BEGIN = Instant.parse("2026-12-01T01:00:00Z");

    @Autowired
    private PersonNames names;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DocumentJson json;

    @Autowired
    private Versions versions;

    @Autowired
    private Bodies bodies;

    @Autowired
    private KeepingBodies keeping;

    @Autowired
    private Regions regions;

    @Autowired
    private Trail trail;

    @Autowired
    private Vault vault;

    @Autowired
    private OpinionsOfPersons persons;

    @Autowired
    private TransactionTemplate transaction;

    private GivenPlans given;
    private PlanId draft;
    private Body education;
    private Body science;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        draft = given.uploaded(planOf("办好讲座。每年举办讲座4场。（牵头单位：旗科协；责任单位：旗教育局）", "办好展览。（牵头单位：旗教育局）"));
        var may = may(Right.KEEP_BODIES);
        education = keeping.register(may, BANNER, "旗教育局", BodyKind.DEPARTMENT);
        science = keeping.register(may, BANNER, "旗科协", BodyKind.MASS_ORGANISATION);
    }

    @Test
    void an_invited_body_is_asked_until_it_has_said_all_it_has_to_say() {
        var id = opened(education, science);
        var at = at(BEGIN);
        assertThat(at.replying().awaited(of(education)))
                .containsExactly(new Replying.Awaited(id, draftTitle(), LAST, "旗教育局"));
        assertThat(said(at, id, education, "ACTION/1/1", "讲座改为6场。")).isEqualTo(Reply.TAKEN);
        assertThat(at.replying().awaited(of(education))).hasSize(1);
        assertThat(done(at, id, education)).isEqualTo(Reply.TAKEN);
        assertThat(done(at, id, education)).as("said twice").isEqualTo(Reply.TAKEN);
        assertThat(at.replying().awaited(of(education))).isEmpty();
        assertThat(at.replying().awaited(of(science))).hasSize(1);
        assertThat(at.consulting().summary(office(), id).silent()).containsExactly("旗科协");
        assertThat(given.rows("plan.opinion")).isEqualTo(1);
    }

    @Test
    void opinions_are_taken_until_the_last_minute_of_the_last_day_and_not_after() {
        var id = opened(education);
        var lastMinute = at(LAST.atTime(23, 59, 59).atZone(THERE).toInstant());
        var midnight = at(LAST.plusDays(1).atStartOfDay(THERE).toInstant());
        assertThat(said(lastMinute, id, education, "", "总体赞成。")).isEqualTo(Reply.TAKEN);
        assertThat(said(midnight, id, education, "", "还有一条。")).isEqualTo(Reply.OVER);
        assertThat(sent(lastMinute, id, "公众意见一")).isTrue();
        assertThat(sent(midnight, id, "公众意见二")).isFalse();
        assertThat(done(midnight, id, education)).isEqualTo(Reply.OVER);
        assertThat(given.strings("select words from plan.opinion order by sent_at, words"))
                .containsExactlyInAnyOrder("总体赞成。", "公众意见一");
        assertThat(midnight.replying().awaited(of(education))).isEmpty();
    }

    @Test
    void an_opinion_that_is_sent_twice_is_there_once() {
        var id = opened(education);
        var key = new OpinionId(UUID.randomUUID());
        var replying = at(BEGIN).replying();
        var outcomes = together(
                4,
                person -> transaction.execute(
                        begun -> replying.say(of(education), id, key, education.id(), "", "总体赞成。")));
        assertThat(outcomes).containsOnly(Reply.TAKEN);
        assertThat(given.rows("plan.opinion")).isEqualTo(1);
    }

    @Test
    void a_form_sent_again_with_other_words_is_another_opinion() {
        var id = opened(education);
        var at = at(BEGIN);
        var key = new OpinionId(UUID.randomUUID());
        for (var words : List.of("总体赞成。", "总体赞成，讲座改为6场。", "总体赞成。")) {
            Reply reply =
                    transaction.execute(begun -> at.replying().say(of(education), id, key, education.id(), "", words));
            assertThat(reply).isEqualTo(Reply.TAKEN);
        }
        assertThat(given.strings("select words from plan.opinion order by words"))
                .containsExactly("总体赞成。", "总体赞成，讲座改为6场。");
    }

    @Test
    void of_two_bodies_of_one_name_neither_reads_what_the_other_has_said() {
        var namesake = keeping.register(may(Right.KEEP_BODIES), new RegionCode("152528"), "旗教育局", BodyKind.DEPARTMENT);
        var id = opened(education, namesake);
        var at = at(BEGIN);
        said(at, id, education, "", "总体赞成。");
        said(at, id, namesake, "", "讲座改为6场。");
        assertThat(at.replying().of(of(namesake), id).said())
                .extracting(Opinion::words)
                .containsExactly("讲座改为6场。");
    }

    @Test
    void only_bodies_that_are_offered_are_asked() {
        var elsewhere = keeping.register(may(Right.KEEP_BODIES), BAOTOU, "市教育局", BodyKind.DEPARTMENT);
        var clerk = clerk();
        var day = LocalDate.now(THERE).plusDays(10).toString();
        var at = "/desk/plans/" + draft + "/consultations";
        clerk.get(at + "/new");
        var answer = clerk.post(at, "closesOn", day, "bodies", elsewhere.id().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请至少选一个单位");
        clerk.post(
                at,
                "closesOn",
                day,
                "bodies",
                elsewhere.id().toString(),
                "bodies",
                education.id().toString());
        assertThat(given.strings("select body_id::text from plan.invited"))
                .containsExactly(education.id().toString());
    }

    @Test
    void a_body_that_was_not_asked_sees_nothing_and_says_nothing_and_nobody_speaks_for_another() {
        var id = opened(education);
        var at = at(BEGIN);
        assertThat(at.replying().awaited(of(science))).isEmpty();
        assertThatThrownBy(() -> at.replying().of(of(science), id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> said(at, id, science, "", "我们也说。")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> transaction.execute(begun -> at.replying()
                        .say(of(education), id, new OpinionId(UUID.randomUUID()), science.id(), "", "替科协说。")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> said(at, id, education, "ACTION/9/9", "没有这一条。"))
                .isInstanceOf(NotFound.class);
        assertThat(given.rows("plan.opinion")).isZero();
    }

    @Test
    void a_neighbours_office_neither_opens_nor_reads_nor_answers_nor_closes() {
        var id = opened(education);
        var at = at(BEGIN);
        said(at, id, education, "", "总体赞成。");
        var opinion = at.consulting()
                .summary(office(), id)
                .lines()
                .getFirst()
                .opinion()
                .id();
        var neighbour = may(OTHER, Right.REVIEW_PLANS, BAOTOU);
        assertThatThrownBy(() -> at.consulting().open(neighbour, draft, terms(education)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> at.consulting().summary(neighbour, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> at.consulting().answer(neighbour, id, opinion, Outcome.ADOPTED, "", 0))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> at.consulting().close(neighbour, id)).isInstanceOf(NotFound.class);
        assertThat(at(LAST.plusDays(2).atStartOfDay(THERE).toInstant())
                        .consulting()
                        .toClose(neighbour))
                .isEmpty();
    }

    @Test
    void all_that_is_wrong_with_the_terms_is_told_at_once() {
        var at = at(BEGIN);
        assertThat(at.consulting()
                        .open(office(), draft, new Consulting.Terms("", LocalDate.of(2026, 11, 1), false, List.of())))
                .isEqualTo(new Opening.Refused(List.of(Fault.NOBODY_ASKED, Fault.ENDS_BEFORE_TODAY)));
        assertThat(at.consulting()
                        .open(office(), draft, new Consulting.Terms("", LocalDate.of(2027, 12, 2), true, List.of())))
                .isEqualTo(new Opening.Refused(List.of(Fault.ENDS_TOO_LATE)));
        opened(education);
        assertThat(open(at, education)).isEqualTo(new Opening.Refused(List.of(Fault.ALREADY_OPEN)));
        assertThat(given.rows("plan.consultation")).isEqualTo(1);
    }

    @Test
    void one_draft_is_put_before_people_once_though_two_open_it_at_once() {
        var outcomes = together(2, person -> open(at(BEGIN), education));
        assertThat(outcomes.stream().filter(Opening.Opened.class::isInstance)).hasSize(1);
        assertThat(given.rows("plan.consultation")).isEqualTo(1);
        assertThat(given.rows("plan.invited")).isEqualTo(1);
    }

    @Test
    void partly_adopted_and_not_adopted_need_a_reason() {
        var id = opened(education);
        var at = at(BEGIN);
        said(at, id, education, "", "总体赞成。");
        var opinion = at.consulting()
                .summary(office(), id)
                .lines()
                .getFirst()
                .opinion()
                .id();
        for (var outcome : List.of(Outcome.PARTLY, Outcome.NOT_ADOPTED)) {
            assertThat(answer(at, id, opinion, outcome, " ", 0)).isEqualTo(Answering.REASON_MISSING);
        }
        assertThat(answer(at, id, opinion, Outcome.PARTLY, "经".repeat(1001), 0)).isEqualTo(Answering.REASON_TOO_LONG);
        assertThat(answer(at, id, opinion, Outcome.PARTLY, "经费有限", 0)).isEqualTo(Answering.ANSWERED);
        assertThat(answer(at, id, opinion, Outcome.ADOPTED, "", 1)).isEqualTo(Answering.ANSWERED);
    }

    @Test
    void of_two_officers_who_answer_one_opinion_the_later_one_is_told() {
        var id = opened(education);
        var at = at(BEGIN);
        said(at, id, education, "", "总体赞成。");
        var opinion = at.consulting()
                .summary(office(), id)
                .lines()
                .getFirst()
                .opinion()
                .id();
        var outcomes = together(
                2,
                officer -> answer(
                        at, id, opinion, officer == 0 ? Outcome.ADOPTED : Outcome.NOT_ADOPTED, "理由" + officer, 0));
        assertThat(outcomes).containsExactlyInAnyOrder(Answering.ANSWERED, Answering.OVERTAKEN);
        var kept = outcomes.indexOf(Answering.ANSWERED);
        assertThat(given.strings("select reason || answers from plan.opinion")).containsExactly("理由" + kept + 1);
        assertThat(given.strings("select act from audit.entry where act = 'life.act.opinion-answered' and object = '"
                        + id + "'"))
                .hasSize(1);
    }

    @Test
    void a_consultation_closes_when_its_period_is_over_and_everything_is_answered() {
        var id = opened(education);
        var running = at(BEGIN);
        said(running, id, education, "ACTION/1/2", "展览太少。");
        assertThat(close(running, id)).isEqualTo(new Closing.NotOver(LAST));
        var over = at(LAST.plusDays(1).atStartOfDay(THERE).toInstant());
        assertThat(over.consulting().toClose(office()))
                .extracting(Consultation::id)
                .containsExactly(id);
        assertThat(close(over, id)).isEqualTo(new Closing.Unanswered(1));
        assertThat(publish(over, id))
                .as("nothing is published before it is closed")
                .isFalse();
        var opinion = over.consulting()
                .summary(office(), id)
                .unanswered()
                .getFirst()
                .opinion()
                .id();
        answer(over, id, opinion, Outcome.NOT_ADOPTED, "场地不足", 0);
        assertThat(together(2, officer -> close(over, id)))
                .containsExactlyInAnyOrder(new Closing.Closed(), new Closing.Overtaken());
        assertThat(publish(over, id)).isTrue();
        assertThat(publish(over, id)).isFalse();
        assertThat(answer(over, id, opinion, Outcome.ADOPTED, "", 1))
                .as("what is published is not edited")
                .isEqualTo(Answering.OVERTAKEN);
        assertThat(given.strings("select act from plan.consultation_event order by at, act"))
                .containsExactly("CLOSE", "PUBLISH");
    }

    @Test
    void the_summary_stands_in_the_order_of_the_clauses_and_counts_each_outcome() {
        var id = opened(education);
        var at = at(BEGIN);
        said(at, id, education, "ACTION/1/2", "展览太少。");
        sent(at, id, "写得好。");
        said(at, id, education, "ACTION/1/1", "讲座改为6场。");
        var summary = at.consulting().summary(office(), id);
        assertThat(summary.lines())
                .extracting(
                        Summary.Line::number,
                        line -> line.clause().title(),
                        line -> line.opinion().words())
                .containsExactly(tuple(1, "", "写得好。"), tuple(2, "办好讲座", "讲座改为6场。"), tuple(3, "办好展览", "展览太少。"));
        answer(at, id, summary.lines().getFirst().opinion().id(), Outcome.ADOPTED, "", 0);
        assertThat(at.consulting().summary(office(), id).outcomes())
                .containsExactly(
                        Map.entry(Outcome.ADOPTED, 1L),
                        Map.entry(Outcome.PARTLY, 0L),
                        Map.entry(Outcome.NOT_ADOPTED, 0L));
    }

    @Test
    void what_was_asked_stays_as_it_was_when_the_draft_is_edited_and_a_draft_under_consultation_is_not_discarded() {
        var id = opened(education);
        given.database()
                .sql(
                        "update plan.draft set structure = jsonb_set(structure, '{programmes,0,measures,0,title}', '\"别的\"')")
                .update();
        assertThat(at(BEGIN).consulting().get(office(), id).clauses())
                .extracting(Clause::title)
                .startsWith("", "办好讲座", "办好展览");
        var clerk = clerk();
        clerk.get("/desk/plans/" + draft + "/versions");
        clerk.post("/desk/plans/" + draft + "/review/discard", "version", "0");
        assertThat(given.rows("plan.draft")).isEqualTo(1);
    }

    @Test
    void who_sent_an_opinion_lies_sealed_is_found_by_the_contact_and_goes_with_the_person() {
        var id = opened(education);
        transaction.execute(begun -> at(BEGIN)
                .publicly()
                .send(id, new OpinionId(UUID.randomUUID()), new Clause("", "", "", ""), "写得好。", "乌云", "13812345678"));
        assertThat(given.strings("select name || contact || contact_print from plan.opinion"))
                .allSatisfy(cell -> assertThat(cell).doesNotContain("乌云", "13812345678"));
        var subject = new Subject(UUID.randomUUID(), List.of(new Contact("13812345678")));
        assertThat(persons.find(subject)).extracting(held -> held.value()).containsExactly("乌云", "13812345678");
        assertThat(persons.erase(subject).anonymised()).isEqualTo(1);
        assertThat(persons.left(subject)).isZero();
        assertThat(given.strings("select words from plan.opinion where name is null and contact is null"))
                .containsExactly("写得好。");
    }

    @Test
    void names_are_kept_for_a_year_after_the_consultation_is_over() {
        var id = opened(education);
        transaction.execute(begun -> at(BEGIN)
                .publicly()
                .send(id, new OpinionId(UUID.randomUUID()), new Clause("", "", "", ""), "写得好。", "乌云", "138"));
        assertThat(persons.removeOlderThan(LAST.atStartOfDay(THERE).toInstant()))
                .isZero();
        assertThat(persons.removeOlderThan(LAST.plusDays(1).atStartOfDay(THERE).toInstant()))
                .isEqualTo(1);
    }

    private record At(Consultations consultations, Consulting consulting, Replying replying, PublicOpinions publicly) {}

    /** The use cases at a moment. */
    private At at(Instant moment) {
        var clock = Clock.fixed(moment, THERE);
        var consultations = new Consultations(database, json, names, clock);
        return new At(
                consultations,
                new Consulting(consultations, versions, bodies, regions, trail),
                new Replying(consultations, regions, database, trail, clock),
                new PublicOpinions(consultations, database, vault));
    }

    private ConsultationId opened(Body... asked) {
        var opening = open(at(BEGIN), asked);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).id();
    }

    private Opening open(At at, Body... asked) {
        return transaction.execute(begun -> at.consulting().open(office(), draft, terms(asked)));
    }

    private static Consulting.Terms terms(Body... asked) {
        return new Consulting.Terms(
                "请提意见", LAST, true, Arrays.stream(asked).map(Body::id).toList());
    }

    private Reply said(At at, ConsultationId id, Body body, String node, String words) {
        return transaction.execute(
                begun -> at.replying().say(of(body), id, new OpinionId(UUID.randomUUID()), body.id(), node, words));
    }

    private Reply done(At at, ConsultationId id, Body body) {
        return transaction.execute(begun -> at.replying().finish(of(body), id, body.id()));
    }

    private boolean sent(At at, ConsultationId id, String words) {
        return Boolean.TRUE.equals(transaction.execute(begun ->
                at.publicly().send(id, new OpinionId(UUID.randomUUID()), new Clause("", "", "", ""), words, "", "")));
    }

    private Answering answer(At at, ConsultationId id, OpinionId opinion, Outcome outcome, String reason, int seen) {
        return transaction.execute(begun -> at.consulting().answer(office(), id, opinion, outcome, reason, seen));
    }

    private Closing close(At at, ConsultationId id) {
        return transaction.execute(begun -> at.consulting().close(office(), id));
    }

    private boolean publish(At at, ConsultationId id) {
        return Boolean.TRUE.equals(transaction.execute(begun -> at.consulting().publish(office(), id)));
    }

    private String draftTitle() {
        return versions.get(office(), draft).title();
    }

    private static Scope office() {
        return may(Right.REVIEW_PLANS);
    }

    /** What a clerk of the body may do. */
    private static Scope of(Body body) {
        return new Scope(OTHER, Right.DO_TASKS, may(Right.DESK).day(), Set.of(), Set.of(body.id()), Set.of());
    }
}
