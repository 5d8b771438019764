package org.kepu.activity.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.Planned;
import org.kepu.page.BrowsedSite;
import org.kepu.page.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** A contest opens when the review of its ethics was passed, and then everybody finds it in the calendar. */
class ContestsTest extends BrowsedSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    KeepingActivities keeping;

    @Autowired
    KeepingContests contests;

    GivenActivities given;
    ActivityId contest;
    Visitor clerk;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        var start = given.now().plus(Duration.ofDays(20));
        contest = given.draft(
                GivenActivities.described("昆都仑区机器人竞赛", "CONTEST", KUNDULUN, List.of("PUPILS")),
                Planned.open(start, start.plusSeconds(7200)));
        clerk = signedIn(accounts.with(Role.OFFICE_CLERK, KUNDULUN));
    }

    private String page() {
        return "/desk/activities/" + contest + "/contest";
    }

    private Visitor.Answer tell(String version, String whiteList) {
        var today = LocalDate.now(GivenActivities.HERE);
        clerk.get(page());
        return clerk.post(
                page(),
                "series",
                "青少年机器人竞赛",
                "level",
                "BANNER",
                "whiteList",
                whiteList,
                "from",
                today.toString(),
                "to",
                today.plusDays(10).toString(),
                "version",
                version);
    }

    private Visitor.Answer review(String passed, String round) {
        clerk.get(page());
        return clerk.post(
                page() + "/reviews",
                "passed",
                passed,
                "reviewers",
                "区科协伦理审查组",
                "reason",
                "赛题和评审办法已经核对。",
                "on",
                LocalDate.now(GivenActivities.HERE).toString(),
                "round",
                round);
    }

    private KeepingActivities.Publishing publish() {
        return keeping.publish(GivenActivities.clerk(), contest);
    }

    @Test
    void it_is_published_only_after_its_last_review_was_passed() {
        assertThat(publish()).isEqualTo(KeepingActivities.Publishing.NOT_REVIEWED);
        tell("0", "");
        assertThat(publish()).isEqualTo(KeepingActivities.Publishing.NOT_REVIEWED);
        review("false", "1");
        assertThat(publish()).isEqualTo(KeepingActivities.Publishing.NOT_REVIEWED);
        clerk.get("/desk/activities/" + contest);
        clerk.post("/desk/activities/" + contest + "/publish");
        assertThat(clerk.get("/desk/activities/" + contest).body()).contains("竞赛要先通过道德伦理审查");
        assertThat(visitor().get("/activities/contests").body()).doesNotContain("机器人竞赛");
        review("true", "2");
        assertThat(publish()).isEqualTo(KeepingActivities.Publishing.DONE);
        assertThat(visitor().get("/activities/contests").body())
                .contains("昆都仑区机器人竞赛", "可以报名", "不在名单", "旗县（市、区）", "昆都仑区");
        assertThat(visitor().get("/activities/" + contest).body())
                .as("its own page says until when one may enter, not that nobody need register")
                .contains("报名时间", "旗县（市、区）", "不在名单")
                .doesNotContain("不用报名");
        assertThat(clerk.get(page()).body()).contains("不通过", "通过", "区科协伦理审查组");
    }

    @Test
    void the_white_list_is_named_and_a_second_hand_is_told() {
        tell("0", "2025—2028学年名单");
        review("true", "1");
        publish();
        assertThat(visitor().get("/activities/contests").body()).contains("2025—2028学年名单");
        var second = tell("0", "别的名单");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("别人刚填写过", "value=\"别的名单\"");
        assertThat(tell("1", "").status()).isEqualTo(302);
        assertThat(visitor().get("/activities/contests").body()).contains("不在名单");
    }

    @Test
    void of_many_who_tell_one_review_one_does_and_none_is_ever_changed() {
        tell("0", "");
        var form = new ReviewForm(true, "区科协伦理审查组", "已核对", LocalDate.now(GivenActivities.HERE), 1);
        assertThat(together(8, same -> contests.review(GivenActivities.clerk(), contest, form)))
                .containsOnlyOnce(KeepingContests.Told.DONE)
                .containsOnly(KeepingContests.Told.DONE, KeepingContests.Told.OVERTAKEN);
        for (var change :
                List.of("update activity.ethics_review set passed = false", "delete from activity.ethics_review")) {
            assertThatThrownBy(() -> given.database().sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_a_review_comes_after_the_contest() {
        clerk.get(page());
        var empty = clerk.post(page(), "series", "", "from", "2026-03-01", "to", "2026-02-01", "version", "0");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("赛事系列请写 2 至 60 个字", "请选择级别", "不早于开始");
        assertThat(review("true", "1").body()).contains("请先保存竞赛信息");
        assertThat(given.facts().rows("activity.ethics_review")).isZero();
    }

    @Test
    void a_neighbour_and_what_is_no_contest_have_no_such_page() {
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, QINGSHAN));
        assertThat(neighbour.get(page()).status()).isEqualTo(404);
        var talk = given.draft(GivenActivities.talk());
        assertThat(clerk.get("/desk/activities/" + talk + "/contest").status()).isEqualTo(404);
    }

    @Test
    void the_pages_can_be_read_by_everybody() {
        tell("0", "2025—2028学年面向中小学生的全国性竞赛活动名单");
        review("true", "1");
        publish();
        var window = desk(1440);
        for (var path : List.of(page(), "/activities/contests")) {
            window.navigate(path);
            for (var width : List.of(1440, 768, 390)) {
                window.setViewportSize(width, 844);
                screenshot(window, "contest-" + (path.startsWith("/desk") ? "desk" : "calendar"), width);
                assertNothingSticksOut(window);
            }
            assertNoSeriousFindings(window);
        }
    }
}
