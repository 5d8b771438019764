package org.kepu.activity.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.activity.GivenActivities.talk;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Offers;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Question;
import org.kepu.activity.Quota;
import org.kepu.activity.training.PassRule;
import org.kepu.activity.training.TrainingClasses;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Attachment;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Planning at the desk: what is typed is never lost, and nobody overwrites another's words unseen. */
class PlanningPagesTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    OwnActivities activities;

    GivenActivities given;
    ActivityId id;
    String at;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
        id = given.draft(talk(), on("2027-03-05", "15:00", 60));
        at = "/desk/activities/" + id;
    }

    private static String[] form(String title, String version, String... more) {
        return Stream.concat(
                        Stream.of(
                                "title",
                                title,
                                "version",
                                version,
                                "kind",
                                "LECTURE",
                                "audiences",
                                "ELDERS",
                                "region",
                                KUNDULUN.value(),
                                "placeKind",
                                "COMMUNITY",
                                "place",
                                "青松社区"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    @Test
    void of_two_editors_the_second_gets_his_words_back_beside_the_others() {
        var one = clerk();
        var two = signedIn(accounts.with(Role.COMMUNITY_CLERK, KUNDULUN));
        one.get(at + "/edit");
        two.get(at + "/edit");
        assertThat(one.post(at + "/edit", form("甲改的名称", "1")).status()).isEqualTo(302);
        var answer = two.post(at + "/edit", form("乙改的名称", "1", "summary", "乙写的介绍"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("甲改的名称", "乙改的名称", "乙写的介绍");
        assertThat(title()).isEqualTo("甲改的名称");
        assertThat(two.post(at + "/edit", form("乙改的名称", hidden(answer.body(), "version")))
                        .status())
                .isEqualTo(302);
        assertThat(title()).isEqualTo("乙改的名称");
    }

    private String title() {
        return activities.find(scope(), id).orElseThrow().title();
    }

    private static Scope scope() {
        return GivenActivities.clerk();
    }

    @Test
    void of_two_editors_of_a_session_the_second_gets_his_words_back() {
        var session = "/desk/activities/sessions/" + given.sessionOf(id) + "/edit";
        var one = clerk();
        var seen = hidden(one.get(session).body(), "seen");
        assertThat(one.post(session, planned(seen, "09:00", "10:00", "30")).status())
                .isEqualTo(302);
        var answer = one.post(session, planned(seen, "11:00", "12:00", "50"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("09:00—10:00", "名额 30", "value=\"11:00\"", "value=\"50\"");
        assertThat(one.post(session, planned(hidden(answer.body(), "seen"), "11:00", "12:00", "50"))
                        .status())
                .isEqualTo(302);
    }

    private static String[] planned(String seen, String begins, String ends, String capacity) {
        return new String[] {
            "seen",
            seen,
            "day",
            "2027-03-05",
            "begins",
            begins,
            "ends",
            ends,
            "capacity",
            capacity,
            "perPerson",
            "2",
            "parties",
            "SINGLE",
            "groupMost",
            "50",
            "releaseHours",
            "24"
        };
    }

    @Test
    void a_form_that_is_sent_twice_writes_one_activity() {
        var clerk = clerk();
        clerk.get("/desk/activities/new");
        var key = UUID.randomUUID().toString();
        var typed = Stream.concat(
                        Stream.of(form("双击", "0", "key", key)), Stream.of(planned("", "15:00", "16:00", "30")))
                .toArray(String[]::new);
        for (int sent = 0; sent < 2; sent++) {
            assertThat(clerk.post("/desk/activities/new", typed).location()).endsWith("/desk/activities/" + key);
            assertThat(clerk.get("/desk/activities/" + key).body()).contains(sent == 0 ? "已保存草稿：双击" : "这份草稿已经保存过");
        }
        assertThat(given.database()
                        .sql("select count(*) from activity.session where activity = :id::uuid")
                        .param("id", key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_copy_a_session_and_a_template_that_are_sent_twice_are_made_once_and_it_is_said() {
        var clerk = clerk();
        var key = hidden(clerk.get(at).body(), "key");
        for (var said : List.of("已照此写好草稿", "刚才已经照此写了一份")) {
            var made = clerk.post(at + "/copy", "key", key).location();
            assertThat(made).endsWith("/desk/activities/" + key + "/edit");
            assertThat(clerk.get(made).body()).contains(said);
        }
        assertThat(activities.sessionsOf(scope(), new ActivityId(UUID.fromString(key))))
                .hasSize(1);
        assertThat(count("activity.activity")).isEqualTo(2);

        var blank = clerk.get(at + "/sessions/new").body();
        var session = with(List.of(planned("", "09:00", "10:00", "30")), "key", hidden(blank, "key"));
        for (var said : List.of("已加一场", "这一场刚才已经加上了")) {
            assertThat(clerk.post(at + "/sessions/new", session).location()).endsWith(at);
            assertThat(clerk.get(at).body()).contains(said);
        }
        assertThat(activities.sessionsOf(scope(), id)).hasSize(2);

        var template = new String[] {"key", key, "name", "每周讲座", "keeper", KUNDULUN.value()};
        for (var said : List.of("已存为模板", "刚才已经存成模板了")) {
            assertThat(clerk.post(at + "/template", template).location()).endsWith("/templates");
            assertThat(clerk.get("/desk/activities/templates").body()).contains(said);
        }
        assertThat(count("activity.template")).isEqualTo(1);
    }

    private int count(String table) {
        return given.database()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_wrong_form_and_another_division_keep_all_that_was_typed() {
        var clerk = clerk();
        clerk.get("/desk/activities/new");
        var typed = form(
                "",
                "0",
                "summary",
                "讲怎么防暴风雪",
                "others",
                "没有这个单位",
                "day",
                "2027-03-05",
                "begins",
                "15:00",
                "ends",
                "14:00",
                "perPerson",
                "2",
                "capacity",
                "三十",
                "elders",
                "五个",
                "words",
                "要坐接驳车吗");
        var wrong = clerk.post("/desk/activities/new", typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("讲怎么防暴风雪", "没有这个单位", "value=\"三十\"", "value=\"14:00\"", "没有叫“没有这个单位”的单位");
        assertThat(wrong.body().split("处需要修改", -1))
                .as("all that is wrong stands in one list")
                .hasSize(2);
        var chosen = clerk.post(
                "/desk/activities/new",
                Stream.concat(Stream.of(typed), Stream.of("choose", "1")).toArray(String[]::new));
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.body()).contains("讲怎么防暴风雪", "没有这个单位", "value=\"三十\"", "value=\"五个\"", "value=\"要坐接驳车吗\"");
    }

    @Test
    void a_session_of_a_class_leads_to_the_class_and_is_not_closed_out_by_itself() {
        var session = given.published(
                GivenActivities.described("教师培训", "TRAINING", KUNDULUN, List.of("SCIENCE_TEACHERS")),
                on("2025-03-05", "09:00", 240));
        var training = given.activityOf(session);
        context.getBean(TrainingClasses.class).set(scope(), training, 0, "ORDER", PassRule.USUAL);
        var page = clerk().get("/desk/activities/sessions/" + session).body();
        assertThat(page)
                .contains("href=\"/desk/trainings/" + training + "\">结班")
                .doesNotContain(session + "/close");
        assertThat(clerk().get("/desk/trainings/" + training).body())
                .contains("href=\"/desk/activities/" + training + "\">查看活动")
                .as("it lies behind the door of activities")
                .contains("href=\"/desk/activities\" aria-current=\"page\"");
    }

    @Test
    void the_first_session_of_a_new_activity_keeps_seats_and_asks_what_was_planned_with_it() {
        var clerk = clerk();
        var blank = clerk.get("/desk/activities/new").body();
        assertThat(blank).contains("谁可以报名、留座、提问");
        var told = Stream.concat(
                Stream.of(form("老年科普讲座", "0", "elders", "5", "words", "要坐接驳车吗", "kinds", "YES_NO")),
                Stream.of(planned("", "09:00", "10:00", "30")));
        var written = clerk.post("/desk/activities/new", told.toArray(String[]::new));
        assertThat(written.status()).isEqualTo(302);
        var made = new ActivityId(UUID.fromString(written.location().replaceFirst(".*/", "")));
        var offer = context.getBean(Offers.class).of(given.session(given.sessionOf(made)));
        assertThat(offer.admission().quotas())
                .extracting(Quota::kind, Quota::capacity)
                .containsExactly(tuple(Quota.Kind.ELDERS, 5));
        assertThat(offer.admission().questions()).extracting(Question::words).containsExactly("要坐接驳车吗");
        assertThat(offer.session().seats().kept()).isEqualTo(5);
    }

    @Test
    void an_organiser_from_elsewhere_is_told_by_name_and_stays_when_the_form_is_saved_again() {
        var guest = given.body(QINGSHAN, "青山区气象局");
        var clerk = clerk();
        clerk.get(at + "/edit");
        clerk.post(at + "/edit", form("合办讲座", "1", "others", "青山区气象局"));
        assertThat(activities.find(scope(), id).orElseThrow().described().organisers())
                .containsExactly(guest);
        assertThat(clerk.get(at + "/edit").body()).contains("青山区气象局", "value=\"" + guest + "\" checked");
    }

    @Test
    void a_series_is_looked_at_ticked_and_saved() {
        var clerk = clerk();
        var key = hidden(clerk.get(at + "/series").body(), "key");
        var rule = List.of(
                "key",
                key,
                "rhythm",
                "WEEKLY",
                "every",
                "1",
                "times",
                "3",
                "day",
                "2027-06-01",
                "begins",
                "15:00",
                "ends",
                "16:00",
                "perPerson",
                "2");
        var looked = clerk.post(at + "/series", with(rule, "looked", "", "save", "1"));
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.body()).contains("value=\"2027-06-01\" checked", "value=\"2027-06-15\" checked");
        assertThat(activities.sessionsOf(scope(), id))
                .as("nothing is planned unseen")
                .hasSize(1);
        var sight = hidden(looked.body(), "looked");
        assertThat(clerk.post(at + "/series", with(rule, "looked", sight, "save", "1"))
                        .status())
                .isEqualTo(422);
        var saved = clerk.post(
                at + "/series",
                with(
                        rule,
                        "looked",
                        sight,
                        "save",
                        "1",
                        "chosen",
                        "2027-06-01",
                        "chosen",
                        "2027-06-15",
                        "chosen",
                        "2030-01-01"));
        assertThat(saved.status()).isEqualTo(302);
        assertThat(activities.sessionsOf(scope(), id))
                .extracting(session -> session.day().toString())
                .containsExactly("2027-03-05", "2027-06-01", "2027-06-15");
    }

    private static String[] with(List<String> fields, String... more) {
        return Stream.concat(fields.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void an_office_sets_the_way_and_a_draft_is_sent_instead_of_published() {
        var office = clerk();
        office.get("/desk/activities/approval-path");
        assertThat(office.post(
                                "/desk/activities/approval-path",
                                "region",
                                KUNDULUN.value(),
                                "version",
                                "0",
                                "manner",
                                "STEPS")
                        .status())
                .isEqualTo(422);
        assertThat(office.post(
                                "/desk/activities/approval-path",
                                "region",
                                KUNDULUN.value(),
                                "version",
                                "0",
                                "manner",
                                "STEPS",
                                "steps",
                                "LEAGUE",
                                "steps",
                                "")
                        .status())
                .isEqualTo(302);
        assertThat(office.get(at).body()).contains("送审").doesNotContain(at + "/publish");
        var writer = signedIn(accounts.with(Role.COMMUNITY_CLERK, KUNDULUN));
        writer.get(at);
        writer.post(at + "/approval");
        assertThat(writer.get(at).body()).contains("待审");
        var league = signedIn(accounts.with(Role.OFFICE_CLERK, new RegionCode("150200")));
        var todo = Pattern.compile("/desk/activities/approvals/[0-9a-f-]{36}")
                .matcher(league.get("/desk").body());
        assertThat(todo.find()).isTrue();
        assertThat(league.get(todo.group()).body()).contains("防灾减灾讲座", "批准");
        assertThat(league.post(todo.group(), "position", "1", "approved", "false", "reason", "")
                        .status())
                .isEqualTo(422);
        assertThat(league.post(todo.group(), "position", "1", "approved", "true", "reason", "")
                        .status())
                .isEqualTo(302);
        assertThat(writer.get("/desk").body()).contains("已批准，可以发布");
        assertThat(writer.get(at).body()).contains(at + "/publish");
    }

    @Test
    void a_pattern_is_kept_and_a_new_activity_written_from_it() {
        var clerk = clerk();
        clerk.get(at);
        assertThat(clerk.post(at + "/template", "name", "", "keeper", "150000").location())
                .endsWith("#template");
        clerk.post(at + "/template", "name", "每周讲座", "keeper", "150000", "shared", "true");
        var below = signedIn(accounts.with(Role.COMMUNITY_CLERK, QINGSHAN));
        var use = Pattern.compile("/desk/activities/new\\?template=[0-9a-f-]{36}")
                .matcher(below.get("/desk/activities/templates").body());
        assertThat(use.find()).isTrue();
        assertThat(below.get(use.group()).body())
                .contains("防灾减灾讲座", "讲怎么防暴风雪", "value=\"15:00\"")
                .doesNotContain("青松社区一楼");
    }

    @Test
    void a_table_is_handed_in_read_and_taken_over() {
        var clerk = clerk();
        clerk.get("/desk/activities/import");
        var text =
                "编号,名称,种类,面向,区划代码,地点,日期,开始,结束\n1,冬季用煤安全,科普讲座,老年人,150203,青松社区,2027-03-05,09:30,10:30\n2,,科普讲座,老年人,150203,青松社区,2027-03-05,09:30,10:30\n";
        var handed = hand(clerk, text);
        assertThat(handed.status()).isEqualTo(302);
        assertThat(clerk.get(handed.location()).body()).contains("试读结果", "编号属于 内蒙古自治区", "名称", "不能空着");
        clerk.post(handed.location());
        assertThat(clerk.get(handed.location()).body()).contains("导入结果");
        assertThat(hand(clerk, "a,b\n1,2\n").status()).isEqualTo(422);
        assertThat(clerk.get("/desk/activities/export.xlsx?q=用煤").status()).isEqualTo(200);
        assertThat(clerk.get("/desk/activities/import/form.xlsx").status()).isEqualTo(200);
    }

    private static Visitor.Answer hand(Visitor clerk, String text) {
        return clerk.attach(
                "/desk/activities/import?region=150000", "file", new Attachment("活动.csv", text.getBytes(UTF_8)));
    }
}
