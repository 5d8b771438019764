package org.kepu.plan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.REGION_PLAN;
import static org.kepu.plan.review.GivenPlans.demoText;
import static org.kepu.plan.review.GivenPlans.may;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.NearDuplicate.Change;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class NearDuplicatesTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private NearDuplicates nearDuplicates;

    private GivenPlans given;
    private PlanId original;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        given.uploadedDemo(REGION_PLAN);
        given.uploadedDemo(LEAGUE_PLAN);
        original = given.uploadedDemo(BANNER_PLAN);
    }

    @Test
    void a_copy_with_one_word_missing_other_punctuation_and_a_header_is_reported_with_exactly_that() {
        var copy = given.uploaded("政府网站 首页 政务公开\n"
                + demoText()
                        .replace("手机挂号、缴费和防诈骗知识", "手机挂号、缴费知识")
                        .replace("；责任单位", "，责任单位")
                        .replace("，", ", ")
                        .replace("《", "「")
                        .replace("到2028年，中小学", "到2028年。中小学"));
        var found = near(copy);
        assertThat(found).extracting(NearDuplicate::id, NearDuplicate::more).containsExactly(tuple(original, 0));
        assertThat(found.getFirst().changes())
                .extracting(Change::there, Change::here)
                .containsExactly(tuple("", "政府网站首页政务公开"), tuple("和防诈骗", ""));
        assertThat(found.getFirst().changes().get(1).before()).endsWith("手机挂号缴费");
        assertThat(found.getFirst().likeness()).isBetween(0.9, 1.0);
    }

    @Test
    void other_punctuation_width_and_line_breaks_alone_are_no_difference() {
        var copy = given.uploaded(demoText()
                .replace("，", "、")
                .replace("2026", "２０２６")
                .replace("（牵头单位", "\n（牵头单位")
                .replace("牧区，", "牧区。")
                .concat("\n。。。！\n"));
        assertThat(near(copy))
                .extracting(NearDuplicate::id, NearDuplicate::changes, NearDuplicate::more)
                .containsExactly(tuple(original, List.of(), 0));
    }

    @Test
    void changed_numbers_and_added_sentences_are_shown_where_they_stand() {
        var copy = given.uploaded(
                demoText().replace("每年培训老年人800人次以上", "每年培训老年人900人次以上").replace("成熟后逐步推广。", "成熟后逐步推广。条件成熟的先行先试。"));
        assertThat(near(copy).getFirst().changes())
                .extracting(Change::there, Change::here)
                .containsExactly(tuple("8", "9"), tuple("", "条件成熟的先行先试"));
    }

    @Test
    void more_differences_than_can_be_shown_are_counted() {
        var copy = given.uploaded(demoText().replace("旗科协", "旗科学技术协会"));
        var found = near(copy).getFirst();
        assertThat(found.changes()).hasSize(12);
        assertThat(found.more()).isPositive();
    }

    @Test
    void a_lower_plan_that_borrows_from_the_upper_is_no_copy() {
        for (var draft : given.bean(Drafts.class).open(may(Right.REVIEW_PLANS))) {
            assertThat(near(draft.id())).as(draft.title()).isEmpty();
        }
        var borrowing = given.uploaded(demoText().lines().limit(30).reduce("", (a, b) -> a + b + "\n")
                + "（六）其他人群科学素质提升行动\n"
                + "普及饮水安全知识，在各苏木镇建立水质公示栏，由乡镇干部逐户讲解。\n".repeat(1)
                + manyOwnWords());
        assertThat(near(borrowing)).isEmpty();
    }

    @Test
    void the_review_says_so_and_leads_to_the_other() {
        given.inForce(original, 2026);
        var copy = given.uploaded(demoText().replace("苏尼特羊提质增效", "苏尼特羊增效"));
        var page = clerk().get("/desk/plans/" + copy + "/review").body();
        assertThat(page)
                .contains("与已有方案几乎相同", "href=\"/desk/plans/" + original + "\"")
                .containsPattern("<del>.*提质</del>");
    }

    private static String manyOwnWords() {
        var words = new StringBuilder();
        for (int i = 1; i < 90; i++) {
            words.append(i)
                    .append(".第")
                    .append(i * 7919)
                    .append("号工作围绕第")
                    .append(i * 104729)
                    .append("类对象持续推进，形成第")
                    .append(i * 1299709)
                    .append("项成果并公布。（牵头单位：旗科协）\n");
        }
        return words.toString();
    }

    private List<NearDuplicate> near(PlanId id) {
        return nearDuplicates.of(may(Right.REVIEW_PLANS), given.draft(id));
    }
}
