package org.kepu.activity.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.indicator.target.Semester;
import org.kepu.page.BrowsedSite;
import org.kepu.page.Visitor;
import org.kepu.shared.BodyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Schools on the desk: entered, filled in, counted when a lecture is closed out, short ones found. */
class SchoolPagesTest extends BrowsedSite {

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    BodyId bureau;
    Visitor clerk;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        bureau = given.body(KUNDULUN, "昆都仑区教育局");
        clerk = signedIn(accounts.with(Role.OFFICE_CLERK, KUNDULUN));
    }

    private Visitor.Answer enter(String code, String name, String opened) {
        clerk.get("/desk/schools/new");
        return clerk.post(
                "/desk/schools/new",
                "code",
                code,
                "name",
                name,
                "region",
                KUNDULUN.value(),
                "keeper",
                bureau.toString(),
                "stage",
                "PRIMARY",
                "opened",
                opened,
                "version",
                "0");
    }

    private SessionId lecture() {
        var start = given.now().minus(Duration.ofHours(2));
        return given.published(GivenActivities.talk(), Planned.open(start, start.plusSeconds(3600)));
    }

    @Test
    void a_school_is_entered_a_lecture_closed_out_there_and_the_list_counts_it() {
        assertThat(enter("3115000001", "钢铁大街第一小学", "2021-09-01").location()).isEqualTo("/desk/schools/3115000001");
        var session = lecture();
        assertThat(clerk.get("/desk/activities/sessions/" + session + "/close").body())
                .contains("<option value=\"3115000001\">钢铁大街第一小学</option>");
        clerk.postWithFile(
                "/desk/activities/sessions/" + session + "/close",
                "document",
                new Visitor.Attachment("", new byte[0]),
                "version",
                "0",
                "audiences",
                "PUPILS",
                "counts",
                "80",
                "school",
                "3115000001");
        var semester = Semester.of(given.session(session).day()).from();
        assertThat(clerk.get("/desk/schools?semester=" + semester + "&short=true")
                        .body())
                .contains("钢铁大街第一小学", "1/4 次", "0/1 次", "未填", "共 1 所学校，下面有 1 所");
        assertThat(clerk.get("/desk/activities/sessions/" + session + "/close").body())
                .contains("<option value=\"3115000001\" selected>");
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_what_was_typed_stays() {
        var wrong = enter("31 15", "钢", "2126-09-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("学校标识码是 2 至 32 位数字或字母", "名称请写 2 至 60 个字", "不能晚于今天", "value=\"31 15\"");
        enter("3115000001", "钢铁大街第一小学", "2021-09-01");
        assertThat(enter("3115000001", "另一所小学", "2021-09-01").body()).contains("这个标识码已经登记过学校", "另一所小学");
        clerk.get("/desk/schools/3115000001");
        var semester = Semester.of(LocalDate.now(GivenActivities.HERE)).from().toString();
        var more = clerk.post(
                "/desk/schools/3115000001/numbers",
                "semester",
                semester,
                "roll",
                "100",
                "takingPart",
                "101",
                "teachers",
                "两名");
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.body()).contains("请填 0 至 99999 的整数", "value=\"101\"", "value=\"两名\"");
        assertThat(clerk.post(
                                "/desk/schools/3115000001/numbers",
                                "semester",
                                semester,
                                "roll",
                                "100",
                                "takingPart",
                                "101",
                                "teachers",
                                "")
                        .body())
                .contains("参与的学生不能多于在校学生");
        assertThat(given.facts().rows("activity.school_number")).isZero();
    }

    @Test
    void of_two_who_change_a_school_the_second_is_told_and_a_neighbour_finds_nothing() {
        enter("3115000001", "钢铁大街第一小学", "2021-09-01");
        for (var name : List.of("钢铁大街实验小学", "钢铁大街中心小学")) {
            clerk.get("/desk/schools/3115000001/edit");
            var answer = clerk.post(
                    "/desk/schools/3115000001/edit",
                    "code",
                    "3115000001",
                    "name",
                    name,
                    "region",
                    KUNDULUN.value(),
                    "keeper",
                    bureau.toString(),
                    "stage",
                    "PRIMARY",
                    "opened",
                    "2021-09-01",
                    "version",
                    "1");
            assertThat(answer.status()).isEqualTo(name.contains("实验") ? 302 : 422);
        }
        assertThat(clerk.get("/desk/schools/3115000001").body()).contains("钢铁大街实验小学");
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, QINGSHAN));
        assertThat(neighbour.get("/desk/schools/3115000001").status()).isEqualTo(404);
        assertThat(neighbour.get("/desk/schools").body()).contains("还没有登记学校").doesNotContain("钢铁大街");
    }

    @Test
    void the_pages_can_be_read_by_everybody() {
        enter("3115000001", "钢铁大街第一小学", "2021-09-01");
        enter("3115000002", "钢铁大街第二小学", "2021-09-01");
        clerk.get("/desk/schools/3115000001");
        clerk.post(
                "/desk/schools/3115000001/numbers",
                "semester",
                Semester.of(LocalDate.now(GivenActivities.HERE)).from().toString(),
                "roll",
                "1200",
                "takingPart",
                "900",
                "teachers",
                "2");
        var window = desk(1440);
        for (var path : List.of("/desk/schools", "/desk/schools/3115000001", "/desk/schools/new")) {
            window.navigate(path);
            for (var width : List.of(1440, 768, 390)) {
                window.setViewportSize(width, 844);
                screenshot(
                        window,
                        "schools" + path.substring("/desk/schools".length()).replace('/', '-'),
                        width);
                assertNothingSticksOut(window);
            }
            assertNoSeriousFindings(window);
        }
    }
}
