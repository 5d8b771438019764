package org.kepu.activity.school;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.SessionId;
import org.kepu.activity.closing.Closing;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.activity.closing.Outcome;
import org.kepu.indicator.target.Semester;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What schools are offered counts for the school at which it was, and which schools fall short is seen at once. */
@OnPostgres
class SchoolsTest {

    private static final String HEADINGS = "学校标识码,学校名称,区划,主管单位,学段,农村牧区,开办日期,在校学生,参与科普活动的学生,科技教师";

    private static final LocalDate OPENED = LocalDate.of(2021, 9, 1);
    private static final Semester AUTUMN = new Semester(2025, Semester.Half.AUTUMN);

    @Autowired
    ApplicationContext context;

    @Autowired
    Schools schools;

    @Autowired
    SchoolStandings standings;

    @Autowired
    KeepingSchools keeping;

    @Autowired
    SchoolImport importing;

    @Autowired
    ClosingOut closing;

    GivenActivities given;
    BodyId bureau;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        bureau = given.body(KUNDULUN, "昆都仑区教育局");
    }

    private static Scope clerk() {
        return GivenActivities.clerk();
    }

    private static Scope reader(RegionCode... regions) {
        return GivenPlans.may(GivenPlans.CLERK, Right.READ_FIGURES, regions);
    }

    private SchoolForm form(String code, String name, RegionCode region) {
        return keptBy(bureau, code, name, region);
    }

    private static SchoolForm keptBy(BodyId keeper, String code, String name, RegionCode region) {
        return new SchoolForm(code, name, region.value(), keeper.value(), Stage.PRIMARY, false, OPENED, null, 0);
    }

    private void school(String code, String name) {
        assertThat(keeping.enter(clerk(), form(code, name, KUNDULUN))).isEqualTo(KeepingSchools.Outcome.DONE);
    }

    private SessionId lecture(String day) {
        return given.published(GivenActivities.talk(), GivenActivities.on(day, "14:00", 60));
    }

    private Outcome heldAt(SessionId session, int version, String school) {
        return closing.close(clerk(), session, version, new Closing(true, Map.of("PUPILS", 80), null, school));
    }

    private SchoolStanding standing(String code) {
        return standings
                .find(reader(KUNDULUN), Right.READ_FIGURES, code, AUTUMN)
                .orElseThrow();
    }

    @Test
    void four_lectures_in_the_semester_are_enough_and_the_last_day_of_january_is_still_autumn() {
        school("3115000001", "钢铁大街第一小学");
        for (var day : List.of("2025-09-01", "2025-10-20", "2025-12-31")) {
            heldAt(lecture(day), 0, "3115000001");
        }
        heldAt(lecture("2025-08-31"), 0, "3115000001");
        assertThat(standing("3115000001").lectures()).isEqualTo(3);
        assertThat(standing("3115000001").lacksLectures()).isTrue();
        heldAt(lecture("2026-01-31"), 0, "3115000001");
        assertThat(standing("3115000001").lectures()).isEqualTo(4);
        assertThat(standing("3115000001").lacksLectures()).isFalse();
        assertThat(standing("3115000001").lacksTrips()).isTrue();
    }

    @Test
    void put_down_for_the_wrong_school_it_is_moved_and_counts_once() {
        school("3115000001", "钢铁大街第一小学");
        school("3115000002", "钢铁大街第二小学");
        var session = lecture("2025-10-20");
        heldAt(session, 0, "3115000001");
        assertThat(heldAt(session, 1, "3115000002")).isEqualTo(new Outcome.Told(2));
        assertThat(standing("3115000001").lectures()).isZero();
        assertThat(standing("3115000002").lectures()).isEqualTo(1);
    }

    @Test
    void a_lecture_is_not_put_down_for_a_school_elsewhere_or_one_that_is_no_more() {
        var theirs = keptBy(given.body(QINGSHAN, "青山区教育局"), "3115000009", "青山一小", QINGSHAN);
        assertThat(keeping.enter(clerk(), theirs)).isEqualTo(KeepingSchools.Outcome.DONE);
        school("3115000001", "钢铁大街第一小学");
        var closed = new SchoolForm(
                "3115000001",
                "钢铁大街第一小学",
                KUNDULUN.value(),
                bureau.value(),
                Stage.PRIMARY,
                false,
                OPENED,
                LocalDate.of(2025, 7, 15),
                1);
        assertThat(keeping.change(clerk(), "3115000001", closed)).isEqualTo(KeepingSchools.Outcome.DONE);
        var refused = new Outcome.Refused(List.of(Outcome.Problem.UNKNOWN_SCHOOL));
        var session = lecture("2025-10-20");
        assertThat(heldAt(session, 0, "3115000009")).isEqualTo(refused);
        assertThat(heldAt(session, 0, "3115000001")).isEqualTo(refused);
        assertThat(heldAt(session, 0, "nowhere")).isEqualTo(refused);
        assertThat(given.facts()
                        .rows("indicator.fact where kind = (select id from indicator.kind where code = 'LECTURE')"))
                .isZero();
    }

    @Test
    void a_school_that_closed_is_not_among_those_of_the_next_semester_and_opened_again_it_is() {
        school("3115000001", "钢铁大街第一小学");
        var shut = new SchoolForm(
                "3115000001",
                "钢铁大街第一小学",
                KUNDULUN.value(),
                bureau.value(),
                Stage.PRIMARY,
                false,
                OPENED,
                LocalDate.of(2025, 7, 15),
                1);
        keeping.change(clerk(), "3115000001", shut);
        assertThat(schools.all(reader(KUNDULUN), AUTUMN)).isEmpty();
        assertThat(open("2025-09-01")).isZero();
        var again = new SchoolForm(
                "3115000001", "钢铁大街第一小学", KUNDULUN.value(), bureau.value(), Stage.PRIMARY, false, OPENED, null, 2);
        assertThat(keeping.change(clerk(), "3115000001", again)).isEqualTo(KeepingSchools.Outcome.DONE);
        assertThat(schools.all(reader(KUNDULUN), AUTUMN))
                .extracting(School::code)
                .containsExactly("3115000001");
        assertThat(open("2025-09-01")).isEqualTo(1);
    }

    /** How the last standing fact about the school says it is. */
    private int open(String day) {
        return given.database().sql("""
                        select fact.events from indicator.fact join indicator.kind on kind.id = fact.kind and kind.code = 'SCHOOL_OPEN'
                        where fact.weight = 1 and fact.day <= :day::date
                          and not exists (select from indicator.fact gone where gone.counters = fact.id)
                        order by day desc limit 1
                        """).param("day", day).query(Integer.class).single();
    }

    @Test
    void numbers_told_twice_count_once_and_put_right_they_replace() {
        school("3115000001", "钢铁大街第一小学");
        var first = Map.of(SchoolNumber.ROLL, 1000, SchoolNumber.TAKING_PART, 850);
        assertThat(together(6, same -> keeping.numbers(clerk(), "3115000001", AUTUMN, first)))
                .containsOnlyOnce(true);
        assertThat(standing("3115000001").percent()).hasValue(85);
        assertThat(standing("3115000001").lacksPupils()).isTrue();
        keeping.numbers(clerk(), "3115000001", AUTUMN, Map.of(SchoolNumber.TAKING_PART, 900));
        assertThat(standing("3115000001").lacksPupils()).isFalse();
        assertThat(given.database().sql("""
                                select kind.code || ' ' || sum(fact.quantity) from indicator.fact join indicator.kind on kind.id = fact.kind
                                where kind.code <> 'SCHOOL_OPEN' group by kind.code order by 1
                                """).query(String.class).list())
                .containsExactly("PUPILS_TAKING_PART 900", "SCHOOL_ROLL 1000");
    }

    @Test
    void of_many_who_enter_one_code_at_once_one_school_comes_of_it() {
        var outcomes = together(8, i -> keeping.enter(clerk(), form("3115000001", "第" + i + "小学", KUNDULUN)));
        assertThat(outcomes)
                .containsOnlyOnce(KeepingSchools.Outcome.DONE)
                .containsOnly(KeepingSchools.Outcome.DONE, KeepingSchools.Outcome.TAKEN);
        assertThat(given.facts().rows("activity.school")).isEqualTo(1);
        assertThat(given.facts().rows("indicator.fact")).isEqualTo(1);
    }

    @Test
    void a_neighbour_sees_no_school_and_changes_none() {
        school("3115000001", "钢铁大街第一小学");
        assertThat(schools.all(reader(QINGSHAN), AUTUMN)).isEmpty();
        assertThat(schools.find(reader(QINGSHAN), Right.READ_FIGURES, "3115000001"))
                .isEmpty();
        var neighbour = GivenActivities.clerkOf(QINGSHAN);
        assertThatThrownBy(() -> keeping.numbers(neighbour, "3115000001", AUTUMN, Map.of(SchoolNumber.ROLL, 1)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> keeping.change(neighbour, "3115000001", form("3115000001", "改名小学", QINGSHAN)))
                .isInstanceOf(NotFound.class);
        assertThat(keeping.enter(neighbour, form("3115000003", "钢铁大街第三小学", KUNDULUN)))
                .isEqualTo(KeepingSchools.Outcome.OUT_OF_REACH);
    }

    @Test
    void whoever_works_for_the_keeper_tells_the_numbers_of_its_schools_and_of_no_other() {
        school("3115000001", "钢铁大街第一小学");
        keeping.enter(
                clerk(),
                new SchoolForm(
                        "3115000002",
                        "别家小学",
                        KUNDULUN.value(),
                        given.body(KUNDULUN, "别的单位").value(),
                        Stage.PRIMARY,
                        false,
                        OPENED,
                        null,
                        0));
        var ours = of(bureau);
        assertThat(keeping.numbers(ours, "3115000001", AUTUMN, Map.of(SchoolNumber.SCIENCE_TEACHERS, 2)))
                .isTrue();
        assertThatThrownBy(() -> keeping.numbers(ours, "3115000002", AUTUMN, Map.of(SchoolNumber.ROLL, 1)))
                .isInstanceOf(NotFound.class);
    }

    private static Scope of(BodyId body) {
        return new Scope(
                GivenPlans.CLERK,
                Right.RUN_ACTIVITIES,
                LocalDate.now(GivenActivities.HERE),
                Set.of(),
                Set.of(body),
                Set.of());
    }

    @Test
    void a_keeper_is_of_the_division_or_above_it_and_a_body_enters_schools_in_its_own_division_only() {
        var elsewhere = given.body(QINGSHAN, "青山区教育局");
        assertThat(keeping.enter(clerk(), keptBy(elsewhere, "3115000001", "钢铁大街第一小学", KUNDULUN)))
                .as("a keeper from elsewhere")
                .isEqualTo(KeepingSchools.Outcome.OUT_OF_REACH);
        assertThat(keeping.enter(of(bureau), form("3115000001", "钢铁大街第一小学", QINGSHAN)))
                .as("a division that is not the body's")
                .isEqualTo(KeepingSchools.Outcome.OUT_OF_REACH);
        assertThat(keeping.enter(of(bureau), form("3115000001", "钢铁大街第一小学", KUNDULUN)))
                .isEqualTo(KeepingSchools.Outcome.DONE);
        var moved = new SchoolForm(
                "3115000001", "钢铁大街第一小学", QINGSHAN.value(), bureau.value(), Stage.PRIMARY, false, OPENED, null, 1);
        assertThat(keeping.change(of(bureau), "3115000001", moved)).isEqualTo(KeepingSchools.Outcome.OUT_OF_REACH);
    }

    @Test
    void of_two_who_tell_the_numbers_of_a_semester_the_second_is_told_and_the_trail_says_what_stood_before() {
        school("3115000001", "钢铁大街第一小学");
        var read = SchoolNumber.seen(Map.of());
        var first = Map.of(SchoolNumber.ROLL, 1000);
        assertThat(keeping.numbers(clerk(), "3115000001", AUTUMN, read, first)).isEqualTo(KeepingSchools.Outcome.DONE);
        assertThat(keeping.numbers(clerk(), "3115000001", AUTUMN, read, Map.of(SchoolNumber.ROLL, 900)))
                .isEqualTo(KeepingSchools.Outcome.TAKEN);
        assertThat(keeping.numbers(clerk(), "3115000001", AUTUMN, read, first))
                .as("sent twice")
                .isEqualTo(KeepingSchools.Outcome.DONE);
        var now = SchoolNumber.seen(standing("3115000001").numbers());
        keeping.numbers(clerk(), "3115000001", AUTUMN, now, Map.of(SchoolNumber.ROLL, 900));
        assertThat(given.database()
                        .sql(
                                "select changes::text from audit.entry where act = 'school.act.number' order by at desc limit 1")
                        .query(String.class)
                        .single())
                .contains("1000", "900");
    }

    @Test
    void a_table_of_three_hundred_rows_with_seven_wrong_ones_enters_the_others_and_again_nothing() {
        var table = new StringBuilder("2025 年秋季学期\n" + HEADINGS + "\n");
        for (int i = 0; i < 300; i++) {
            table.append(
                    switch (i) {
                        case 10 -> "31#,坏码小学,150203,昆都仑区教育局,小学,否,2021-09-01,100,90,1\n";
                        case 20 -> "3115000020,,150203,昆都仑区教育局,小学,否,2021-09-01,100,90,1\n";
                        case 30 -> "3115000030,远方小学,999999,昆都仑区教育局,小学,否,2021-09-01,100,90,1\n";
                        case 40 -> "3115000040,无主小学,150203,没有这个局,小学,否,2021-09-01,100,90,1\n";
                        case 50 -> "3115000050,大学,150203,昆都仑区教育局,大学,否,2021-09-01,100,90,1\n";
                        case 60 -> "3115000060,将来小学,150203,昆都仑区教育局,小学,否,2126-09-01,100,90,1\n";
                        case 70 -> "3115000070,超员小学,150203,昆都仑区教育局,小学,否,2021-09-01,100,900,1\n";
                        default ->
                            "3115%06d,第%d小学,150203,昆都仑区教育局,小学,%s,2021-09-01,%d,%d,1\n"
                                    .formatted(i, i, i % 2 == 0 ? "是" : "否", 100 + i, 95 + i);
                    });
        }
        var report = taken(table.toString());
        assertThat(report.read()).isEqualTo(300);
        assertThat(report.written()).isEqualTo(293);
        assertThat(report.rejected()).isEqualTo(7);
        assertThat(report.errors())
                .extracting(error -> error.line() + " " + error.column())
                .contains("13 学校标识码", "23 学校名称", "33 主管单位", "43 主管单位", "53 学段", "63 开办日期", "73 参与科普活动的学生");
        assertThat(schools.all(reader(KUNDULUN), AUTUMN)).hasSize(293);
        var again = taken(table.toString());
        assertThat(List.of(again.written(), again.unchanged(), again.rejected()))
                .containsExactly(0, 293, 7);
        assertThat(given.facts().rows("indicator.fact")).isEqualTo(293 * 4);
    }

    @Test
    void the_columns_are_known_by_their_names_and_no_row_is_lost() {
        var row = "3115000001,第一小学,150203,昆都仑区教育局,小学,否,2021-09-01,100,90,1";
        assertThat(taken(HEADINGS + "\n" + row + "\n").written())
                .as("without a title above")
                .isEqualTo(1);
        assertThat(importing.take(clerk(), AUTUMN, ("没有表头\n" + row + "\n").getBytes(UTF_8)))
                .isEqualTo(new SchoolImport.Taken.Unreadable("school.sheet.heading"));
        assertThat(importing.take(clerk(), AUTUMN, "not a table".getBytes(UTF_8)))
                .isInstanceOf(SchoolImport.Taken.Unreadable.class);
    }

    private org.kepu.shared.ImportReport taken(String table) {
        return ((SchoolImport.Taken.Read) importing.take(clerk(), AUTUMN, table.getBytes(UTF_8))).report();
    }

    @Test
    void a_lecture_in_the_steppe_counts_as_rural_as_its_school_does() {
        var keeper = given.body(GACHA, "苏木教育办");
        keeping.enter(
                clerk(),
                new SchoolForm(
                        "3115250001", "牧区小学", GACHA.value(), keeper.value(), Stage.PRIMARY, true, OPENED, null, 0));
        var talk = given.published(
                GivenActivities.described("星空讲座", "LECTURE", GACHA, List.of("PUPILS")),
                GivenActivities.on("2025-10-20", "14:00", 60));
        heldAt(talk, 0, "3115250001");
        assertThat(given.database()
                        .sql(
                                "select rural from indicator.fact join indicator.kind on kind.id = fact.kind where code = 'LECTURE'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
