package org.kepu.plan.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.Plans;
import org.kepu.plan.life.Publishing.Outcome;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 政府信息公开条例第二十六条: within 20 working days. */
class PublishingTest extends RunningSite {

    private static final RegionCode BAOTOU = new RegionCode("150200");

    /** A Monday, with no holiday in the four weeks after it. */
    private static final LocalDate SIGNED = LocalDate.of(2026, 11, 2);

    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Plans plans;

    @Autowired
    private Regions regions;

    @Autowired
    private OfficeCalendar calendar;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Trail trail;

    @Autowired
    private PersonNames names;

    @Autowired
    private TransactionTemplate transaction;

    private GivenPlans given;
    private PlanId plan;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        plan = given.confirmed(given.uploaded(planOf("办好讲座。（牵头单位：旗科协）")), 2026);
        issued(SIGNED, SIGNED.plusDays(3));
    }

    @Test
    void the_office_is_asked_until_the_end_of_the_twentieth_working_day() {
        assertThat(on(LAST).of(plan)).isEqualTo(new Publication.Due(LAST));
        assertThat(on(LAST.plusDays(1)).of(plan)).isEqualTo(new Publication.Overdue(LAST));
        assertThat(on(LAST.plusDays(1)).awaited(may(Right.REVIEW_PLANS)))
                .extracting(Publishing.Awaited::plan)
                .containsExactly(plan);
        assertThat(on(LAST).awaited(may(OTHER, Right.REVIEW_PLANS, BAOTOU))).isEmpty();
    }

    @Test
    void holidays_are_no_days_of_the_term_and_days_worked_in_exchange_are() {
        issued(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 15));
        assertThat(on(LocalDate.of(2026, 9, 15)).of(plan)).isEqualTo(new Publication.Due(LocalDate.of(2026, 10, 16)));
    }

    @Test
    void a_plan_issued_long_before_it_came_here_raises_no_alarm_and_says_so() {
        issued(SIGNED, LAST.plusDays(1));
        assertThat(on(LAST.plusDays(30)).of(plan)).isEqualTo(new Publication.LongAgo(LAST));
        assertThat(on(LAST.plusDays(30)).awaited(may(Right.REVIEW_PLANS))).isEmpty();
        assertThat(clerk().get("/desk/plans/" + plan).body()).contains("接入前已印发", "2026年11月30日");
    }

    @Test
    void without_a_day_of_issue_no_term_runs() {
        database.sql("update plan.plan set signed_on = null").update();
        assertThat(on(LAST).of(plan)).isEqualTo(new Publication.NoDay());
        assertThat(on(LAST).awaited(may(Right.REVIEW_PLANS))).isEmpty();
    }

    @Test
    void the_day_of_publication_is_recorded_and_may_be_put_right() {
        var publishing = on(LAST.plusDays(5));
        assertThat(record(publishing, LAST.plusDays(1), "旗政府网站")).isEqualTo(Outcome.RECORDED);
        assertThat(publishing.of(plan))
                .isEqualTo(new Publication.Published(LAST.plusDays(1), "旗政府网站", LAST))
                .matches(publication -> ((Publication.Published) publication).isLate());
        assertThat(record(publishing, LAST, "旗政府网站")).isEqualTo(Outcome.RECORDED);
        assertThat(((Publication.Published) publishing.of(plan)).isLate()).isFalse();
        assertThat(publishing.awaited(may(Right.REVIEW_PLANS))).isEmpty();
        assertThat(given.strings(
                        "select count(*)::text from audit.entry where act = 'life.act.published' and object = '" + plan
                                + "'"))
                .containsExactly("2");
    }

    @Test
    void nothing_is_published_before_its_issue_or_tomorrow_or_nowhere() {
        var publishing = on(LAST);
        assertThat(record(publishing, SIGNED.minusDays(1), "网站")).isEqualTo(Outcome.WRONG_DAY);
        assertThat(record(publishing, LAST.plusDays(1), "网站")).isEqualTo(Outcome.WRONG_DAY);
        assertThat(record(publishing, LAST, " ")).isEqualTo(Outcome.WRONG_PLACE);
        assertThat(given.rows("plan.publication")).isZero();
    }

    @Test
    void of_two_who_record_it_the_second_is_told_who_was_first_and_keeps_what_was_typed() {
        issued(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6));
        var first = clerk();
        var second = clerk();
        first.get("/desk/plans/" + plan);
        second.get("/desk/plans/" + plan);
        var path = "/desk/plans/" + plan + "/publication";
        first.post(path, "on", "2026-01-10", "place", "旗政府网站", "seen", "");
        second.post(path, "on", "2026-01-11", "place", "苏尼特右旗报", "seen", "");
        assertThat(second.get("/desk/plans/" + plan).body())
                .contains("2026年1月10日，旗政府网站", "OFFICE_CLERK在", "先改过了")
                .contains("value=\"2026-01-11\"", "value=\"苏尼特右旗报\"", "value=\"2026-01-10 旗政府网站\"");
        second.post(path, "on", "2026-01-11", "place", "", "seen", "2026-01-10 旗政府网站");
        assertThat(second.get("/desk/plans/" + plan).body()).contains("请写明公开在哪里", "value=\"2026-01-11\"");
        second.post(path, "on", "2026-01-11", "place", "苏尼特右旗报", "seen", "2026-01-10 旗政府网站");
        assertThat(given.strings("select published_on || ' ' || place from plan.publication"))
                .containsExactly("2026-01-11 苏尼特右旗报");
    }

    @Test
    void a_neighbour_records_nothing() {
        assertThatThrownBy(() -> transaction.execute(
                        begun -> on(LAST).record(may(OTHER, Right.REVIEW_PLANS, BAOTOU), plan, LAST, "网站", "")))
                .isInstanceOf(NotFound.class);
        assertThat(given.rows("plan.publication")).isZero();
    }

    private Outcome record(Publishing publishing, LocalDate day, String place) {
        var seen = publishing.of(plan).mark();
        return transaction.execute(begun -> publishing.record(may(Right.REVIEW_PLANS), plan, day, place, seen));
    }

    private void issued(LocalDate signed, LocalDate came) {
        database.sql("update plan.plan set signed_on = :signed, confirmed_at = :came::date + interval '9 hours'")
                .param("signed", signed)
                .param("came", came)
                .update();
    }

    /** The last minute of a day. */
    private Publishing on(LocalDate day) {
        var there = ZoneId.of("Asia/Shanghai");
        return new Publishing(
                plans,
                regions,
                calendar,
                database,
                trail,
                names,
                Clock.fixed(day.atTime(LocalTime.of(23, 59)).atZone(there).toInstant(), there));
    }
}
