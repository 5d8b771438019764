package org.kepu.activity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.clerkOf;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.certificate.Certificate;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists, ticks, passing and certificates of classes. */
@OnPostgres
class TrainingClassesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    Trainees trainees;

    @Autowired
    Attendance attendance;

    @Autowired
    ClassCertificates certificates;

    @Autowired
    TraineeImport importing;

    @Autowired
    TrainingLedger ledger;

    GivenTrainings given;
    BodyId education;

    @BeforeEach
    void clear() {
        given = new GivenTrainings(GivenActivities.onCleanGround(context));
        education = given.activities().body(KUNDULUN, "区教育局");
    }

    private ActivityId training() {
        return given.training(
                GivenTrainings.described("实验课培训", KUNDULUN, education),
                on("2025-03-05", "09:00", 240),
                on("2025-03-06", "09:00", 60));
    }

    private static Scope clerkOfBody(BodyId body) {
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        return new Scope(GivenPlans.OTHER, Right.RUN_ACTIVITIES, today, Set.of(), Set.of(body), Set.of());
    }

    @Test
    void one_passes_by_the_share_of_the_hours_and_the_mark_of_the_exam() {
        var eighty = new PassRule(80, null);
        assertThat(eighty.isMet(240, 300, null)).isTrue();
        assertThat(eighty.isMet(239, 300, null)).isFalse();
        var exam = new PassRule(80, 60);
        assertThat(exam.isMet(300, 300, 60)).isTrue();
        assertThat(exam.isMet(300, 300, 59)).isFalse();
        assertThat(exam.isMet(300, 300, null)).isFalse();
        assertThat(new PassRule(0, null).isMet(0, 300, null))
                .as("whoever never came")
                .isFalse();
    }

    @Test
    void a_number_is_on_the_list_once_however_it_is_written_and_however_many_enter_it() {
        var id = training();
        assertThat(together(
                                6,
                                who -> trainees.enter(
                                        clerk(),
                                        id,
                                        GivenTrainings.entry(
                                                who % 2 == 0 ? "13800138001" : "138 0013 8001",
                                                "SCIENCE_TEACHER",
                                                false)))
                        .stream()
                        .filter(entered -> entered))
                .hasSize(1);
        assertThat(trainees.of(clerk(), id))
                .extracting(Trainee::name, Trainee::phone)
                .containsExactly(tuple("王*", "138****8001"));
    }

    @Test
    void names_and_numbers_are_sealed_in_the_database() {
        var id = training();
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        assertThat(database.sql("select name || phone || phone_print from activity.trainee")
                        .query(String.class)
                        .single())
                .doesNotContain("王小明", "13800138001");
    }

    @Test
    void of_two_who_tick_at_once_one_is_told_to_look_again_and_nothing_is_lost() {
        var id = training();
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        given.enter(id, "13800138002", "SCIENCE_TEACHER", false);
        var session = given.sessions(id).getFirst();
        var version = context.getBean(TrainingClasses.class)
                .find(clerk(), id)
                .orElseThrow()
                .version();
        var one = given.trainee(id, "8001");
        var other = given.trainee(id, "8002");
        assertThat(together(2, who -> attendance.tick(clerk(), id, session, version, Set.of(who == 0 ? one : other))))
                .containsExactlyInAnyOrder(Attendance.Ticked.DONE, Attendance.Ticked.CHANGED_MEANWHILE);
        assertThat(attendance.of(clerk(), session)).hasSize(1);
        assertThat(attendance.tick(clerk(), id, session, version + 1, Set.of(one, UUID.randomUUID())))
                .isEqualTo(Attendance.Ticked.DONE);
        assertThat(attendance.of(clerk(), session)).containsExactly(one);
    }

    @Test
    void what_has_not_begun_is_not_ticked_and_what_is_not_over_is_not_closed() {
        var id = training();
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        assertThat(given.close(id)).isEqualTo(new ClassClosed.Refused(List.of(ClassClosed.Problem.NOBODY)));
        given.activities()
                .more(given.sessions(id).getFirst(), given.activities().seats(null, 1, false));
        var version = context.getBean(TrainingClasses.class)
                .find(clerk(), id)
                .orElseThrow()
                .version();
        assertThat(attendance.tick(clerk(), id, given.sessions(id).getLast(), version, Set.of()))
                .isEqualTo(Attendance.Ticked.NOT_BEGUN);
        assertThat(given.close(id))
                .isEqualTo(new ClassClosed.Refused(List.of(ClassClosed.Problem.NOT_OVER, ClassClosed.Problem.NOBODY)));
        assertThat(database.sql("select count(*) from indicator.fact")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void certificates_go_to_those_who_have_passed_once_and_after_revoking_anew() {
        var id = training();
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        given.enter(id, "13800138002", "SCIENCE_TEACHER", false);
        given.enter(id, "13800138003", "SCIENCE_TEACHER", false);
        given.allCame(id, given.sessions(id).getFirst());
        given.tick(id, given.sessions(id).getFirst(), List.of(given.trainee(id, "8001"), given.trainee(id, "8002")));
        given.tick(id, given.sessions(id).getLast(), List.of(given.trainee(id, "8003")));
        assertThat(certificates.issue(clerk(), id)).isEqualTo(new ClassCertificates.Issued.NotClosed());
        given.close(id);
        var issued = together(4, same -> certificates.issue(clerk(), id));
        assertThat(issued).containsExactlyInAnyOrder(done(2), done(0), done(0), done(0));
        var held = certificates.of(clerk(), id);
        assertThat(held).hasSize(2);
        assertThat(held.values())
                .allSatisfy(one -> {
                    assertThat(one.hours()).isEqualTo("4");
                    assertThat(one.issuer()).isEqualTo("区教育局");
                    assertThat(one.number()).matches("PX\\d{4}-150203-\\d{6}");
                })
                .extracting(Certificate::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{16}"));
        var first = given.trainee(id, "8001");
        assertThat(trainees.remove(clerk(), id, first)).isEqualTo(Trainees.Removal.CERTIFIED);
        assertThat(certificates.revoke(clerk(), id, first, new Reason("姓名写错"))).isTrue();
        assertThat(certificates.revoke(clerk(), id, first, new Reason("姓名写错"))).isFalse();
        assertThat(certificates.print(clerk(), id, null)).hasSize(1);
        trainees.change(clerk(), id, first, 1, "乌云", "SCIENCE_TEACHER", false, null);
        assertThat(certificates.issue(clerk(), id)).isEqualTo(done(1));
        assertThat(certificates.print(clerk(), id, first))
                .extracting(Certificate::holder)
                .containsExactly("乌云");
        assertThat(certificates.print(clerk(), id, null)).hasSize(2);
        assertThat(database.sql("select count(*) from certificate.certificate")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void of_two_who_change_a_trainee_the_second_is_told() {
        var id = training();
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        var one = given.trainee(id, "8001");
        assertThat(together(2, who -> trainees.change(clerk(), id, one, 1, null, "TEACHER", null, 80 + who)))
                .containsExactlyInAnyOrder(true, false);
        assertThat(trainees.change(clerk(), id, one, 1, null, "TEACHER", null, 90))
                .isFalse();
        assertThat(together(2, same -> trainees.change(clerk(), id, one, 2, null, "TEACHER", null, 90)))
                .containsOnly(true);
        given.bean(Trainees.class).enterAll(clerk(), id, List.of(GivenTrainings.entry("13800138001", "TEACHER", null)));
        assertThat(trainees.change(clerk(), id, one, 3, null, "TEACHER", null, 95))
                .as("a table was handed in meanwhile")
                .isFalse();
        assertThat(trainees.find(clerk(), id, one).orElseThrow().mark()).isNull();
    }

    @Test
    void what_a_closed_class_counted_is_not_planned_otherwise_and_nobody_is_certified_by_what_it_has_not_counted() {
        var id = training();
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        given.enter(id, "13800138002", "SCIENCE_TEACHER", false);
        given.tick(id, given.sessions(id).getFirst(), List.of(given.trainee(id, "8001")));
        given.close(id);
        var sessions = given.bean(KeepingSessions.class);
        var first = given.sessions(id).getFirst();
        assertThat(sessions.change(clerk(), first, GivenActivities.on("2025-03-05", "08:00", 600)))
                .isEqualTo(KeepingSessions.Change.TOO_LATE);
        assertThat(sessions.cancel(clerk(), first)).isEqualTo(KeepingSessions.Change.TOO_LATE);
        given.allCame(id, first);
        assertThat(certificates.issue(clerk(), id)).isEqualTo(new ClassCertificates.Issued.ChangedSince());
        assertThat(certificates.of(clerk(), id)).isEmpty();
        given.close(id);
        assertThat(certificates.issue(clerk(), id)).isEqualTo(done(2));
    }

    private static ClassCertificates.Issued done(int count) {
        return new ClassCertificates.Issued.Done(count);
    }

    @Test
    void a_class_that_no_body_holds_issues_nothing() {
        var id = given.training(GivenTrainings.described("无主办", KUNDULUN), on("2025-03-05", "09:00", 60));
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        given.allCame(id, given.sessions(id).getFirst());
        given.close(id);
        assertThat(certificates.issue(clerk(), id)).isEqualTo(new ClassCertificates.Issued.NoIssuer());
    }

    @Test
    void a_table_is_taken_once_and_each_bad_row_has_its_reason() throws IOException {
        var id = training();
        given.enter(id, "13800138009", "SCIENCE_TEACHER", false);
        var file = table(
                List.of("姓名", "手机号码", "学员类别", "农村牧区学校", "考核成绩"),
                List.of("乌云", "138 0013 8001", "科技教师", "是", "88"),
                List.of("", "13800138002", "科技教师", "", ""),
                List.of("巴图", "138", "高素质农牧民", "", ""),
                List.of("巴图", "13800138003", "火星人", "", ""),
                List.of("巴图", "13800138004", "高素质农牧民", "也许", "101"),
                List.of("又一个", "13800138001", "科技教师", "否", ""),
                List.of("王小明", "13800138009", "科技教师", "否", ""),
                List.of("高娃", "13800138005", "农牧民", "", ""));
        var report = ((TraineeImport.Taken.Report) importing.take(clerk(), id, file)).report();
        assertThat(List.of(report.read(), report.written(), report.unchanged(), report.rejected()))
                .containsExactly(8, 2, 1, 5);
        assertThat(report.errors())
                .extracting(RowError::line, RowError::column, RowError::reason)
                .containsExactly(
                        tuple(3, "姓名", "training.wrong.name"),
                        tuple(4, "手机号码", "training.wrong.phone"),
                        tuple(5, "学员类别", "training.wrong.category"),
                        tuple(6, "农村牧区学校", "training.wrong.rural"),
                        tuple(6, "考核成绩", "training.wrong.mark"),
                        tuple(7, "手机号码", "training.row.twice"));
        assertThat(trainees.of(clerk(), id))
                .extracting(Trainee::phone, Trainee::category, Trainee::rural, Trainee::mark)
                .containsExactly(
                        tuple("138****8009", "SCIENCE_TEACHER", false, null),
                        tuple("138****8001", "SCIENCE_TEACHER", true, 88),
                        tuple("138****8005", "FARMER", null, null));
        var again = ((TraineeImport.Taken.Report) importing.take(clerk(), id, file)).report();
        assertThat(List.of(again.written(), again.unchanged(), again.rejected()))
                .containsExactly(0, 3, 5);
        assertThat(importing.take(clerk(), id, new byte[0]))
                .isEqualTo(new TraineeImport.Taken.Unreadable("region.sheet.empty"));
    }

    @Test
    void a_table_is_read_by_its_headings_and_without_them_refused_so_that_no_row_is_lost() throws IOException {
        var id = training();
        assertThat(importing.take(
                        clerk(), id, table(List.of("乌云", "13800138001", "科技教师"), List.of("巴图", "13800138002", "科技教师"))))
                .isEqualTo(new TraineeImport.Taken.Unreadable("training.import.heading"));
        assertThat(trainees.of(clerk(), id)).isEmpty();
        var report = ((TraineeImport.Taken.Report) importing.take(
                        clerk(),
                        id,
                        table(
                                List.of("培训班学员"),
                                List.of("学员类别", "序号", "手机号码", "姓名"),
                                List.of("科技教师", "1", "13800138001", "乌云"))))
                .report();
        assertThat(report.written()).isEqualTo(1);
        assertThat(trainees.of(clerk(), id)).extracting(Trainee::name).containsExactly("乌*");
    }

    @SafeVarargs
    private static byte[] table(List<String>... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet("学员");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void the_ledger_of_a_year_keeps_persons_and_attendances_apart() {
        for (var day : List.of("2025-03-05", "2025-09-05", "2026-01-05")) {
            var id = given.training(GivenTrainings.described("班" + day, KUNDULUN), on(day, "09:00", 60));
            given.enter(id, "13800138001", "SCIENCE_TEACHER", true);
            given.enter(id, "13800138002", "SCIENCE_TEACHER", false);
            given.allCame(id, given.sessions(id).getFirst());
            given.close(id);
        }
        var open = given.training(GivenTrainings.described("没结的班", KUNDULUN), on("2025-10-05", "09:00", 60));
        given.enter(open, "13800138003", "SCIENCE_TEACHER", false);
        given.allCame(open, given.sessions(open).getFirst());
        assertThat(ledger.totals(clerk(), Year.of(2025)))
                .containsExactly(new TrainingLedger.Total("SCIENCE_TEACHER", 2, 4, 2, 2));
        assertThat(ledger.lines(clerk(), Year.of(2025)))
                .extracting(TrainingLedger.Line::title, TrainingLedger.Line::attendances)
                .containsExactly(tuple("没结的班", null), tuple("班2025-09-05", 2), tuple("班2025-03-05", 2));
    }

    @Test
    void a_body_keeps_its_own_classes_the_office_reads_its_region_and_a_neighbour_nothing() {
        var ours = training();
        given.enter(ours, "13800138001", "SCIENCE_TEACHER", false);
        given.allCame(ours, given.sessions(ours).getFirst());
        given.close(ours);
        certificates.issue(clerk(), ours);
        var theirs = given.training(
                GivenTrainings.described("隔壁的班", QINGSHAN, given.activities().body(QINGSHAN, "区教育局")),
                on("2025-03-05", "09:00", 60));
        given.enter(theirs, "13900139000", "TEACHER", false);
        for (var own : List.of(clerkOf(KUNDULUN), clerkOfBody(education))) {
            assertThat(ledger.lines(own, Year.of(2025)))
                    .extracting(TrainingLedger.Line::activity)
                    .containsExactly(ours);
            assertThat(ledger.totals(own, Year.of(2025)))
                    .containsExactly(new TrainingLedger.Total("SCIENCE_TEACHER", 1, 1, 1, 0));
            assertThat(trainees.of(own, ours)).hasSize(1);
            assertThat(trainees.of(own, theirs)).isEmpty();
        }
        var neighbour = clerkOf(QINGSHAN);
        var one = given.trainee(ours, "8001");
        var session = given.sessions(ours).getFirst();
        assertThat(context.getBean(TrainingClasses.class).find(neighbour, ours)).isEmpty();
        assertThat(trainees.of(neighbour, ours)).isEmpty();
        assertThat(attendance.of(neighbour, session)).isEmpty();
        assertThat(certificates.of(neighbour, ours)).isEmpty();
        var attempts = new ArrayList<ThrowingCallable>();
        attempts.add(() -> context.getBean(TrainingClasses.class).set(neighbour, ours, 1, "OPEN", PassRule.USUAL));
        attempts.add(() -> trainees.enter(neighbour, ours, GivenTrainings.entry("13700137000", "TEACHER", false)));
        attempts.add(() -> trainees.change(neighbour, ours, one, 1, null, "TEACHER", null, null));
        attempts.add(() -> trainees.remove(neighbour, ours, one));
        attempts.add(() -> attendance.tick(neighbour, ours, session, 1, Set.of()));
        attempts.add(() -> importing.take(neighbour, ours, new byte[0]));
        attempts.add(() -> context.getBean(ClosingClasses.class).close(neighbour, ours));
        attempts.add(() -> certificates.issue(neighbour, ours));
        attempts.add(() -> certificates.print(neighbour, ours, null));
        attempts.add(() -> certificates.revoke(neighbour, ours, one, new Reason("没有理由")));
        assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(attempt).isInstanceOf(NotFound.class));
        assertThatThrownBy(() -> attendance.tick(clerk(), theirs, session, 2, Set.of()))
                .as("a session of another class")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_demo_has_one_class_that_is_closed_and_certified_and_one_that_goes_on_and_is_loaded_once() {
        var demo = context.getBean(DemoTrainings.class);
        given.activities().body(new RegionCode("152524"), "旗教育局");
        demo.load(GivenPlans.program());
        demo.load(GivenPlans.program());
        assertThat(database.sql("select attendances from activity.class_closing")
                        .query(Integer.class)
                        .list())
                .containsExactly(5);
        assertThat(database.sql("select count(*) from activity.training_class")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(database.sql("select count(*) from certificate.certificate")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }
}
