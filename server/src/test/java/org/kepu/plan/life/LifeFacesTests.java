package org.kepu.plan.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.page.BrowsedSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every page of a plan's life and of the levels, at the widths of a telephone, a tablet and a desk. */
@ExtendWith(SoftAssertionsExtension.class)
class LifeFacesTests extends BrowsedSite {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final String LECTURES = "组织科学家精神宣讲进校园。邀请草原站、气象站科技人员走进课堂，每年举办科普讲座%d场以上。（牵头单位：旗教育局）";
    private static final String CARDS = "编印防雪灾明白卡。把白灾、沙尘暴、草原火灾防范知识送到每个牧户手中。（牵头单位：旗应急局）";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AddingVersions adding;

    @Autowired
    private Consulting consulting;

    @Autowired
    private KeepingBodies keeping;

    @Autowired
    private PublicOpinions opinions;

    @Autowired
    private Clock clock;

    @InjectSoftAssertions
    private SoftAssertions findings;

    private GivenPlans given;
    private PlanId draft;
    private String consultation;

    private Map<String, String> plant() {
        given = GivenPlans.onCleanGround(context);
        var body = keeping.register(may(Right.KEEP_BODIES), BANNER, "旗教育局", BodyKind.DEPARTMENT);
        var earlier = given.confirmed(
                given.uploaded(planOf(LECTURES.formatted(30), "办好露天电影。组织科普电影下乡。（牵头单位：旗科协）")
                        .replace("2026—2030年", "2021—2025年")),
                2024);
        var league = given.confirmed(
                given.uploaded(planOf(LECTURES.formatted(40), CARDS)
                        .replace("苏尼特右旗人民政府", "锡林郭勒盟行政公署")
                        .replace("苏尼特右旗", "锡林郭勒盟")),
                2026);
        var banner = given.confirmed(
                given.uploaded(planOf(LECTURES.formatted(60))
                        .replace("三、组织实施", "三、进度安排\n（一）启动部署。2026年，制定任务清单。\n（二）总结评估。2030年，开展总结评估。\n四、组织实施")),
                2026);
        var first = given.uploaded(planOf(LECTURES.formatted(10), CARDS).replace("苏尼特右旗", "镶黄旗"));
        var office = may(Right.REVIEW_PLANS);
        draft = ((AddingVersions.Added.Next) adding.add(
                        office,
                        first,
                        Stage.FOR_COMMENT,
                        "征求意见稿.txt",
                        planOf(LECTURES.formatted(12), CARDS, "发展科技志愿服务队伍。组建医疗、畜牧、气象志愿服务队。（牵头单位：旗科协）")
                                .replace("苏尼特右旗", "镶黄旗")
                                .getBytes(StandardCharsets.UTF_8)))
                .id();
        var opening = (Consulting.Opening.Opened) consulting.open(
                office,
                draft,
                new Consulting.Terms("请重点看指标。", LocalDate.now(clock).plusDays(30), true, List.of(body.id())));
        consultation = opening.id().toString();
        opinions.send(
                opening.id(),
                new OpinionId(UUID.randomUUID()),
                new Clause("ACTION/1/1", "", "组织科学家精神宣讲进校园", ""),
                "讲座场数再多一些。",
                "",
                "");
        var pages = new LinkedHashMap<String, String>();
        pages.put("life-overview", "/desk/plans/" + banner);
        pages.put("life-versions", "/desk/plans/" + draft + "/versions");
        pages.put("life-differences", "/desk/plans/" + draft + "/versions/differences");
        pages.put("life-opening", "/desk/plans/" + first + "/consultations/new");
        pages.put("life-consultation", "/desk/consultations/" + consultation);
        pages.put("life-reply", "/desk/consultations/" + consultation + "/reply");
        pages.put("life-successor", "/desk/plans/" + banner + "/successor");
        pages.put("levels", "/desk/plans/" + league + "/levels");
        pages.put(
                "levels-measure",
                "/desk/plans/" + league + "/levels/" + given.measure(league, "组织科学家精神宣讲进校园") + "?with=" + banner);
        pages.put("leaders", "/desk/overview?plan=" + banner);
        context.getBean(Succeeding.class).name(office, banner, earlier);
        return pages;
    }

    @ParameterizedTest
    @CsvSource({"390, theme=light", "768, theme=dark", "1440, theme=light", "1440, elder=1"})
    void each_page_can_be_read_and_used_by_everybody(int width, String look) {
        var pages = plant();
        var clerk = desk(width, look);
        pages.forEach((name, path) -> {
            clerk.navigate(path);
            clerk.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
            examine(clerk, name + "-" + look.replace('=', '-'), width);
        });
        var citizen = window(width, look);
        for (var path : List.of("/plans/consultations", "/plans/consultations/" + consultation)) {
            citizen.navigate(path);
            examine(
                    citizen,
                    "life" + path.replaceAll("[^a-z]+", "-").replaceAll("-[a-f-]*$", "") + path.length(),
                    width);
        }
    }

    @Test
    void without_script_a_clerk_answers_and_a_citizen_finds_the_form() {
        plant();
        var clerk = deskWithoutScript(768);
        clerk.navigate("/desk/consultations/" + consultation);
        clerk.getByLabel("未采纳").check();
        clerk.getByLabel("理由").fill("场地有限");
        clerk.getByText("记下答复").first().press("Enter");
        assertThat(clerk.locator("main")).containsText("答复已记下");
        assertThat(clerk.locator("main")).containsText("场地有限");
        var citizen = withoutScript(390);
        citizen.navigate("/plans/consultations/" + consultation);
        assertThat(citizen.getByLabel("联系方式")).isVisible();
        assertThat(citizen.locator("main")).containsText("编印防雪灾明白卡");
    }

    private void examine(Page window, String name, int width) {
        findings.check(() -> assertNothingSticksOut(window));
        findings.check(() -> assertNoSeriousFindings(window));
        screenshot(window, name, width);
    }
}
