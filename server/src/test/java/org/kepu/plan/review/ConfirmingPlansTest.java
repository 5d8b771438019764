package org.kepu.plan.review;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.REGION_PLAN;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.body.KeepingGroups;
import org.kepu.ledger.Opening;
import org.kepu.ledger.OpeningLedger;
import org.kepu.page.RunningSite;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.review.Confirmation.Lack;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ConfirmingPlansTest extends RunningSite {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final RegionCode NEIGHBOUR = new RegionCode("152523");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ConfirmingPlans confirming;

    @Autowired
    private OpeningLedger opening;

    private GivenPlans given;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
    }

    @Test
    void all_that_is_lacking_is_told_at_once() {
        var id = given.uploadedDemo(BANNER_PLAN);
        given.bean(Reviewing.class).correct(may(Right.REVIEW_PLANS), id, 0, ConfirmingPlansTest::hollow);
        given.database()
                .sql("update plan.draft set region_code = null, uploaded_by_account = :clerk")
                .param("clerk", accounts.office().account())
                .update();
        assertThat(confirming.confirm(accounts.scope(Right.REVIEW_PLANS), id, 1, List.of()))
                .isEqualTo(new Confirmation.NotReady(
                        List.of(Lack.NO_REGION, Lack.NO_TITLE, Lack.NO_MEASURES, Lack.NO_YEAR, Lack.NO_PERIOD)));
        var clerk = clerk();
        clerk.get("/desk/plans/upload");
        var answer = clerk.post("/desk/plans/" + id + "/review/confirm", "version", "1");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("还不能生效", "请在“基本信息”里选定适用区域", "请填写标题", "方案里还没有措施", "请至少选定一个年份", "请填写规划期");
        assertThat(given.rows("plan.plan")).isZero();
        assertThat(given.strings("select id::text from plan.draft where confirmed_at is null"))
                .containsExactly(id.toString());
    }

    @ParameterizedTest
    @CsvSource({"2025", "2031", "0", "-1"})
    void a_year_outside_the_period_is_refused(int year) {
        var id = given.uploadedDemo(BANNER_PLAN);
        assertThat(confirming.confirm(may(Right.REVIEW_PLANS), id, 0, List.of(2026, year)))
                .isEqualTo(new Confirmation.NotReady(List.of(Lack.YEAR_OUTSIDE_PERIOD)));
        assertThat(given.rows("ledger.task")).isZero();
    }

    @Test
    void an_older_version_is_not_put_in_force() {
        var id = given.uploadedDemo(BANNER_PLAN);
        given.bean(Reviewing.class)
                .correct(
                        may(GivenPlans.OTHER, Right.REVIEW_PLANS, GivenPlans.TOP),
                        id,
                        0,
                        p -> Editing.withGoals(p, List.of()));
        var clerk = clerk();
        clerk.get("/desk/plans/upload");
        var answer = clerk.post("/desk/plans/" + id + "/review/confirm", "version", "0", "years", "2026");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("王同事", "请重新操作");
        assertThat(given.rows("plan.plan")).isZero();
        assertThat(clerk.post("/desk/plans/" + id + "/review/confirm", "version", "1", "years", "2026")
                        .location())
                .isEqualTo("/desk/plans/" + id);
        assertThat(clerk.get("/desk/plans/" + id).body()).contains("方案已生效");
    }

    @ParameterizedTest
    @MethodSource("demoPlans")
    void what_is_in_force_is_what_was_reviewed(String file) {
        given.uploaded(planOf("别的方案也在。（牵头单位：旗科协）"));
        var reviewed = given.draft(given.uploadedDemo(file));
        var id = given.inForce(reviewed.id(), 2026);
        assertThat(describe(given.structure(id))).isEqualTo(describe(reviewed.structure()));
        assertThat(given.strings("select id::text from plan.plan")).containsExactly(id.toString());
        assertThat(given.strings("""
                select concat_ws('|', region_code, title, document_number, issuer, signed_on, period_from, period_to,
                                 array_to_string(basis, ','), state, confirmed_by) from plan.plan
                """))
                .containsExactly(String.join(
                        "|",
                        String.valueOf(reviewed.region()).replaceAll("\\D", ""),
                        reviewed.structure().title(),
                        reviewed.structure().documentNumber(),
                        reviewed.structure().issuer(),
                        String.valueOf(reviewed.structure().signedOn()),
                        String.valueOf(reviewed.structure().periodFrom()),
                        String.valueOf(reviewed.structure().periodTo()),
                        String.join(",", reviewed.structure().basis()),
                        "IN_FORCE",
                        "纲要办"));
    }

    static Stream<String> demoPlans() {
        return Stream.of(REGION_PLAN, LEAGUE_PLAN, BANNER_PLAN);
    }

    @Test
    void each_measure_asks_each_of_its_bodies_once_a_year() {
        var reviewed = given.draft(given.uploadedDemo(BANNER_PLAN));
        given.inForce(reviewed.id(), 2026, 2028);
        var expected = new ArrayList<String>();
        for (int year : List.of(2026, 2028)) {
            for (var programme : reviewed.structure().programmes()) {
                for (var measure : programme.measures()) {
                    measure.leads().forEach(name -> expected.add(year + measure.title() + "LEAD" + name));
                    measure.participants().stream()
                            .filter(name -> !measure.leads().contains(name))
                            .forEach(name -> expected.add(year + measure.title() + "PARTICIPANT" + name));
                }
            }
        }
        assertThat(given.strings("""
                select year || title || role || written from ledger.task join plan.measure on measure.id = measure_id
                """))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSizeGreaterThan(100);
        assertThat(given.strings("select distinct state || version from ledger.task"))
                .containsExactly("ASSIGNED1");
    }

    @Test
    void a_body_that_leads_and_takes_part_is_asked_once_under_whatever_name() {
        var bodies = given.bean(KeepingBodies.class);
        var schools = bodies.register(may(Right.KEEP_BODIES), BANNER, "旗教育局", BodyKind.DEPARTMENT);
        var id = given.uploaded(planOf("办好科学课。（牵头单位：旗教育局；责任单位：旗教育体育局、旗科协）", "办好讲座。（牵头单位：旗科协；责任单位：旗教育体育局）"));
        var draft = given.draft(id);
        given.bean(NamingBodies.class)
                .decide(
                        may(Right.REVIEW_PLANS),
                        draft,
                        List.of("旗教育局", "旗教育体育局", "旗科协"),
                        List.of(schools.id().toString(), schools.id().toString(), "new"));
        given.confirmed(id, 2026);
        assertThat(tasks())
                .containsExactly(
                        "办好科学课|LEAD|旗教育局|t", "办好科学课|PARTICIPANT|旗科协|t", "办好讲座|LEAD|旗科协|t", "办好讲座|PARTICIPANT|旗教育体育局|t");
    }

    @Test
    void each_members_are_those_of_the_day() {
        var bodies = given.bean(KeepingBodies.class);
        var groups = given.bean(KeepingGroups.class);
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        for (var name : List.of("旗科协", "旗教育局", "旗农牧和科技局")) {
            groups.join(
                    may(Right.KEEP_BODIES),
                    BANNER,
                    bodies.register(may(Right.KEEP_BODIES), BANNER, name, BodyKind.DEPARTMENT),
                    today.minusDays(9),
                    null);
        }
        var former = bodies.register(may(Right.KEEP_BODIES), BANNER, "旗广电局", BodyKind.DEPARTMENT);
        groups.join(may(Right.KEEP_BODIES), BANNER, former, today.minusYears(2), today);
        var coming = bodies.register(may(Right.KEEP_BODIES), BANNER, "旗数据局", BodyKind.DEPARTMENT);
        groups.join(may(Right.KEEP_BODIES), BANNER, coming, today.plusDays(1), null);
        var elsewhere = bodies.register(may(Right.KEEP_BODIES), NEIGHBOUR, "邻旗科协", BodyKind.DEPARTMENT);
        groups.join(may(Right.KEEP_BODIES), NEIGHBOUR, elsewhere, today.minusDays(9), null);
        given.inForce(given.uploaded(planOf("办好科普月。（牵头单位：旗科协；责任单位：旗全民科学素质工作领导小组各成员单位）")), 2026);
        assertThat(tasks())
                .containsExactly("办好科普月|LEAD|旗科协|t", "办好科普月|PARTICIPANT|旗农牧和科技局|t", "办好科普月|PARTICIPANT|旗教育局|t");
    }

    @Test
    void a_group_that_nobody_has_filled_stays_as_written() {
        given.inForce(given.uploaded(planOf("办好科普月。（牵头单位：旗科协；责任单位：旗全民科学素质工作领导小组各成员单位）")), 2026);
        assertThat(tasks()).containsExactly("办好科普月|LEAD|旗科协|t", "办好科普月|PARTICIPANT|旗全民科学素质工作领导小组各成员单位|f");
        assertThat(given.strings("select body_group from ledger.task where body_group is not null"))
                .containsExactly("LEADING_GROUP_MEMBERS");
    }

    @Test
    void names_on_which_nobody_has_decided_are_asked_as_written() {
        given.confirmed(given.uploaded(planOf("办好科普月。（牵头单位：旗科协；责任单位：民社局）")), 2026);
        assertThat(tasks()).containsExactly("办好科普月|LEAD|旗科协|f", "办好科普月|PARTICIPANT|民社局|f");
    }

    @Test
    void confirming_ten_times_at_once_gives_one_plan_and_one_set_of_tasks() {
        var id = given.uploadedDemo(BANNER_PLAN);
        var outcomes = together(10, i -> confirming.confirm(may(Right.REVIEW_PLANS), id, 0, List.of(2026, 2027)));
        assertThat(outcomes.stream().filter(Confirmation.InForce.class::isInstance))
                .hasSize(1);
        assertThat(outcomes.stream().filter(Confirmation.Overtaken.class::isInstance))
                .hasSize(9);
        assertThat(given.rows("plan.plan")).isEqualTo(1);
        assertThat(given.rows("plan.measure")).isEqualTo(25);
        assertThat(given.rows("ledger.task"))
                .isEqualTo(given.rows("(select distinct measure_id, year, written from ledger.task)"))
                .isEqualTo(2 * given.rows("(select distinct measure_id, written from ledger.task)"));
    }

    @Test
    void what_fails_while_the_ledger_opens_leaves_no_plan() {
        var id = given.uploadedDemo(BANNER_PLAN);
        var owner = OnPostgres.Server.owner(given.database());
        owner.sql("""
                create function ledger.refuse() returns trigger language plpgsql as
                $$ begin if new.position = 3 then raise exception 'no room'; end if; return new; end $$
                """).update();
        owner.sql("create trigger refuse before insert on ledger.task for each row execute function ledger.refuse()")
                .update();
        try {
            assertThatThrownBy(() -> given.inForce(id, 2026)).rootCause().hasMessageContaining("no room");
            for (var table : List.of(
                    "plan",
                    "programme",
                    "measure",
                    "assignment",
                    "target",
                    "phase",
                    "organisation_point",
                    "finding",
                    "link")) {
                assertThat(given.rows("plan." + table)).as(table).isZero();
            }
            assertThat(given.rows("ledger.task")).isZero();
            assertThat(given.draft(id).confirmed()).isFalse();
        } finally {
            owner.sql("drop function ledger.refuse() cascade").update();
        }
        given.confirmed(id, 2026);
        assertThat(given.rows("plan.plan")).isEqualTo(1);
    }

    @Test
    void opening_a_further_year_twice_adds_nothing() {
        var id = given.demoInForce(BANNER_PLAN, 2026);
        var year = given.rows("ledger.task");
        assertThat(together(6, i -> opening.open(may(Right.RUN_LEDGER), id, 2027)))
                .containsExactlyInAnyOrder(opened((int) year), opened(0), opened(0), opened(0), opened(0), opened(0));
        var before = given.strings("select task::text from ledger.task order by id");
        assertThat(opening.open(may(Right.RUN_LEDGER), id, 2027)).isEqualTo(opened(0));
        assertThat(opening.open(may(Right.RUN_LEDGER), id, 2026)).isEqualTo(opened(0));
        assertThat(given.strings("select task::text from ledger.task order by id"))
                .isEqualTo(before)
                .hasSize((int) (2 * year));
    }

    @Test
    void a_further_year_outside_the_period_is_refused_in_words() {
        var id = given.demoInForce(BANNER_PLAN, 2026);
        var before = given.rows("ledger.task");
        assertThat(opening.open(may(Right.RUN_LEDGER), id, 2031)).isEqualTo(new Opening.OutsidePeriod());
        var clerk = clerk();
        clerk.get("/desk/ledger");
        var answer = clerk.post("/desk/ledger/years", "plan", id.toString(), "year", "2031");
        assertThat(clerk.get(answer.location()).body()).contains("选定的年份不在规划期内");
        assertThat(clerk.post(
                                "/desk/ledger/years",
                                "plan",
                                PlanId.of("00000000-0000-0000-0000-000000000009")
                                        .toString(),
                                "year",
                                "2027")
                        .status())
                .isEqualTo(404);
        assertThat(given.rows("ledger.task")).isEqualTo(before);
    }

    @Test
    void each_plan_is_linked_to_the_next_level_above_in_whatever_order_they_come() {
        var links = new HashSet<List<String>>();
        for (var files : List.of(
                List.of(REGION_PLAN, LEAGUE_PLAN, BANNER_PLAN),
                List.of(BANNER_PLAN, LEAGUE_PLAN, REGION_PLAN),
                List.of(REGION_PLAN, BANNER_PLAN, LEAGUE_PLAN),
                List.of(LEAGUE_PLAN, BANNER_PLAN, REGION_PLAN))) {
            plant();
            var plans = files.stream().collect(toMap(file -> file, file -> given.demoInForce(file, 2026)));
            assertThat(given.strings("""
                    select distinct upper.plan_id || '>' || lower.plan_id from plan.link
                      join plan.measure upper on upper.id = upper_measure
                      join plan.measure lower on lower.id = lower_measure
                    """))
                    .containsExactlyInAnyOrder(
                            plans.get(REGION_PLAN) + ">" + plans.get(LEAGUE_PLAN),
                            plans.get(LEAGUE_PLAN) + ">" + plans.get(BANNER_PLAN));
            links.add(given.strings("""
                    select concat_ws('|', upper.title, lower.title, kind, score) from plan.link
                      join plan.measure upper on upper.id = upper_measure
                      join plan.measure lower on lower.id = lower_measure
                     order by 1
                    """));
        }
        assertThat(links).hasSize(1);
        assertThat(links.iterator().next()).hasSizeGreaterThan(20);
    }

    @Test
    void the_demo_plans_are_loaded_once() {
        var demo = given.bean(DemoPlans.class);
        demo.load(may(Right.REVIEW_PLANS));
        var before = given.rows("ledger.task");
        demo.load(may(GivenPlans.OTHER, Right.REVIEW_PLANS, GivenPlans.TOP));
        assertThat(given.rows("plan.plan")).isEqualTo(3);
        assertThat(given.rows("ledger.task")).isEqualTo(before);
        assertThat(given.rows("plan.link")).isGreaterThan(20);
    }

    private List<String> tasks() {
        return given.strings("""
                select concat_ws('|', title, role, written, body_id is not null)
                  from ledger.task join plan.measure on measure.id = measure_id
                 order by ordinal, role, position
                """);
    }

    private static Opening opened(int added) {
        return new Opening.Opened(added);
    }

    private static ParsedPlan hollow(ParsedPlan plan) {
        return new ParsedPlan(
                " ", null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The reviewed structure and that in force, in the same words. */
    private static List<String> describe(ParsedPlan plan) {
        var lines = new ArrayList<String>();
        plan.goals()
                .forEach(t -> lines.add("goal " + t.quote() + t.operator()
                        + t.value().stripTrailingZeros().toPlainString() + t.unit() + t.window()));
        for (var kind : Programme.Kind.values()) {
            plan.programmes().stream().filter(p -> p.kind() == kind).forEach(p -> {
                lines.add(p.kind() + " " + p.ordinal() + " " + p.title());
                p.measures().forEach(m -> describe(m, lines));
            });
        }
        plan.phases().forEach(p -> lines.add("phase " + p.title() + p.from() + p.to()));
        plan.organisation().forEach(p -> lines.add("point " + p.title() + p.text()));
        plan.findings().forEach(f -> lines.add("finding " + f.code() + f.message() + f.quote()));
        return lines;
    }

    private static void describe(Measure m, List<String> lines) {
        lines.add(m.ordinal() + " " + m.title() + m.text() + m.assignedBy() + m.at());
        m.leads().stream().distinct().forEach(name -> lines.add("LEAD " + name));
        m.participants().stream()
                .distinct()
                .filter(name -> !m.leads().contains(name))
                .forEach(name -> lines.add("PARTICIPANT " + name));
        m.targets()
                .forEach(t -> lines.add("target " + t.quote() + t.operator()
                        + t.value().stripTrailingZeros().toPlainString() + t.unit() + t.window()));
    }

    private static List<String> describe(PlanStructure plan) {
        var lines = new ArrayList<String>();
        plan.goals()
                .forEach(t -> lines.add("goal " + t.quote() + t.operator()
                        + t.value().stripTrailingZeros().toPlainString() + t.unit() + t.window()));
        plan.programmes().forEach(p -> {
            lines.add(p.kind() + " " + p.ordinal() + " " + p.title());
            p.measures().forEach(m -> {
                lines.add(m.ordinal() + " " + m.title() + m.text() + m.assignedBy() + m.at());
                m.assignments().forEach(a -> lines.add(a.role() + " " + a.written()));
                m.targets()
                        .forEach(t -> lines.add("target " + t.quote() + t.operator()
                                + t.value().stripTrailingZeros().toPlainString() + t.unit() + t.window()));
            });
        });
        plan.phases().forEach(p -> lines.add("phase " + p.title() + p.from() + p.to()));
        plan.organisation().forEach(p -> lines.add("point " + p.title() + p.text()));
        plan.remarks().forEach(f -> lines.add("finding " + f.code() + f.message() + f.quote()));
        return lines;
    }
}
