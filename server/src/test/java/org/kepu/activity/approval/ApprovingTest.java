package org.kepu.activity.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.activity.GivenActivities.talk;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.TOP;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Todo;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.KeepingActivities.Publishing;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.approval.Approving.Answered;
import org.kepu.activity.approval.Approving.Sent;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.kepu.shared.GivenDesk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Where a division has set a way, an activity is published when all on it have approved what it tells, and nobody approves his own. */
@OnPostgres
class ApprovingTest {

    private static final Actor WRITER = person(11);
    private static final Actor OFFICE = person(12);
    private static final Actor COLLEAGUE = person(13);

    @Autowired
    ApplicationContext context;

    @Autowired
    Approving approving;

    @Autowired
    Paths paths;

    @Autowired
    KeepingActivities keeping;

    @Autowired
    KeepingSessions sessions;

    @Autowired
    ApprovalTodos todos;

    GivenActivities given;
    BodyId school;
    ActivityId draft;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
        school = given.body(KUNDULUN, "区教育局");
        draft = keeping.write(runs(WRITER, KUNDULUN), talk(), List.of(on("2027-03-05", "15:00", 60)));
    }

    private static Actor person(int number) {
        return new Actor(new UUID(0, number), Actor.Kind.STAFF, "第" + number + "人", null, "");
    }

    private static Scope runs(Actor who, RegionCode... regions) {
        return GivenPlans.may(who, Right.RUN_ACTIVITIES, regions);
    }

    private static Scope leads(Actor who, RegionCode... regions) {
        return GivenPlans.may(who, Right.RUN_LEDGER, regions);
    }

    private Scope ofSchool(Actor who) {
        var none = runs(who);
        return new Scope(who, Right.RUN_ACTIVITIES, none.day(), Set.of(), Set.of(school), Set.of());
    }

    private void asks(RegionCode region, Step... steps) {
        assertThat(paths.set(
                        leads(OFFICE, TOP),
                        region,
                        paths.of(region).map(Path::version).orElse(0),
                        List.of(steps)))
                .isTrue();
    }

    private Approval sent() {
        assertThat(approving.send(runs(WRITER, KUNDULUN), draft)).isEqualTo(Sent.DONE);
        return approving.of(runs(WRITER, KUNDULUN), draft).getFirst();
    }

    private Answered office(Actor who, Approval approval, int step, boolean approved, String reason) {
        return approving.answer(runs(who), leads(who, KUNDULUN), approval.id(), step, approved, reason);
    }

    private Answered school(Actor who, Approval approval, int step) {
        return approving.answer(ofSchool(who), leads(who), approval.id(), step, true, "");
    }

    @Test
    void where_nothing_is_set_nobody_is_asked() {
        assertThat(approving.send(runs(WRITER, KUNDULUN), draft)).isEqualTo(Sent.NOT_NEEDED);
        assertThat(keeping.publish(runs(WRITER, KUNDULUN), draft)).isEqualTo(Publishing.DONE);
    }

    @Test
    void all_on_the_way_approve_in_their_turn_then_it_is_published() {
        asks(TOP, Step.office(RegionLevel.BANNER), Step.body(school));
        assertThat(keeping.publish(runs(WRITER, KUNDULUN), draft)).isEqualTo(Publishing.NOT_APPROVED);
        var approval = sent();
        assertThat(approving.send(runs(WRITER, KUNDULUN), draft)).isEqualTo(Sent.ALREADY);
        assertThatThrownBy(() -> school(COLLEAGUE, approval, 2))
                .as("before its turn")
                .isInstanceOf(NotFound.class);
        assertThat(office(OFFICE, approval, 1, true, "")).isEqualTo(Answered.DONE);
        assertThat(keeping.publish(runs(WRITER, KUNDULUN), draft)).isEqualTo(Publishing.NOT_APPROVED);
        assertThat(school(COLLEAGUE, approval, 2)).isEqualTo(Answered.DONE);
        assertThat(keeping.publish(runs(WRITER, KUNDULUN), draft)).isEqualTo(Publishing.DONE);
    }

    @Test
    void nobody_approves_what_he_had_a_hand_in() {
        asks(KUNDULUN, Step.office(RegionLevel.BANNER));
        assertThat(keeping.change(runs(COLLEAGUE, KUNDULUN), draft, 1, talk())).isTrue();
        var approval = sent();
        assertThat(office(WRITER, approval, 1, true, "")).isEqualTo(Answered.OWN);
        assertThat(office(COLLEAGUE, approval, 1, true, "")).isEqualTo(Answered.OWN);
        assertThat(office(OFFICE, approval, 1, true, "")).isEqualTo(Answered.DONE);
    }

    @Test
    void of_many_who_answer_at_once_one_is_heard() {
        asks(KUNDULUN, Step.office(RegionLevel.BANNER));
        var approval = sent();
        var answers = together(8, i -> office(person(100 + i), approval, 1, i % 2 == 0, "再想想"));
        assertThat(answers).filteredOn(answer -> answer == Answered.DONE).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer == Answered.ALREADY).hasSize(7);
    }

    @Test
    void what_is_changed_after_it_was_sent_is_sent_anew() {
        asks(KUNDULUN, Step.office(RegionLevel.BANNER));
        var first = sent();
        keeping.change(runs(WRITER, KUNDULUN), draft, 1, talk());
        assertThat(office(OFFICE, first, 1, true, "")).isEqualTo(Answered.CHANGED);
        var second = sent();
        assertThat(second.round()).isEqualTo(2);
        assertThat(office(OFFICE, second, 1, true, "")).isEqualTo(Answered.DONE);
        sessions.add(runs(WRITER, KUNDULUN), draft, on("2027-04-05", "15:00", 60));
        assertThat(keeping.publish(runs(WRITER, KUNDULUN), draft))
                .as("a session nobody approved")
                .isEqualTo(Publishing.NOT_APPROVED);
        assertThat(office(OFFICE, sent(), 1, true, "")).isEqualTo(Answered.DONE);
        assertThat(keeping.publish(runs(WRITER, KUNDULUN), draft)).isEqualTo(Publishing.DONE);
    }

    @Test
    void whoever_sends_it_back_says_why_and_the_writer_sees_it_on_his_desk() {
        asks(KUNDULUN, Step.office(RegionLevel.BANNER));
        var approval = sent();
        assertThat(office(OFFICE, approval, 1, false, " ")).isEqualTo(Answered.NO_REASON);
        assertThat(office(OFFICE, approval, 1, false, "场地没有定")).isEqualTo(Answered.DONE);
        assertThat(approving.of(runs(WRITER, KUNDULUN), draft).getFirst())
                .satisfies(one -> assertThat(one.state()).isEqualTo(Approval.State.RETURNED))
                .satisfies(one -> assertThat(one.stages().getFirst().reason()).isEqualTo("场地没有定"));
        assertThat(asked(WRITER)).containsExactly("planning.todo.mend");
        assertThat(sent().round()).isEqualTo(2);
        assertThat(asked(WRITER)).isEmpty();
    }

    @Test
    void only_those_whose_turn_it_is_see_it_on_their_desk() {
        asks(KUNDULUN, Step.office(RegionLevel.BANNER), Step.office(RegionLevel.LEAGUE));
        var approval = sent();
        assertThat(asked(OFFICE, KUNDULUN)).containsExactly("planning.todo.answer");
        assertThat(asked(WRITER, KUNDULUN)).as("his own").isEmpty();
        assertThat(asked(COLLEAGUE, BAOTOU)).as("not yet").isEmpty();
        assertThat(asked(COLLEAGUE, QINGSHAN)).isEmpty();
        office(OFFICE, approval, 1, true, "");
        assertThat(asked(COLLEAGUE, BAOTOU)).containsExactly("planning.todo.answer");
    }

    @Test
    void a_neighbours_office_neither_sees_nor_answers() {
        asks(KUNDULUN, Step.office(RegionLevel.BANNER));
        var approval = sent();
        assertThat(approving.find(runs(COLLEAGUE, QINGSHAN), leads(COLLEAGUE, QINGSHAN), approval.id()))
                .isEmpty();
        assertThatThrownBy(() -> approving.answer(
                        runs(COLLEAGUE, QINGSHAN), leads(COLLEAGUE, QINGSHAN), approval.id(), 1, true, ""))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> paths.set(leads(COLLEAGUE, QINGSHAN), KUNDULUN, 1, List.of()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_nearest_way_counts_and_one_without_steps_asks_nobody() {
        asks(TOP, Step.office(RegionLevel.AUTONOMOUS_REGION));
        assertThat(approving.isAsked(clerk(), KUNDULUN)).isTrue();
        asks(BAOTOU);
        assertThat(approving.isAsked(clerk(), KUNDULUN)).isFalse();
        asks(KUNDULUN, Step.office(RegionLevel.BANNER));
        assertThat(approving.isAsked(clerk(), KUNDULUN)).isTrue();
        assertThat(paths.drop(leads(OFFICE, KUNDULUN), KUNDULUN, 1)).isTrue();
        assertThat(approving.isAsked(clerk(), KUNDULUN)).isFalse();
        assertThat(approving.isAsked(clerk(), TOP)).isTrue();
        asks(TOP, Step.office(RegionLevel.BANNER));
        assertThat(approving.isAsked(clerk(), TOP))
                .as("no banner above the region itself")
                .isFalse();
    }

    @Test
    void of_two_offices_that_set_the_way_at_once_the_second_is_told() {
        var steps = List.of(Step.office(RegionLevel.BANNER));
        assertThat(together(6, i -> paths.set(leads(person(i), TOP), KUNDULUN, 0, steps)))
                .containsOnlyOnce(true);
        assertThat(paths.drop(leads(OFFICE, TOP), KUNDULUN, 9)).isFalse();
        assertThat(paths.of(KUNDULUN)).map(Path::steps).contains(steps);
    }

    /** What this person's desk asks, in an office of these divisions. */
    private List<String> asked(Actor who, RegionCode... offices) {
        return todos
                .todosFor(new GivenDesk(
                        who,
                        right -> GivenPlans.may(who, right, right == Right.RUN_LEDGER ? offices : new RegionCode[0])))
                .stream()
                .map(Todo::sentence)
                .map(Todo.Sentence::key)
                .toList();
    }
}
