package org.kepu.ledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.ledger.evaluation.GivenEvaluations.BANNER;
import static org.kepu.ledger.evaluation.GivenEvaluations.NEIGHBOUR;
import static org.kepu.ledger.evaluation.GivenEvaluations.office;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Role;
import org.kepu.access.Todo;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.shared.GivenDesk;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who sees what of an evaluation: the scores of a body are its own and the office's, and nobody else's. */
class EvaluationScopeTest extends RunningSite {

    private static final RegionCode LEAGUE = new RegionCode("152500");

    @Autowired
    private ApplicationContext context;

    private GivenEvaluations given;
    private PlanId plan;
    private EvaluationId ours;
    private EvaluationId theirs;

    @BeforeEach
    void plant() {
        given = new GivenEvaluations(context);
        plan = given.plan();
        ours = given.started(plan);
        var neighbour = given.plans.inForce(given.plans.uploaded(GivenEvaluations.PLAN.replace("苏尼特右旗", "昆都仑区")), 2026);
        theirs = ((Prepared.Done) given.within(() -> given.preparing.create(
                        may(OTHER, Right.RUN_LEDGER, NEIGHBOUR), GivenEvaluations.form(neighbour))))
                .id();
        given.indices(theirs, may(OTHER, Right.RUN_LEDGER, NEIGHBOUR));
        given.within(() -> given.preparing.start(
                may(OTHER, Right.RUN_LEDGER, NEIGHBOUR),
                theirs,
                given.evaluations.get(theirs).tree()));
        given.notified(ours, "旗科协");
        given.notified(ours, "旗教育局");
    }

    @Test
    void an_office_sees_its_own_evaluations_and_those_below_and_not_the_neighbours() {
        assertThat(seen(may(OTHER, Right.READ_LEDGER, BANNER))).containsExactly(ours);
        assertThat(seen(may(OTHER, Right.READ_LEDGER, LEAGUE))).containsExactly(ours);
        assertThat(seen(may(OTHER, Right.READ_LEDGER, NEIGHBOUR))).containsExactly(theirs);
        assertThat(seen(Scope.nothing(OTHER, Right.READ_LEDGER))).isEmpty();
        assertThatThrownBy(() -> given.evaluations.run(may(OTHER, Right.RUN_LEDGER, NEIGHBOUR), ours))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given.evaluations.all(may(Right.DESK))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_body_sees_its_own_line_and_no_other() {
        assertThat(seen(given.of("旗气象局", Right.READ_LEDGER))).containsExactly(ours);
        assertThat(given.reading.of(given.of("旗气象局", Right.READ_LEDGER), ours))
                .extracting(Evaluated::written)
                .containsExactly("旗气象局");
        var association = given.of("旗科协", Right.DO_TASKS);
        assertThat(own(association, "旗科协")).isPresent();
        assertThat(own(association, "旗教育局")).isEmpty();
        assertThat(own(association, "旗气象局")).isEmpty();
        assertThat(given.evaluations.whole(given.of("旗科协", Right.READ_LEDGER), ours))
                .isEmpty();
    }

    @Test
    void a_draft_is_the_offices_alone() {
        var draft = ((Prepared.Done) given.within(
                        () -> given.preparing.create(office(), GivenEvaluations.form(plan, EvaluationKind.FINAL, 0))))
                .id();
        assertThat(seen(given.of("旗科协", Right.READ_LEDGER))).containsExactly(ours);
        assertThat(seen(may(OTHER, Right.READ_LEDGER, BANNER))).containsExactlyInAnyOrder(ours, draft);
    }

    @Test
    void only_the_body_scores_itself_and_only_its_office_scores_it() {
        var target = given.evaluated(ours, "旗气象局").id();
        var index = given.index(ours, "1").id();
        var self = new MarkForm(Hand.SELF, "20", false, "", 0, List.of());
        assertThatThrownBy(() -> given.within(() ->
                        given.marking.mark(given.of("旗科协", Right.DO_TASKS), ours, target, index, self, List.of())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given.within(() -> given.marking.mark(
                        may(OTHER, Right.RUN_LEDGER, NEIGHBOUR),
                        ours,
                        target,
                        index,
                        new MarkForm(Hand.OFFICE, "20", false, "", 0, List.of()),
                        List.of())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given.within(() ->
                        given.marking.mark(given.of("旗气象局", Right.DO_TASKS), theirs, target, index, self, List.of())))
                .as("a body of one evaluation is not reached through another")
                .isInstanceOf(NotFound.class);
        assertThat(given.plans.rows("ledger.evaluation_mark")).isEqualTo(12);
    }

    @Test
    void a_body_may_point_at_the_figures_of_the_plan_that_asks_it() {
        given.database().sql("""
                        insert into indicator.target (id, indicator, region, operator, value, span, period, aspiration, quote, document,
                                                      plan, plan_target, position)
                        select gen_random_uuid(), 'lectures', plan.region_code, 'AT_LEAST', 20, 'PERIOD', '[2026-01-01,2031-01-01)', false,
                               target.quote, '方案', plan.id, target.id, 0
                        from plan.target join plan.plan on plan.id = target.plan_id
                        """).update();
        var choices = given.picking(given.watch)
                .choices(
                        given.of("旗气象局", Right.READ_FIGURES),
                        given.evaluations.get(ours),
                        given.evaluated(ours, "旗气象局"));
        assertThat(choices)
                .as("its own plan's, and not the neighbour's")
                .filteredOn(one -> one.kind() == Evidence.Kind.FIGURE)
                .singleElement()
                .satisfies(one -> assertThat(one.label()).contains("0 场", "不少于20场"));
    }

    @Test
    void the_scores_of_a_body_are_on_no_page_of_another() {
        var association = clerkOf("旗科协");
        var own = given.evaluated(ours, "旗科协").path();
        var others = given.evaluated(ours, "旗教育局").path();
        assertThat(association.get(own).body()).contains("88.5", "36.5", "结果通知 Word");
        for (var path : List.of(
                "",
                "/notice/word",
                "/notice/pdf",
                "/indices/" + given.index(ours, "1").id())) {
            assertThat(association.get(others + path).status()).as(path).isEqualTo(404);
        }
        var whole = association.get("/desk/evaluations/" + ours).body();
        assertThat(whole).contains("旗科协").doesNotContain("旗教育局", "88.5", "36.5");
        var leader = signedIn(accounts.with(Role.LEADER, BANNER));
        assertThat(leader.get("/desk/evaluations/" + ours).body())
                .contains("旗科协", "旗教育局", "旗气象局")
                .doesNotContain("88.5", "36.5");
        assertThat(leader.get(own).status()).isEqualTo(403);
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR));
        assertThat(neighbour.get("/desk/evaluations/" + ours).status()).isEqualTo(404);
        assertThat(neighbour.get(own).status()).isEqualTo(404);
    }

    @Test
    void no_list_is_in_the_order_of_scores() {
        given.markAll(ours, "旗气象局", Hand.SELF, "30", "40", "30");
        given.take(ours, "旗气象局", EvaluatedAct.SUBMIT, "");
        given.markAll(ours, "旗气象局", Hand.OFFICE, "30", "40", "30");
        given.take(ours, "旗气象局", EvaluatedAct.NOTIFY, "");
        var page = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER))
                .get("/desk/evaluations/" + ours)
                .body();
        assertThat(page.indexOf("旗科协</a>")).isPositive().isLessThan(page.indexOf("旗教育局</a>"));
        assertThat(page.indexOf("旗教育局</a>")).isLessThan(page.indexOf("旗气象局</a>"));
        assertThat(page).doesNotContain("88.5", ">100<");
    }

    @Test
    void everybody_is_asked_for_what_is_theirs_and_by_when() {
        assertThat(todos(given.of("旗气象局", Right.DO_TASKS))).containsExactly("evaluation.todo.score 2026-11-16");
        assertThat(todos(given.of("旗科协", Right.DO_TASKS))).containsExactly("evaluation.todo.told 2026-11-09");
        given.take(ours, "旗科协", EvaluatedAct.OBJECT, "少计了两场");
        assertThat(todos(given.of("旗科协", Right.DO_TASKS))).isEmpty();
        assertThat(todos(office())).containsExactly("evaluation.todo.answer 2026-11-16");
        given.watch.forward(Duration.ofDays(10));
        assertThat(todos(office())).containsExactly("evaluation.todo.answer 2026-11-16", "evaluation.todo.settle ");
        assertThat(todos(may(OTHER, Right.RUN_LEDGER, NEIGHBOUR))).isEmpty();
    }

    private List<String> todos(Scope scope) {
        return given.todos.todosFor(GivenDesk.of(scope)).stream()
                .map((Todo todo) -> todo.sentence().key() + " "
                        + todo.due().map(Object::toString).orElse(""))
                .toList();
    }

    private Visitor clerkOf(String body) {
        GivenAccounts.Given account = accounts.with(Role.DEPARTMENT_CLERK, BANNER);
        given.database()
                .sql("delete from access.role_grant where holder = :holder and body is not null")
                .param("holder", account.account())
                .update();
        given.database()
                .sql("update access.role_grant set region = null, body = :body where holder = :holder")
                .param("body", given.body(body).value())
                .param("holder", account.account())
                .update();
        return signedIn(account);
    }

    private List<EvaluationId> seen(Scope scope) {
        return given.evaluations.all(scope).stream().map(Evaluation::id).toList();
    }

    private Optional<Evaluated> own(Scope scope, String body) {
        return given.reading.own(scope, ours, given.evaluated(ours, body).id());
    }
}
