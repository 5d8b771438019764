package org.kepu.ledger.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.may;

import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Source;
import org.kepu.ledger.Ledger;
import org.kepu.ledger.Task;
import org.kepu.page.RunningSite;
import org.kepu.page.SiteAddress;
import org.kepu.plan.MeasureId;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How a plan is going, for everybody who has no account. */
class ProgressTest extends RunningSite {

    private static final int YEAR = 2026;
    private static final RegionCode BANNER = new RegionCode("152524");
    private static final RegionCode ELSEWHERE = new RegionCode("150200");

    @Autowired
    private SiteAddress site;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Progress progress;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Facts facts;

    private GivenPlans given;
    private PlanId plan;
    private PlanProgress.Measure measure;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        plan = given.demoInForce(GivenPlans.BANNER_PLAN, YEAR);
        measure = first();
    }

    @Test
    void each_measure_stands_where_its_lead_stands() {
        assertThat(first().standing()).isEqualTo(Standing.NOT_BEGUN);
        move(Task.Step.TAKE_UP, Task.Step.BEGIN);
        assertThat(first().standing()).isEqualTo(Standing.UNDER_WAY);
        assertThat(progress.of(plan).orElseThrow().count(Standing.UNDER_WAY)).isEqualTo(1);
        assertThat(progress.of(plan).orElseThrow().count(Standing.NOT_BEGUN)).isEqualTo(24);
        move(Task.Step.FINISH);
        assertThat(first().standing()).isEqualTo(Standing.DONE);
    }

    @Test
    void what_happened_lately_for_a_measure_is_told_and_nothing_from_elsewhere_or_taken_back() {
        record("一", "2026-03-01", BANNER, measure.named().id());
        record("二", "2026-03-02", BANNER, measure.named().id());
        record("三", "2026-03-03", ELSEWHERE, measure.named().id());
        record("四", "2026-03-04", BANNER, new MeasureId(java.util.UUID.randomUUID()));
        record("五", "2026-03-05", BANNER, measure.named().id());
        facts.withdraw(CLERK, new Source("test", "五", 2));
        assertThat(first().latest()).extracting(one -> one.fact().title()).containsExactly("讲座二", "讲座一");
        assertThat(first().latest()).extracting(PlanProgress.Happened::region).containsOnly("苏尼特右旗");
        record("六", "2026-03-06", BANNER, measure.named().id());
        record("七", "2026-02-01", BANNER, measure.named().id());
        assertThat(first().latest()).extracting(one -> one.fact().title()).containsExactly("讲座六", "讲座二", "讲座七");
    }

    @Test
    void everybody_reads_it_without_an_account_and_only_of_plans_in_force() {
        record("一", "2026-03-01", BANNER, measure.named().id());
        var page = visitor().get("/plans/" + plan + "/progress");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(measure.named().title(), "尚未开展", "讲座一", "/plans/" + plan + "/feed.xml");
        var draft = given.uploadedDemo(GivenPlans.LEAGUE_PLAN);
        for (var path : List.of("/plans/" + draft + "/progress", "/plans/" + draft + "/feed.xml")) {
            assertThat(visitor().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_reader_of_feeds_gets_what_happened_the_latest_first() throws Exception {
        var old = record("一", "2026-03-01", BANNER, measure.named().id());
        var later = record("<二>\u0007&", "2026-03-02", BANNER, measure.named().id());
        record("三", "2026-03-03", ELSEWHERE, measure.named().id());
        var answer = visitor().get("/plans/" + plan + "/feed.xml");
        assertThat(answer.status()).isEqualTo(200);
        var feed = new SyndFeedInput().build(new StringReader(answer.body()));
        assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
        assertThat(feed.getEntries()).extracting(entry -> entry.getTitle()).containsExactly("讲座<二>&", "讲座一");
        assertThat(feed.getEntries())
                .extracting(entry -> entry.getUri())
                .containsExactly("fact:" + later, "fact:" + old);
        assertThat(feed.getEntries().getFirst().getLink())
                .as("the address of the site, whatever host was asked")
                .isEqualTo(site.of(
                        "/plans/" + plan + "/progress#m-" + measure.named().id()));
    }

    private PlanProgress.Measure first() {
        return progress.of(plan)
                .orElseThrow()
                .programmes()
                .getFirst()
                .measures()
                .getFirst();
    }

    /** The clerk of the office presses what each lead would. */
    private void move(Task.Step... taken) {
        var clerk = clerk();
        var page = "/desk/measures/" + measure.named().id();
        for (var step : taken) {
            clerk.get(page);
            ledger.tasks(may(Right.READ_LEDGER), measure.named().id(), YEAR).stream()
                    .filter(task -> task.steps().contains(step))
                    .forEach(task -> assertThat(clerk.post(page + "/tasks/" + task.id() + "/" + step, "year", "" + YEAR)
                                    .status())
                            .isEqualTo(302));
        }
    }

    private long record(String id, String day, RegionCode region, MeasureId served) {
        var fact = Fact.of(Source.of("test", id), "LECTURE", LocalDate.parse(day), region, "讲座" + id)
                .with(Amounts.ONCE)
                .serving(List.of(served));
        return ((Recorded.New) facts.record(CLERK, fact)).fact();
    }
}
