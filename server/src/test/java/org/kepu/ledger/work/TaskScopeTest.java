package org.kepu.ledger.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.ledger.TaskId;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Attachment;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A neighbour's task is not there: neither it nor its parts, its evidence, its documents. */
class TaskScopeTest extends RunningSite {

    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final Reason WHY = new Reason("经费未到位");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TasksInReach tasks;

    @Autowired
    private Parts parts;

    @Autowired
    private GivingEvidence evidence;

    @Autowired
    private NamingOwnPlans ownPlans;

    @Autowired
    private CarryingOver carrying;

    @Autowired
    private TakingUp takingUp;

    private GivenTasks given;
    private TaskId own;
    private TaskId theirs;
    private String part;
    private String file;

    /** Our task and that of the education bureau, which has a part, evidence with a document, and its own plan. */
    @BeforeEach
    void plant() {
        given = GivenTasks.of(context);
        own = given.task("办好讲座", "旗科协");
        theirs = given.task("办好讲座", "旗教育局");
        var scope = given.scope("旗教育局", Right.DO_TASKS);
        takingUp.all(scope, List.of(theirs));
        var form = new PartForm(UUID.randomUUID(), 0, "进校园讲座", null, LocalDate.of(2026, 12, 1));
        parts.add(scope, theirs, form);
        part = form.id().toString();
        var clerk = signedIn(given.clerkOf("旗教育局"));
        clerk.get("/desk/tasks/" + theirs);
        clerk.postWithFile(
                "/desk/tasks/" + theirs + "/evidence",
                "file",
                new Attachment("通知.txt", "教育局内部通知".getBytes(UTF_8)),
                "said",
                "已进三所学校",
                "day",
                "2026-03-05");
        file = given.plans()
                .strings("select file::text from ledger.task_evidence")
                .getFirst();
        clerk.post("/desk/tasks/" + theirs + "/own-plan", "title", "旗教育局工作要点", "signedOn", "2026-01-10");
    }

    @Test
    void each_finds_what_is_its_own() {
        assertThat(tasks.find(given.scope("旗科协", Right.READ_LEDGER), Right.READ_LEDGER, own))
                .isPresent();
        assertThat(tasks.find(given.scope("旗科协", Right.READ_LEDGER), Right.READ_LEDGER, theirs))
                .isEmpty();
        assertThat(tasks.find(may(OTHER, Right.READ_LEDGER, BAOTOU), Right.READ_LEDGER, theirs))
                .isEmpty();
        assertThat(tasks.find(Scope.nothing(CLERK, Right.READ_LEDGER), Right.READ_LEDGER, own))
                .isEmpty();
        assertThat(tasks.of(given.scope("旗科协", Right.DO_TASKS), Right.DO_TASKS, given.plan(), 2026, null))
                .extracting(TaskHead::id)
                .containsExactlyInAnyOrder(own, given.task("办好展览", "旗科协"));
        assertThat(tasks.all(given.scope("旗科协", Right.DO_TASKS), Right.DO_TASKS, List.of(own, theirs)))
                .extracting(TaskHead::id)
                .containsExactly(own);
        assertThat(tasks.of(may(Right.READ_LEDGER), Right.READ_LEDGER, given.plan(), 2026, null))
                .hasSize(5);
        assertThatThrownBy(() -> tasks.find(may(Right.DESK), Right.READ_LEDGER, own))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_neighbours_task_is_changed_by_nobody_else() {
        for (var scope : List.of(
                given.scope("旗科协", Right.DO_TASKS),
                may(OTHER, Right.DO_TASKS, BAOTOU),
                Scope.nothing(OTHER, Right.DO_TASKS))) {
            var added = new PartForm(UUID.randomUUID(), 0, "别人的分工", null, LocalDate.of(2026, 12, 1));
            var changed = new PartForm(UUID.fromString(part), 1, "别人的分工", null, LocalDate.of(2026, 12, 1));
            var said = new EvidenceForm(UUID.randomUUID(), "别人的话", LocalDate.of(2026, 3, 1), null, null);
            var named = new OwnPlanForm(null, "别人的计划", "", LocalDate.of(2026, 1, 1), "", null);
            assertThatThrownBy(() -> parts.add(scope, theirs, added)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> parts.change(scope, theirs, changed)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> parts.step(
                            scope, theirs, UUID.fromString(part), Part.Step.FINISH, LocalDate.of(2026, 3, 1)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> evidence.add(scope, theirs, said)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> ownPlans.name(scope, theirs, named)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> carrying.carry(scope, theirs, WHY)).isInstanceOf(NotFound.class);
            assertThat(takingUp.all(scope, List.of(given.task("办好展览", "旗教育局")))).isZero();
        }
        assertThat(given.plans().strings("select what from ledger.task_part")).containsExactly("进校园讲座");
        assertThat(given.plans().strings("select said from ledger.task_evidence"))
                .containsExactly("已进三所学校");
        assertThat(given.plans().strings("select title from ledger.own_plan")).containsExactly("旗教育局工作要点");
    }

    @Test
    void what_hangs_on_a_neighbours_task_does_not_hang_on_ones_own() {
        var scope = given.scope("旗科协", Right.DO_TASKS);
        takingUp.all(scope, List.of(own));
        var changed = new PartForm(UUID.fromString(part), 1, "别人的分工", null, LocalDate.of(2026, 12, 1));
        assertThatThrownBy(() -> parts.change(scope, own, changed)).isInstanceOf(NotFound.class);
        var theirWord = UUID.fromString(given.plans()
                .strings("select id::text from ledger.task_evidence")
                .getFirst());
        var said = new EvidenceForm(UUID.randomUUID(), "更正别人", LocalDate.of(2026, 3, 1), theirWord, null);
        assertThatThrownBy(() -> evidence.add(scope, own, said)).isInstanceOf(NotFound.class);
        var theirPlan = UUID.fromString(
                given.plans().strings("select id::text from ledger.own_plan").getFirst());
        var named = new OwnPlanForm(theirPlan, "", "", null, "", null);
        assertThatThrownBy(() -> ownPlans.name(scope, own, named)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_pages_of_a_neighbours_task_are_not_there() {
        var clerk = signedIn(given.clerkOf("旗科协"));
        clerk.get("/desk/tasks/" + own);
        var page = "/desk/tasks/" + theirs;
        for (var path :
                List.of(page, page + "/facts", page + "/files/" + file, "/desk/tasks/" + own + "/files/" + file)) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(List.of(
                        clerk.post(page + "/parts", "what", "别人的分工", "due", "2026-12-01"),
                        clerk.post(page + "/parts/" + part + "/FINISH"),
                        clerk.post(page + "/evidence", "said", "别人的话", "day", "2026-03-01"),
                        clerk.post(page + "/carry-over", "reason", "经费未到位")))
                .extracting(Visitor.Answer::status)
                .containsOnly(404);
        assertThat(clerk.get("/desk/tasks?plan=" + given.plan() + "&year=2026").body())
                .contains(own.toString())
                .doesNotContain(theirs.toString());
    }

    @Test
    void whoever_only_reads_sees_and_changes_nothing() {
        var leader = signedIn(accounts.with(Role.LEADER, GivenTasks.BANNER));
        var page = leader.get("/desk/tasks/" + theirs).body();
        assertThat(page)
                .contains("进校园讲座", "已进三所学校", "旗教育局工作要点")
                .doesNotContain("新增分工</summary>", "/parts\"", "/evidence\"");
        assertThat(leader.get("/desk/tasks/" + theirs + "/files/" + file).body())
                .isEqualTo("教育局内部通知");
        assertThat(leader.post("/desk/tasks/" + theirs + "/parts", "what", "别的", "due", "2026-12-01")
                        .status())
                .isEqualTo(403);
    }
}
