package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "每年培训教师2000名 | AT_LEAST 2000 名 YEAR",
                "学校每学期举办讲座不少于4次 | AT_LEAST 4 次 SEMESTER",
                "“十四五”期间，培训农牧民2000人次 | AT_LEAST 2000 人次 PERIOD",
                "“十四五”末，注册人数达到2.5万人以上 | AT_LEAST 25000 人 BY_DATE",
                "到2025年，公民具备科学素质的比例超过12% | MORE_THAN 12 % BY_DATE",
                "支持创建100个科普教育基地 | EXACTLY 100 个 NONE",
                "科普大篷车实现全区所有旗县（市、区）全覆盖 | ALL 100 % NONE",
                "安全培训覆盖率达到100% | ALL 100 % NONE",
                "建成1000平米以上科普场馆 | AT_LEAST 1000 平米 NONE",
                "各中小学至少配备一名科技教师 | AT_LEAST 1 名 NONE",
                "受训比例提高百分之十五 | AT_LEAST 15 % NONE",
                "每年组织五十场科普讲座 | EXACTLY 50 场 YEAR",
                "差距控制在3个百分点以内 | AT_MOST 3 百分点 NONE",
                "全县所有乡镇均设立科普活动站 | ALL 100 % NONE",
                "由2020年的36个增加到60个 | AT_LEAST 60 个 NONE",
                "年接待观众3万人次 | EXACTLY 30000 人次 YEAR",
                "专业技术人员年参加继续教育不少于90学时 | AT_LEAST 90 学时 YEAR",
                "每个社区年度活动不少于12场 | AT_LEAST 12 场 YEAR",
                "平台用户突破100万 | MORE_THAN 1000000 人 NONE",
                "年点击量突破3000万 | MORE_THAN 30000000 次 YEAR",
                "每10万人口拥有科普场馆不少于1座 | AT_LEAST 1 座 NONE",
                "建成1个国家级科普教育基地 | EXACTLY 1 个 NONE",
                "全旗中小学均配备专职科学教师 | ALL 100 % NONE",
                "特种作业人员全部持证上岗 | ALL 100 % NONE",
                "2027年底前各苏木镇全部接入 | ALL 100 % BY_DATE",
            })
    void a_promise_has_operator_value_unit_and_window(String text, String target) {
        assertThat(in(text)).isEqualTo(List.of(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020年，公民具备科学素质比例为8.73%，比“十二五”期末提高3.59个百分点",
                "开展“百名专家走进旗县科普传播行”和千村示范、万村行动",
                "开展百万职工技术比武",
                "评选“十佳科技志愿者”",
                "“十四五”时期实施5项提升行动和四项重点工程",
                "依据《规划（2021—2035年）》（国发〔2021〕9号）第3条",
                "截至2020年底，已建成科普基地36个",
                "打造一批科技小院，培育一个品牌",
                "推进“五位一体”总体布局",
                "面向60岁以上老年人开展服务",
                "在规模500人以上的企业建立科普工作站",
                "构建全覆盖、多层次的科普网络",
                "依托12家共建院所办好课堂",
                "每两年评选一次科普教育基地",
                "流动科技馆每站展出不少于2个月",
                "对命名满三年的基地开展复核",
                "制定年度计划，组织老年大学和青年夜校"
            })
    void what_is_past_or_a_name_or_an_order_is_no_promise(String text) {
        assertThat(in(text)).isEqualTo(List.of());
    }

    @Test
    void a_nested_target_is_one_of_its_own_and_keeps_the_window() {
        assertThat(in("每年完成科技教师培训300人次以上，其中牧区教师20人次以上。"))
                .isEqualTo(List.of("AT_LEAST 300 人次 YEAR", "AT_LEAST 20 人次 YEAR"));
    }

    @Test
    void a_window_ends_with_its_sentence() {
        assertThat(in("每年举办讲座20场。建设科普馆2座。")).isEqualTo(List.of("EXACTLY 20 场 YEAR", "EXACTLY 2 座 NONE"));
    }

    @Test
    void what_stands_is_not_done_again_each_year() {
        assertThat(in("每年培育高素质农民3万名，建设实训基地100个。")).isEqualTo(List.of("AT_LEAST 30000 名 YEAR", "EXACTLY 100 个 NONE"));
    }

    @Test
    void a_rate_is_not_summed_over_the_period_of_the_clause_before() {
        assertThat(in("“十四五”期间培训30万人次以上，安全培训覆盖率达到100%。"))
                .isEqualTo(List.of("AT_LEAST 300000 人次 PERIOD", "ALL 100 % NONE"));
    }

    @Test
    void the_quote_holds_the_window_that_stands_before_it() {
        var text = "加大力度，“十四五”期间，培训农牧民2000人次。";
        assertThat(Targets.in(Passage.of(text, Folding.of(text)), 2021)
                        .getFirst()
                        .quote())
                .isEqualTo("“十四五”期间，培训农牧民2000人次");
    }

    private static List<String> in(String text) {
        return Targets.in(Passage.of(text, Folding.of(text)), 2021).stream()
                .map(target -> target.operator() + " " + target.value().toPlainString() + " " + target.unit() + " "
                        + target.window())
                .toList();
    }
}
