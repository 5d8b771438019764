package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.TOP;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.Role;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.Plan;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How far anybody has come is for those whose division, body or plan it is. */
class LedgerScopeTest extends RunningSite {

    private static final RegionCode XILINGOL = new RegionCode("152500");
    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final String PLAN =
            planOf("办好讲座。（牵头单位：旗科协；责任单位：旗教育局、旗气象局）", "办好展览。（牵头单位：旗教育局；责任单位：旗科协）", "办好竞赛。（牵头单位：旗科协）");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ledger ledger;

    @Autowired
    private OpeningLedger opening;

    @Autowired
    private TakingSteps steps;

    private GivenPlans given;
    private PlanId ours;
    private PlanId theirs;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        ours = given.inForce(given.uploaded(PLAN), 2026);
        theirs = given.inForce(given.uploaded(PLAN.replace("苏尼特右旗", "昆都仑区")), 2026, 2027);
    }

    @Test
    void a_league_sees_the_ledger_of_its_own_plans_and_not_that_of_its_neighbour() {
        var league = may(OTHER, Right.READ_LEDGER, XILINGOL);
        assertThat(plans(league)).containsExactly(ours);
        assertThat(plans(may(OTHER, Right.READ_LEDGER, BAOTOU))).containsExactly(theirs);
        assertThat(plans(may(OTHER, Right.READ_LEDGER, TOP))).containsExactlyInAnyOrder(ours, theirs);
        assertThat(ledger.years(league, ours)).containsExactly(2026);
        assertThat(ledger.years(league, theirs)).isEmpty();
        assertThat(ledger.rows(league, ours, 2026))
                .extracting(LedgerRow::title, LedgerRow::tasks)
                .containsExactly(row("办好讲座", 3), row("办好展览", 2), row("办好竞赛", 1));
        assertThat(ledger.rows(league, theirs, 2026)).isEmpty();
        assertThat(ledger.tasks(league, given.measure(theirs, "办好讲座"), 2026)).isEmpty();
        assertThat(ledger.tasks(league, given.measure(ours, "办好讲座"), 2026)).hasSize(3);
    }

    @Test
    void a_scope_that_reaches_nothing_shows_nothing() {
        var nothing = Scope.nothing(CLERK, Right.READ_LEDGER);
        assertThat(plans(nothing)).isEmpty();
        assertThat(ledger.years(nothing, ours)).isEmpty();
        assertThat(ledger.rows(nothing, ours, 2026)).isEmpty();
        assertThat(ledger.tasks(nothing, given.measure(ours, "办好讲座"), 2026)).isEmpty();
        assertThat(steps.within(Scope.nothing(CLERK, Right.DO_TASKS), given.measure(ours, "办好讲座"), 2026))
                .isEmpty();
        assertThatThrownBy(() -> ledger.years(may(Right.DESK), ours)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_department_sees_its_own_tasks_in_every_plan_and_no_others() {
        // the banner's science association is asked by the neighbour's plan too
        given.database()
                .sql("update ledger.task set body_id = :body where plan_id = :plan and written = '旗科协' and year = 2027")
                .param("body", body("旗科协", "152524").value())
                .param("plan", theirs.value())
                .update();
        var department = department(Right.READ_LEDGER);
        assertThat(plans(department)).containsExactlyInAnyOrder(ours, theirs);
        assertThat(ledger.years(department, ours)).containsExactly(2026);
        assertThat(ledger.years(department, theirs)).containsExactly(2027);
        for (var plan : List.of(ours, theirs)) {
            var year = plan.equals(ours) ? 2026 : 2027;
            assertThat(ledger.rows(department, plan, year))
                    .extracting(LedgerRow::title, LedgerRow::tasks)
                    .containsExactly(row("办好讲座", 1), row("办好展览", 1), row("办好竞赛", 1));
            assertThat(ledger.tasks(department, given.measure(plan, "办好讲座"), year))
                    .extracting(Ledger.TaskLine::body)
                    .containsExactly("旗科协");
        }
        assertThat(ledger.rows(department, theirs, 2026)).isEmpty();
    }

    @Test
    void a_measure_that_asks_nothing_of_a_department_is_not_in_its_ledger() {
        var meteorology = new Scope(
                OTHER, Right.READ_LEDGER, may(Right.DESK).day(), Set.of(), Set.of(body("旗气象局", "152524")), Set.of());
        assertThat(ledger.rows(meteorology, ours, 2026))
                .extracting(LedgerRow::title, LedgerRow::participants)
                .containsExactly(row("办好讲座", List.of("旗气象局")));
    }

    @Test
    void a_plan_that_was_opened_to_somebody_is_seen_whole() {
        var invited = new Scope(OTHER, Right.READ_LEDGER, may(Right.DESK).day(), Set.of(), Set.of(), Set.of(theirs));
        assertThat(plans(invited)).containsExactly(theirs);
        assertThat(ledger.years(invited, theirs)).containsExactly(2027, 2026);
        assertThat(ledger.rows(invited, theirs, 2026)).hasSize(3);
        assertThat(ledger.rows(invited, ours, 2026)).isEmpty();
    }

    @Test
    void steps_are_taken_within_reach_only() {
        var measure = given.measure(ours, "办好讲座");
        var tasks = ledger.tasks(may(Right.READ_LEDGER), measure, 2026);
        var own = tasks.getFirst().id();
        var others = tasks.get(1).id();
        assertThatThrownBy(() -> steps.take(may(OTHER, Right.DO_TASKS, BAOTOU), measure, own, Task.Step.TAKE_UP))
                .isInstanceOf(NotFound.class);
        var department = department(Right.DO_TASKS);
        assertThat(steps.within(department, measure, 2026)).containsExactly(own);
        assertThatThrownBy(() -> steps.take(department, measure, others, Task.Step.TAKE_UP))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> steps.take(Scope.nothing(OTHER, Right.DO_TASKS), measure, own, Task.Step.TAKE_UP))
                .isInstanceOf(NotFound.class);
        assertThat(given.rows("ledger.task_event")).isZero();
        assertThat(steps.take(department, measure, own, Task.Step.TAKE_UP)).isEqualTo(TakingSteps.Outcome.TAKEN);
        assertThat(given.strings("select by || ' ' || by_account from ledger.task_event"))
                .containsExactly("王同事 " + OTHER.account());
        assertThat(given.strings(
                        "select concat_ws(' ', act, label, region, actor, changes::jsonb ->> 0) from audit.entry where object = '"
                                + own + "'"))
                .containsExactly("ledger.act.step 旗科协 152524 " + OTHER.account()
                        + " {\"after\": \"TAKEN_UP\", \"field\": \"ledger.state\", \"before\": \"ASSIGNED\"}");
    }

    @Test
    void a_year_is_opened_within_reach_only() {
        var before = given.rows("ledger.task");
        assertThatThrownBy(() -> opening.open(may(OTHER, Right.RUN_LEDGER, BAOTOU), ours, 2028))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> opening.open(Scope.nothing(CLERK, Right.RUN_LEDGER), ours, 2028))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> opening.open(department(Right.RUN_LEDGER), ours, 2028))
                .isInstanceOf(NotFound.class);
        assertThat(given.rows("ledger.task")).isEqualTo(before);
        assertThat(opening.open(may(OTHER, Right.RUN_LEDGER, XILINGOL), ours, 2028))
                .isEqualTo(new Opening.Opened(6));
    }

    @Test
    void the_pages_of_a_department_show_what_is_its_own() throws IOException, InterruptedException {
        var given = departmentClerk();
        var clerk = signedIn(given);
        var measure = this.given.measure(ours, "办好讲座");
        var page = clerk.get("/desk/measures/" + measure).body();
        assertThat(page).contains("旗科协", "/TAKE_UP").doesNotContain("签收<span class=\"visually-hidden\">：旗教育局");
        var tasks = ledger.tasks(may(Right.READ_LEDGER), measure, 2026);
        assertThat(page)
                .contains(tasks.getFirst().id() + "/TAKE_UP")
                .doesNotContain(tasks.get(1).id().toString());
        var table = clerk.get("/desk/ledger?plan=" + ours + "&year=2026").body();
        assertThat(table).contains("办好竞赛", "0/1").doesNotContain("0/3", "旗气象局", "为其他年份生成台账", theirs.toString());
        assertThat(clerk.get("/desk/ledger?plan=" + theirs).body())
                .contains("还没有台账")
                .doesNotContain("办好讲座");
        assertThat(clerk.get("/desk/ledger/sheet?year=2026&plan=" + theirs).status())
                .isEqualTo(404);
        assertThat(clerk.post(
                                "/desk/measures/" + measure + "/tasks/"
                                        + tasks.get(1).id() + "/TAKE_UP",
                                "year",
                                "2026")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post("/desk/ledger/years", "plan", ours.toString(), "year", "2028")
                        .status())
                .isEqualTo(403);
        assertThat(sheet(clerk.session())).containsExactly("办好讲座 旗科协 ", "办好展览  旗科协", "办好竞赛 旗科协 ");
    }

    private List<String> sheet(String session) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/desk/ledger/sheet?year=2026&plan=" + ours))
                                .header("Cookie", "kepu=" + session)
                                .build(),
                        BodyHandlers.ofByteArray());
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.skip(2)
                    .map(row -> row.getCellText(3) + " " + row.getCellText(4) + " " + row.getCellText(5))
                    .toList();
        }
    }

    private Scope department(Right right) {
        return new Scope(OTHER, right, may(Right.DESK).day(), Set.of(), Set.of(body("旗科协", "152524")), Set.of());
    }

    /** Somebody whose one grant is that of a body. */
    private Given departmentClerk() {
        var clerk = accounts.with(Role.DEPARTMENT_CLERK, XILINGOL);
        given.database()
                .sql("update access.role_grant set region = null, body = :body where holder = :holder")
                .param("body", body("旗科协", "152524").value())
                .param("holder", clerk.account())
                .update();
        return clerk;
    }

    private BodyId body(String name, String region) {
        return new BodyId(given.database()
                .sql("select id from body.body where name = :name and region = :region")
                .param("name", name)
                .param("region", region)
                .query(UUID.class)
                .single());
    }

    private List<PlanId> plans(Scope scope) {
        return ledger.plans(scope).stream().map(Plan::id).toList();
    }

    private static org.assertj.core.groups.Tuple row(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
