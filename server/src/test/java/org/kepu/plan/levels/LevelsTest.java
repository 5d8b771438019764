package org.kepu.plan.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.MeasureId;
import org.kepu.plan.levels.EditingLinks.Deed;
import org.kepu.plan.levels.Matrix.How;
import org.kepu.plan.review.GivenPlans;
import org.kepu.plandoc.PlanComparison.TargetChange.Verdict;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A league and two of its banners, and a neighbour whose links nobody may touch. */
class LevelsTest extends RunningSite {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final String LECTURES = "组织科学家精神宣讲进校园。邀请草原站、气象站科技人员走进课堂，每年举办科普讲座%d场以上。（牵头单位：旗教育局）";
    private static final String CARDS = "编印防雪灾明白卡。把白灾、沙尘暴、草原火灾防范知识送到每个牧户手中。（牵头单位：旗应急局）";
    private static final String PHONES = "开设智能手机小班课堂。教老年人手机挂号、缴费，防范电信诈骗和谣言。（牵头单位：旗科协）";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Levels levels;

    @Autowired
    private EditingLinks editing;

    @Autowired
    private ComparingTargets targets;

    private GivenPlans given;
    private PlanId league;
    private PlanId banner;
    private PlanId other;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        league = inForce(planOf(LECTURES.formatted(40), CARDS)
                .replace("苏尼特右旗人民政府", "锡林郭勒盟行政公署")
                .replace("苏尼特右旗", "锡林郭勒盟"));
        banner = inForce(planOf(LECTURES.formatted(60), PHONES));
        other = inForce(planOf(LECTURES.formatted(20), CARDS).replace("苏尼特右旗", "镶黄旗"));
    }

    @Test
    void each_measure_says_who_took_it_up_and_who_has_not() {
        var matrix = levels.of(league);
        assertThat(matrix.columns()).extracting(Matrix.Column::plan).containsExactly(banner, other);
        assertThat(matrix.rows())
                .extracting(
                        Matrix.Row::title,
                        row -> row.cells().stream()
                                .map(Matrix.Cell::how)
                                .toList()
                                .toString())
                .satisfiesExactly(
                        row -> assertThat(row.toList().toString())
                                .startsWith("[组织科学家精神宣讲进校园")
                                .doesNotContain("NOT_TAKEN"),
                        row -> assertThat(row.toList().toString()).startsWith("[编印防雪灾明白卡, [NOT_TAKEN, SAME"));
        assertThat(matrix.open()).extracting(Matrix.Row::title).containsExactly("编印防雪灾明白卡");
    }

    @Test
    void targets_are_raised_or_lowered_with_both_numbers() {
        var changes = levels.changes(measure(league, "组织科学家精神宣讲进校园").value());
        assertThat(changes)
                .extracting(
                        TargetChange::plan,
                        TargetChange::verdict,
                        change -> change.above().orElseThrow().words(),
                        change -> change.below().orElseThrow().words())
                .containsExactly(
                        tuple(banner, Verdict.RAISED, "40 场", "60 场"), tuple(other, Verdict.LOWERED, "40 场", "20 场"));
        var cells = levels.of(league).rows().getFirst().cells();
        assertThat(cells)
                .extracting(Matrix.Cell::targets)
                .containsExactly(new Matrix.Targets(1, 0, 0, 0), new Matrix.Targets(0, 0, 1, 0));
    }

    @Test
    void a_link_made_by_hand_fills_the_gap_and_targets_are_compared_again() {
        var cards = measure(league, "编印防雪灾明白卡");
        var phones = measure(banner, "开设智能手机小班课堂");
        assertThat(settle(Deed.ADD, cards, phones)).isTrue();
        assertThat(settle(Deed.ADD, cards, phones)).as("done twice").isFalse();
        assertThat(levels.of(league).open()).isEmpty();
        assertThat(levels.links(cards.value()))
                .filteredOn(link -> link.plan().equals(banner))
                .extracting(LinkLine::title, LinkLine::settled, LinkLine::origin)
                .containsExactly(tuple("开设智能手机小班课堂", true, LinkLine.Origin.BY_HAND));
        assertThat(given.strings(
                        "select region || ' ' || actor from audit.entry where act = 'levels.act.added' and object = ?",
                        banner.toString()))
                .containsExactly("152524 " + GivenPlans.CLERK.account());
        assertThat(given.strings("select settled_by::text from plan.link where origin = 'BY_HAND'"))
                .containsExactly(GivenPlans.CLERK.account().toString());
    }

    @Test
    void one_measure_taken_up_by_two_is_split_and_two_taken_up_by_one_are_merged() {
        var lectures = measure(league, "组织科学家精神宣讲进校园");
        var cards = measure(league, "编印防雪灾明白卡");
        settle(Deed.ADD, lectures, measure(banner, "开设智能手机小班课堂"));
        assertThat(how(0, 0)).isEqualTo(How.SPLIT);
        settle(Deed.REMOVE, lectures, measure(banner, "开设智能手机小班课堂"));
        settle(Deed.ADD, cards, measure(banner, "组织科学家精神宣讲进校园"));
        assertThat(how(0, 0)).isEqualTo(How.MERGED);
        assertThat(how(1, 0)).isEqualTo(How.MERGED);
    }

    @Test
    void a_removed_link_is_gone_for_good_and_its_targets_with_it() {
        var lectures = measure(league, "组织科学家精神宣讲进校园");
        assertThat(settle(Deed.REMOVE, lectures, measure(banner, "组织科学家精神宣讲进校园")))
                .isTrue();
        assertThat(how(0, 0)).isEqualTo(How.NOT_TAKEN);
        assertThat(levels.changes(lectures.value()))
                .extracting(TargetChange::plan)
                .containsExactly(other);
        given.demoInForce(GivenPlans.REGION_PLAN, 2026);
        assertThat(how(0, 0)).as("no comparison proposes it again").isEqualTo(How.NOT_TAKEN);
    }

    @Test
    void of_two_who_confirm_one_link_at_once_one_has_done_it() {
        var lectures = measure(league, "组织科学家精神宣讲进校园");
        var below = measure(banner, "组织科学家精神宣讲进校园");
        assertThat(together(2, officer -> settle(Deed.CONFIRM, lectures, below)))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void of_several_who_settle_links_of_one_plan_at_once_each_target_is_compared_once() {
        var uppers = List.of(measure(league, "组织科学家精神宣讲进校园"), measure(league, "编印防雪灾明白卡"));
        var lowers = List.of(measure(banner, "组织科学家精神宣讲进校园"), measure(banner, "开设智能手机小班课堂"));
        var deeds = List.of(Deed.CONFIRM, Deed.ADD, Deed.ADD, Deed.ADD);
        together(4, i -> settle(deeds.get(i), uppers.get(i / 2), lowers.get(i % 2)));
        var rows = "select t::text from plan.target_change t where lower_plan = ? order by 1";
        var kept = given.strings(rows, banner.value());
        targets.compare(league, banner);
        assertThat(kept).isNotEmpty().isEqualTo(given.strings(rows, banner.value()));
    }

    @Test
    void a_neighbour_settles_nothing_and_nothing_is_linked_that_does_not_stand_above_each_other() {
        var lectures = measure(league, "组织科学家精神宣讲进校园");
        var below = measure(banner, "组织科学家精神宣讲进校园");
        var before = given.strings("select link::text from plan.link link order by 1");
        for (var deed : Deed.values()) {
            assertThatThrownBy(() -> editing.settle(may(OTHER, Right.REVIEW_PLANS, BAOTOU), deed, lectures, below))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> settle(Deed.ADD, below, lectures)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> settle(Deed.ADD, below, measure(other, "编印防雪灾明白卡")))
                .isInstanceOf(NotFound.class);
        assertThat(given.strings("select link::text from plan.link link order by 1"))
                .isEqualTo(before);
        assertThat(editing.settle(may(OTHER, Right.REVIEW_PLANS, BANNER), Deed.CONFIRM, lectures, below))
                .as("the banner settles what its own plan takes up")
                .isTrue();
    }

    @Test
    void a_plan_below_out_of_reach_opens_as_the_public_sees_it() {
        var elsewhere = signedIn(accounts.with(Role.OFFICE_CLERK, BAOTOU));
        assertThat(elsewhere.get("/desk/plans/" + league + "/levels").body())
                .contains("href=\"/plans/" + banner + "\"")
                .doesNotContain("/desk/plans/" + banner + "/levels");
        var lectures = measure(league, "组织科学家精神宣讲进校园");
        assertThat(elsewhere
                        .get("/desk/plans/" + league + "/levels/" + lectures)
                        .body())
                .contains("/plans/" + banner + "#node-")
                .doesNotContain("name=\"deed\"", "补一条对应");
        assertThat(clerk().get("/desk/plans/" + league + "/levels").body())
                .contains("/desk/plans/" + banner + "/levels", "组织科学家精神宣讲进校园", "未对应", "苏尼特右旗", "镶黄旗");
    }

    @Test
    void the_office_removes_and_adds_on_screen() {
        var clerk = clerk();
        var lectures = measure(league, "组织科学家精神宣讲进校园");
        var at = "/desk/plans/" + league + "/levels/" + lectures;
        assertThat(clerk.get(at + "?with=" + banner).body()).contains("系统比对，待确认", "开设智能手机小班课堂", "40 场", "60 场");
        var phones = measure(banner, "开设智能手机小班课堂").toString();
        assertThat(clerk.post(at + "/links", "lower", phones, "deed", "ADD").location())
                .isEqualTo(at);
        assertThat(clerk.get(at).body()).contains("人工添加，已确认");
        clerk.post(at + "/links", "lower", phones, "deed", "REMOVE");
        assertThat(clerk.get(at).body()).doesNotContain("人工添加");
        clerk.post(at + "/links", "lower", phones, "deed", "REMOVE");
        assertThat(clerk.get(at).body()).contains("没有变化");
    }

    @Test
    void the_sheet_says_the_same_as_the_screen() throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/desk/plans/" + league + "/levels/sheet"))
                                .header("Cookie", "kepu=" + clerk().session())
                                .build(),
                        BodyHandlers.ofByteArray());
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.skip(1)
                            .map(row -> row.getCellText(1) + "|" + row.getCellText(2) + "|" + row.getCellText(3)))
                    .satisfiesExactly(
                            head -> assertThat(head).isEqualTo("措施|苏尼特右旗|镶黄旗"),
                            row -> assertThat(row).startsWith("组织科学家精神宣讲进校园|").doesNotContain("未对应"),
                            row -> assertThat(row).isEqualTo("编印防雪灾明白卡|未对应|相同"));
        }
    }

    private How how(int row, int column) {
        return levels.of(league).rows().get(row).cells().get(column).how();
    }

    private boolean settle(Deed deed, MeasureId upper, MeasureId lower) {
        return editing.settle(may(Right.REVIEW_PLANS), deed, upper, lower);
    }

    private MeasureId measure(PlanId plan, String title) {
        return given.measure(plan, title);
    }

    private PlanId inForce(String text) {
        return given.confirmed(given.uploaded(text), 2026);
    }
}
