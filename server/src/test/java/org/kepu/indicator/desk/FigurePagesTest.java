package org.kepu.indicator.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class FigurePagesTest extends RunningSite {

    private static final Pattern FACT = Pattern.compile("href=\"/desk/facts/(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final String OF_2025 = "?region=150000&window=2025";

    @Autowired
    ApplicationContext context;

    @Autowired
    Facts facts;

    GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
    }

    @Test
    void the_list_says_of_each_indicator_how_it_is_counted_and_finds_it_by_a_word() {
        var clerk = clerk();
        assertThat(clerk.get("/desk/indicators").body())
                .contains("培训教师人数", "数一年内本地区“培训”（对象：教师、科技教师）的参加人，同一人只算一名。", "href=\"/desk/indicators\" ");
        assertThat(clerk.get("/desk/indicators?q=%E5%A4%A7%E7%AF%B7%E8%BD%A6").body())
                .contains("配备科普大篷车的旗县（市、区）")
                .doesNotContain("培训教师人数");
    }

    @Test
    void a_sheet_has_the_same_numbers_as_the_page() {
        given.record(given.fact("LECTURE", "2025-03-05", GACHA));
        given.record(given.fact("LECTURE", "2025-04-05", COMMUNITY));
        given.record(given.fact("LECTURE", "2025-04-06", COMMUNITY));
        var answer = clerk().get("/desk/indicators/lectures/figure.csv" + OF_2025 + "&by=REGION");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.body())
                .startsWith("\uFEFF指标,科普讲座场次\r\n怎么数的,把一年内本地区“科普讲座”的次数加在一起。\r\n地区,内蒙古自治区\r\n期间,2025年\r\n");
        assertThat(answer.body()).contains("按下级地区,数值,单位\r\n合计,3,场\r\n", "包头市,2,场\r\n", "锡林郭勒盟,1,场\r\n", "赤峰市,0,场\r\n");
    }

    @Test
    void bodies_that_organised_together_are_credited_each_on_the_page_and_in_the_sheet() {
        var bodies = List.of(given.body(BAOTOU, "甲协会"), given.body(BAOTOU, "乙学会"));
        given.record(given.fact("LECTURE", "2025-03-05", COMMUNITY).by(bodies));
        given.record(given.fact("LECTURE", "2025-04-05", COMMUNITY));
        var query = OF_2025 + "&by=ORGANISER";
        assertThat(clerk().get("/desk/indicators/lectures" + query).body())
                .contains(
                        "<strong>2</strong>",
                        "href=\"/desk/bodies/" + bodies.getFirst() + "\">甲协会</a>",
                        "乙学会",
                        "未记主办单位",
                        "联合举办的各计一次，合计只计一次");
        assertThat(clerk().get("/desk/indicators/lectures/figure.csv" + query).body())
                .contains("按主办单位,数值,单位\r\n合计,2,场\r\n", "甲协会,1,场\r\n", "未记主办单位,1,场\r\n联合举办的各计一次");
    }

    @Test
    void pages_of_facts_show_each_fact_once_the_latest_first() {
        var told = IntStream.range(0, 120)
                .mapToObj(i -> given.fact(
                        "LECTURE", LocalDate.of(2025, 1, 1).plusDays(i / 40).toString(), BAOTOU))
                .map(Fact.class::cast)
                .toList();
        facts.record(GivenPlans.CLERK, told);
        var clerk = clerk();
        var seen = new ArrayList<Long>();
        var path = "/desk/indicators/lectures/facts" + OF_2025;
        var pages = 0;
        while (!path.isEmpty()) {
            var body = clerk.get(path).body();
            FACT.matcher(body)
                    .results()
                    .map((MatchResult found) -> Long.valueOf(found.group(1)))
                    .forEach(seen::add);
            var next = NEXT.matcher(body);
            path = next.find() ? next.group(1).replace("&amp;", "&") : "";
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void a_corrected_fact_shows_what_was_taken_back_and_what_counts() {
        var fact = given.fact("LECTURE", "2025-03-05", GACHA).with(Amounts.ONCE.attendances(400));
        given.record(fact);
        given.record(fact.corrected().with(Amounts.ONCE.attendances(40)));
        var clerk = clerk();
        var list = clerk.get("/desk/indicators/lectures/facts" + OF_2025).body();
        assertThat(list).contains("-1 次、-400 人次", "1 次、40 人次", "冲销");
        var first = FACT.matcher(list)
                .results()
                .map((MatchResult found) -> Long.valueOf(found.group(1)))
                .min(Long::compare)
                .orElseThrow();
        assertThat(clerk.get("/desk/facts/" + first).body()).contains("这一版已被冲销", "第 2 版", "自治区", "锡林郭勒盟");
    }

    @Test
    void a_window_of_ones_own_that_is_none_is_said_and_the_usual_one_shown() {
        for (var window : List.of("&from=2025-12-31&to=2025-01-01", "&from=&to=", "&from=2025-02-30&to=2025-03-01")) {
            assertThat(clerk().get("/desk/indicators/lectures?region=150000&window=own" + window)
                            .body())
                    .contains("自定的期间没有看懂", "figure-large");
        }
        assertThat(clerk().get("/desk/indicators/lectures?region=150000&window=own&from=2025-01-01&to=2025-01-31")
                        .body())
                .doesNotContain("自定的期间没有看懂");
    }

    @Test
    void a_share_shows_its_parts_and_what_falls_short() {
        var clerk = clerk();
        var body =
                clerk.get("/desk/indicators/banners-with-vehicle?region=150200").body();
        assertThat(body).contains("未达到的", "昆都仑区", "figure-large\"><strong>0</strong>", "其中 0，全部 9");
    }

    @Test
    void the_survey_without_a_value_says_so_and_estimates_nothing() {
        var clerk = clerk();
        var page = "/desk/indicators/science-literacy-ratio?region=150000&window=2025-end";
        assertThat(clerk.get(page).body()).contains("无官方数值", "平台不推算");
        var wrong = clerk.post(
                "/desk/indicators/science-literacy-ratio/statements",
                "region",
                "150000",
                "window",
                "2025-end",
                "value",
                "112",
                "day",
                "2099-01-01",
                "source",
                "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("比例不超过 100", "请填今天或以前的日期", "请写明来源");
        var done = clerk.post(
                "/desk/indicators/science-literacy-ratio/statements",
                "region",
                "150000",
                "window",
                "2025-end",
                "value",
                "12.66",
                "day",
                "2025-12-31",
                "source",
                "中国科协公布",
                "document",
                "〔2026〕1号");
        assertThat(done.status()).isEqualTo(302);
        assertThat(clerk.get(done.location()).body())
                .contains("figure-large\"><strong>12.66</strong>", "中国科协公布，2025年12月31日 · 〔2026〕1号");
        clerk.post(
                "/desk/indicators/science-literacy-ratio/statements",
                "region",
                "150000",
                "window",
                "2025-end",
                "value",
                "12.7",
                "day",
                "2025-12-31",
                "source",
                "更正公布");
        assertThat(clerk.get(done.location()).body()).contains("figure-large\"><strong>12.7</strong>", "已被后一次代替");
    }

    @Test
    void a_figure_that_was_issued_stays_and_the_corrected_one_stands_beside() {
        var fact = given.fact("LECTURE", "2025-03-05", GACHA);
        given.record(fact);
        var clerk = clerk();
        clerk.get("/desk/indicators/lectures" + OF_2025);
        var issued = clerk.post(
                "/desk/indicators/lectures/issued", "region", "150000", "window", "2025", "document", "2025年工作总结");
        assertThat(issued.status()).isEqualTo(302);
        assertThat(clerk.get(issued.location()).body()).contains("2025年工作总结", "没有变化");
        given.record(given.fact("LECTURE", "2025-05-05", COMMUNITY));
        assertThat(clerk.get(issued.location()).body())
                .contains("2025年工作总结", "相差 +1")
                .doesNotContain("与校验码不符");
    }

    @Test
    void what_is_no_indicator_no_window_and_no_fact_is_not_there() {
        var clerk = clerk();
        assertThat(clerk.get("/desk/indicators/nothing").status()).isEqualTo(404);
        assertThat(clerk.get("/desk/indicators/lectures?window=1492").status()).isEqualTo(404);
        assertThat(clerk.get("/desk/facts/999999999").status()).isEqualTo(404);
        assertThat(clerk.get("/desk/facts/one").status()).isEqualTo(404);
        assertThat(clerk.get("/desk/indicators/registered-informants/facts").status())
                .isEqualTo(404);
    }
}
