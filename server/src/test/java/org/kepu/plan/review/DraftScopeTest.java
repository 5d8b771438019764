package org.kepu.plan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.TOP;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A draft belongs to its region; without one, to who uploaded it. */
class DraftScopeTest extends RunningSite {

    private static final RegionCode XILINGOL = new RegionCode("152500");
    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final String PLAN = planOf("办好讲座。（牵头单位：旗科协；责任单位：旗教育局）");

    @Autowired
    private ApplicationContext context;

    private GivenPlans given;
    private PlanId ours;
    private PlanId theirs;
    private Scope league;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        ours = given.uploaded(PLAN);
        theirs = given.uploaded(PLAN.replace("苏尼特右旗", "昆都仑区"));
        league = may(OTHER, Right.REVIEW_PLANS, XILINGOL);
    }

    @Test
    void a_league_sees_its_own_drafts_and_not_those_of_its_neighbour() {
        assertThat(open(league)).containsExactly(ours);
        assertThat(open(may(OTHER, Right.REVIEW_PLANS, BAOTOU))).containsExactly(theirs);
        assertThat(open(may(OTHER, Right.REVIEW_PLANS, TOP))).containsExactly(theirs, ours);
        assertThat(open(Scope.nothing(OTHER, Right.REVIEW_PLANS))).isEmpty();
    }

    @Test
    void a_plan_that_was_opened_to_somebody_is_in_reach_wherever_it_lies() {
        var expert = new Scope(OTHER, Right.REVIEW_PLANS, league.day(), Set.of(), Set.of(), Set.of(theirs));
        assertThat(open(expert)).containsExactly(theirs);
        assertThat(given.bean(Reviewing.class).draft(expert, theirs).id()).isEqualTo(theirs);
        refused(() -> given.bean(Reviewing.class).draft(expert, ours));
    }

    @Test
    void a_draft_without_a_region_is_in_reach_of_who_uploaded_it_and_of_nobody_else() {
        var away = may(OTHER, Right.REVIEW_PLANS, BAOTOU);
        var lost = received(away, PLAN.replace("77", "78"));
        assertThat(given.strings(
                        "select id || coalesce(region_code, ' nowhere') from plan.draft where id = '" + lost + "'"))
                .containsExactly(lost + " nowhere");
        assertThat(open(away)).containsExactly(lost, theirs);
        assertThat(open(may(CLERK, Right.REVIEW_PLANS, BAOTOU))).containsExactly(theirs);
        assertThat(open(may(CLERK, Right.REVIEW_PLANS, TOP))).containsExactly(theirs, ours);
        refused(() -> given.bean(Reviewing.class).draft(may(CLERK, Right.REVIEW_PLANS, TOP), lost));
        assertThat(given.bean(Reviewing.class).assignTo(away, lost, 0, XILINGOL, plan -> plan))
                .isInstanceOf(Reviewing.Correction.OutOfReach.class);
        assertThat(given.bean(Reviewing.class).discard(away, lost, 0)).isTrue();
    }

    @Test
    void nothing_is_done_to_a_neighbours_draft() {
        var before = everything();
        var reviewing = given.bean(Reviewing.class);
        refused(() -> reviewing.draft(league, theirs));
        refused(() -> reviewing.correct(league, theirs, 0, plan -> Editing.withGoals(plan, List.of())));
        refused(() -> reviewing.assignTo(league, theirs, 0, XILINGOL, plan -> plan));
        refused(() -> reviewing.discard(league, theirs, 0));
        refused(() -> given.bean(ConfirmingPlans.class).confirm(league, theirs, 0, List.of(2026)));
        refused(() -> given.bean(DemoPlans.class).load(league));
        refused(() -> reviewing.discard(Scope.nothing(CLERK, Right.REVIEW_PLANS), ours, 0));
        assertThatThrownBy(() -> reviewing.draft(may(Right.DESK), ours)).isInstanceOf(IllegalArgumentException.class);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void the_same_document_under_review_elsewhere_gives_nothing_away() {
        var content = PLAN.replace("苏尼特右旗", "昆都仑区").getBytes(StandardCharsets.UTF_8);
        assertThat(given.bean(UploadingPlans.class).receive(league, "同一份.txt", content))
                .isEqualTo(new Upload.HeldElsewhere("同一份.txt"));
        given.inForce(theirs, 2026);
        assertThat(given.bean(UploadingPlans.class).receive(league, "同一份.txt", content))
                .isEqualTo(new Upload.AlreadyHere("同一份.txt", theirs, true));
    }

    @Test
    void a_near_copy_under_review_elsewhere_is_not_shown() {
        var near = given.bean(NearDuplicates.class);
        var draft = given.draft(ours);
        assertThat(near.of(may(Right.REVIEW_PLANS), draft))
                .extracting(NearDuplicate::id)
                .containsExactly(theirs);
        assertThat(near.of(league, draft)).isEmpty();
        given.inForce(theirs, 2026);
        assertThat(near.of(league, draft)).extracting(NearDuplicate::id).containsExactly(theirs);
    }

    @Test
    void a_region_of_others_is_refused_at_the_field_and_not_offered() {
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, XILINGOL));
        var review = "/desk/plans/" + ours + "/review";
        assertThat(clerk.get(review + "?edit=head").body())
                .contains("value=\"152524\"")
                .doesNotContain("value=\"150203\"");
        var answer = clerk.post(
                review + "/parts/head",
                "version",
                "0",
                "title",
                "标题",
                "region",
                "150203",
                "periodFrom",
                "2026",
                "periodTo",
                "2030");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("没有这个区域，或不在您的范围内");
        assertThat(given.draft(ours).region()).isEqualTo(new RegionCode("152524"));
    }

    @Test
    void the_desk_of_a_league_asks_for_the_review_of_its_own_drafts_only() {
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, XILINGOL));
        for (var page : List.of("/desk", "/desk/plans")) {
            assertThat(clerk.get(page).body())
                    .as(page)
                    .contains("/desk/plans/" + ours + "/review")
                    .doesNotContain(theirs.toString());
        }
        var leader = signedIn(accounts.with(Role.LEADER, XILINGOL));
        for (var page : List.of("/desk", "/desk/plans")) {
            assertThat(leader.get(page).body())
                    .as(page)
                    .doesNotContain(ours.toString(), theirs.toString(), "上传方案", "载入演示方案");
        }
    }

    @Test
    void each_act_of_a_review_is_told_with_who_what_and_where() {
        given.bean(Reviewing.class)
                .assignTo(may(Right.REVIEW_PLANS), ours, 0, XILINGOL, plan -> Editing.withGoals(plan, List.of()));
        given.bean(Reviewing.class)
                .correct(
                        may(Right.REVIEW_PLANS),
                        ours,
                        1,
                        plan -> Editing.addProgramme(plan, org.kepu.plandoc.Programme.Kind.PROJECT, "新的工程"));
        given.inForce(ours, 2026);
        given.bean(Reviewing.class).discard(may(Right.REVIEW_PLANS), theirs, 0);
        assertThat(told(ours))
                .containsExactly(
                        "plan.act.uploaded 152524",
                        "plan.act.assigned 152500",
                        "plan.act.corrected 152500",
                        "plan.act.named 152500",
                        "plan.act.confirmed 152500",
                        "ledger.act.year-opened 152500");
        assertThat(told(theirs)).containsExactly("plan.act.uploaded 150203", "plan.act.discarded 150203");
        assertThat(given.strings(
                        "select changes::jsonb::text from audit.entry where act = 'plan.act.corrected' and object = '"
                                + ours + "'"))
                .containsExactly("[{\"after\": \"新的工程\", \"field\": \"PROJECT-1\"}]");
        assertThat(given.strings("select distinct actor::text from audit.entry where object = '" + ours + "'"))
                .containsExactly(CLERK.account().toString());
        assertThat(given.strings("select confirmed_by_account::text from plan.plan"))
                .containsExactly(CLERK.account().toString());
    }

    @Test
    void a_discarded_draft_leaves_no_decided_names() {
        given.bean(NamingBodies.class).registerUnknown(may(Right.REVIEW_PLANS), given.draft(ours));
        given.bean(NamingBodies.class).registerUnknown(may(Right.REVIEW_PLANS), given.draft(theirs));
        given.bean(Reviewing.class).discard(may(Right.REVIEW_PLANS), ours, 0);
        assertThat(given.strings("select distinct document::text from body.meaning"))
                .containsExactly(theirs.toString());
    }

    @Test
    void years_that_were_ticked_stay_ticked_when_a_confirmation_is_refused() {
        var clerk = clerk();
        var review = "/desk/plans/" + ours + "/review";
        clerk.get(review);
        given.database()
                .sql("update plan.draft set structure = jsonb_set(structure, '{title}', '\"\"')")
                .update();
        var answer = clerk.post(review + "/confirm", "version", "0", "years", "2028", "years", "2030");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(java.util.regex.Pattern.compile("name=\"years\" value=\"(\\d+)\" checked")
                        .matcher(answer.body())
                        .results()
                        .map(year -> year.group(1)))
                .containsExactly("2028", "2030");
    }

    private List<PlanId> open(Scope scope) {
        return given.bean(Drafts.class).open(scope).stream()
                .map(Drafts.Line::id)
                .toList();
    }

    private PlanId received(Scope scope, String text) {
        return ((Upload.Received) given.bean(UploadingPlans.class)
                        .receive(scope, "方案.txt", text.getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(NotFound.class);
    }

    private List<String> everything() {
        return given.strings(
                "select concat_ws('|', id, region_code, version, structure, confirmed_at) from plan.draft order by 1");
    }

    private List<String> told(PlanId plan) {
        return given.strings("select act || ' ' || coalesce(region, '') from audit.entry where object = '" + plan
                + "' order by at, id");
    }
}
