package org.kepu.plan.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor.Attachment;
import org.kepu.plan.levels.ComparingTargets;
import org.kepu.plan.life.AddingVersions.Added;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class VersionsTest extends RunningSite {

    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final String FIRST = planOf("办好讲座。每年举办讲座4场。（牵头单位：旗科协；责任单位：旗教育局）", "办好展览。（牵头单位：旗教育局）");
    private static final String SECOND = planOf("办好讲座。每年举办讲座4场。（牵头单位：旗科协；责任单位：旗教育局）", "办好巡回展览。（牵头单位：旗教育局）");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Versions versions;

    @Autowired
    private AddingVersions adding;

    @Autowired
    private ComparingTargets targets;

    private GivenPlans given;
    private PlanId first;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        first = given.uploaded(FIRST);
    }

    @Test
    void each_version_is_kept_with_its_document_and_its_stage() {
        versions.mark(office(), first, Stage.FIRST_DRAFT);
        var second = next(add(SECOND, Stage.FOR_COMMENT)).id();
        assertThat(versions.of(office(), second))
                .extracting(Version::id, Version::number, Version::stage, Version::inForce)
                .containsExactly(tuple(first, 1, Stage.FIRST_DRAFT, false), tuple(second, 2, Stage.FOR_COMMENT, false));
        assertThat(versions.of(office(), first)).isEqualTo(versions.of(office(), second));
        assertThat(new String(versions.document(office(), first), StandardCharsets.UTF_8))
                .isEqualTo(FIRST);
        assertThat(new String(versions.document(office(), second), StandardCharsets.UTF_8))
                .isEqualTo(SECOND);
        var changes = Differences.between(versions.source(office(), first), versions.source(office(), second))
                .changes();
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().is()).contains("办好巡回展览");
    }

    @Test
    void clauses_that_did_not_change_keep_what_was_reviewed() {
        given.database().sql("""
                update plan.draft set structure = jsonb_set(structure, '{programmes,0,measures,0,leads}', '["旗教育局","旗科协"]')
                """).update();
        var added = next(add(SECOND, Stage.ISSUED));
        assertThat(added.carried()).isEqualTo(1);
        assertThat(versions.structure(office(), added.id())
                        .programmes()
                        .getFirst()
                        .measures())
                .extracting(measure -> measure.leads().toString())
                .containsExactly("[旗教育局, 旗科协]", "[旗教育局]");
    }

    @Test
    void the_same_document_is_taken_in_once_also_by_two_at_once() {
        assertThat(add(FIRST, Stage.ISSUED)).isInstanceOf(Added.AlreadyHere.class);
        var outcomes = together(2, person -> add(SECOND, Stage.FOR_COMMENT));
        assertThat(outcomes.stream().filter(Added.Next.class::isInstance)).hasSize(1);
        assertThat(versions.of(office(), first)).hasSize(2);
    }

    @Test
    void of_several_that_are_taken_in_at_once_each_is_a_version() {
        versions.mark(office(), first, Stage.FIRST_DRAFT);
        var outcomes = together(4, person -> add(SECOND.replace("巡回", "巡回" + person), Stage.FOR_COMMENT));
        assertThat(outcomes).hasOnlyElementsOfType(Added.Next.class);
        assertThat(versions.of(office(), first)).extracting(Version::number).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void what_is_no_plan_is_refused_with_the_reason() {
        assertThat(add("今天天气很好。", Stage.ISSUED)).isInstanceOf(Added.Refused.class);
        assertThat(versions.of(office(), first)).hasSize(1);
    }

    @Test
    void a_neighbour_finds_no_version_and_adds_none() {
        var neighbour = may(OTHER, Right.REVIEW_PLANS, BAOTOU);
        assertThat(versions.of(neighbour, first)).isEmpty();
        assertThatThrownBy(() -> versions.get(neighbour, first)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> versions.document(neighbour, first)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> versions.mark(neighbour, first, Stage.FIRST_DRAFT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        adding.add(neighbour, first, Stage.ISSUED, "a.txt", SECOND.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotFound.class);
        assertThat(given.rows("plan.version")).isZero();
        assertThat(given.rows("plan.draft")).isEqualTo(1);
    }

    @Test
    void an_earlier_version_asks_nobody_for_its_review() {
        var clerk = clerk();
        assertThat(clerk.get("/desk").body()).contains("/desk/plans/" + first + "/review");
        versions.mark(office(), first, Stage.FIRST_DRAFT);
        assertThat(clerk.get("/desk").body()).doesNotContain("/desk/plans/" + first + "/review");
    }

    @Test
    void a_clerk_takes_in_the_next_version_and_sees_the_two_compared() {
        var clerk = clerk();
        var at = "/desk/plans/" + first + "/versions";
        assertThat(clerk.get(at).body()).contains("接收下一稿", "方案.txt");
        var answer = clerk.attach(
                at + "?stage=ISSUED", "file", new Attachment("印发稿.txt", SECOND.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(302);
        var page = clerk.get(answer.location()).body();
        assertThat(page).contains("已接收", "印发稿.txt", "/versions/differences");
        assertThat(clerk.get(answer.location() + "/differences").body())
                .contains("1 处不同", "<ins>巡回</ins>", "改写。前稿：“2.办好展览");
        assertThat(clerk.get(at + "/differences").location()).isEqualTo(at);
    }

    @Test
    void what_was_settled_of_links_holds_for_the_next_version_in_force() {
        var league = given.demoInForce(GivenPlans.LEAGUE_PLAN, 2026);
        var old = given.confirmed(first, 2026);
        var upper = given.structure(league).measures().findFirst().orElseThrow().id();
        given.database()
                .sql("""
                insert into plan.link (upper_measure, lower_measure, kind, score, state, origin)
                values (:upper, :lower, 'CHANGED', 1, 'CONFIRMED', 'BY_HAND')
                on conflict (upper_measure, lower_measure) do update set state = 'CONFIRMED', origin = 'BY_HAND'
                """)
                .param("upper", upper.value())
                .param("lower", given.measure(old, "办好讲座").value())
                .update();
        var fresh = given.confirmed(next(add(SECOND, Stage.ISSUED)).id(), 2026);
        assertThat(given.strings(
                        "select origin || ' ' || state from plan.link where upper_measure = ? and lower_measure = ?",
                        upper.value(),
                        given.measure(fresh, "办好讲座").value()))
                .containsExactly("BY_HAND CONFIRMED");
        var changes = "select t::text from plan.target_change t where lower_plan = ? order by 1";
        var kept = given.strings(changes, fresh.value());
        targets.compare(league, fresh);
        assertThat(kept).isNotEmpty().isEqualTo(given.strings(changes, fresh.value()));
    }

    private Scope office() {
        return may(Right.REVIEW_PLANS);
    }

    private Added add(String text, Stage stage) {
        return adding.add(office(), first, stage, "方案.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Added.Next next(Added added) {
        assertThat(added).isInstanceOf(Added.Next.class);
        return (Added.Next) added;
    }
}
