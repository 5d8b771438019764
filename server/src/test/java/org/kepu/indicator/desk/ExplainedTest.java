package org.kepu.indicator.desk;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amount;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Selection;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnPostgres
class ExplainedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    ApplicationContext context;

    @Autowired
    Definitions definitions;

    @Autowired
    Explained explained;

    @BeforeEach
    void plant() {
        GivenFacts.onCleanGround(context);
    }

    @Test
    void each_definition_that_comes_with_the_program_is_said_in_one_sentence() {
        assertThat(definitions.on(TODAY).stream()
                        .collect(toMap(Definition::id, one -> explained.of(one, Locale.SIMPLIFIED_CHINESE))))
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("science-literacy-ratio", "不在本平台计算，只采用官方抽样调查公布的数值。"),
                                Map.entry("national-model-city", "不在本平台计算，按文件登记：1 为已创建，0 为未创建。"),
                                Map.entry("registered-informants", "不在本平台计算，采用其他系统的数值，登记时写明来源和日期。"),
                                Map.entry("teachers-trained", "数一年内本地区“培训”（对象：教师、科技教师）的参加人，同一人只算一名。"),
                                Map.entry("science-teacher-training", "把一年内本地区“培训”（对象：科技教师）的人次加在一起。"),
                                Map.entry("rural-science-teacher-training", "把一年内本地区“培训”（对象：科技教师；限农村牧区）的人次加在一起。"),
                                Map.entry("skilled-farmer-training", "把规划期内本地区“培训”（对象：高素质农牧民）的人次加在一起。"),
                                Map.entry("innovator-training", "把规划期内本地区“培训”（对象：高层次创新人才）的人次加在一起。"),
                                Map.entry("lectures", "把一年内本地区“科普讲座”的次数加在一起。"),
                                Map.entry("revitalisation-visits", "把一年内本地区“科技助力乡村振兴专家旗县行”的次数加在一起。"),
                                Map.entry(
                                        "activity-attendances",
                                        "把一年内本地区“科普活动”、“科普讲座”、“展览”、“开放日”、“科普剧（秀）”、“义诊”、“应急演练”、“竞赛”、“研学实践”的人次加在一起。"),
                                Map.entry("school-lectures", "在学期末本地区登记为“学校开办”的学校里，看一学期内“科普讲座”的次数不少于4的占多少。"),
                                Map.entry("school-study-trips", "在学期末本地区登记为“学校开办”的学校里，看一学期内“研学实践”的次数不少于1的占多少。"),
                                Map.entry(
                                        "schools-with-science-teacher",
                                        "在当天本地区登记为“学校开办”的学校里，看最近一次登记“科技教师配备”的教师（名）不少于1的占多少。"),
                                Map.entry(
                                        "pupils-taking-part",
                                        "按各自最近一次登记，用一学期内“参与科普活动的在校学生”的学生（人）除以“在校学生”的学生（人）；每个学校应达到90%。"),
                                Map.entry("leagues-in-exchange", "数本地区有多少个盟、市，规划期内“流动科技馆区域换展开展”的次数不少于1。"),
                                Map.entry("banners-with-vehicle", "在本地区的旗县（市、区）里，看当天“科普大篷车在用”的车辆数不少于1的占多少。"),
                                Map.entry(
                                        "banners-visited-by-experts",
                                        "在本地区的旗县（市、区）里，看规划期内“百名专家走进盟市旗县科普传播行”的次数不少于1的占多少。"),
                                Map.entry(
                                        "banners-with-venue",
                                        "在本地区的旗县（市、区）里，看当天“科普场馆开放”、“综合性科普场馆开放”且建筑面积（平方米）不少于1,000的场馆数不少于1的占多少。"),
                                Map.entry("leagues-with-comprehensive-venue", "在本地区的盟、市里，看当天“综合性科普场馆开放”的场馆数不少于1的占多少。"),
                                Map.entry("national-bases", "按最近一次登记，数当天本地区“国家级科普教育基地认定”的基地，同一个只算一个。"),
                                Map.entry("regional-bases", "按最近一次登记，数当天本地区“自治区级科普教育基地认定”的基地，同一个只算一个。"),
                                Map.entry(
                                        "culture-and-tourism-bases",
                                        "按最近一次登记，数当天本地区“科普+文化基地认定”、“科普+旅游基地认定”的基地，同一个只算一个。"),
                                Map.entry("expert-services", "把一年内本地区“科普专家服务”的次数加在一起。"),
                                Map.entry(
                                        "gachas-served-by-volunteers",
                                        "在本地区的嘎查、村、社区里，看一年内“科技志愿服务时长：技术服务”、“科技志愿服务时长：民生服务”、“科技志愿服务时长：科普服务”、“科技志愿服务时长：应急服务”、“科技志愿服务时长：专业服务”的人次不少于1的占多少。"),
                                Map.entry("orders-answered", "把一年内本地区“点单答复”的次数加在一起。"),
                                Map.entry("orders-answered-in-time", "把一年内本地区“点单按时答复”的次数加在一起。"),
                                Map.entry("orders-requested", "把一年内本地区“群众点单”的次数加在一起。"),
                                Map.entry("orders-served", "把一年内本地区“点单服务”的次数加在一起。"),
                                Map.entry("orders-served-attendances", "把一年内本地区“点单服务”的人次加在一起。"),
                                Map.entry("orders-unmet", "把一年内本地区“点单未满足”的次数加在一起。"),
                                Map.entry(
                                        "volunteer-minutes",
                                        "把一年内本地区“科技志愿服务时长：技术服务”、“科技志愿服务时长：民生服务”、“科技志愿服务时长：科普服务”、“科技志愿服务时长：应急服务”、“科技志愿服务时长：专业服务”的分钟加在一起。"),
                                Map.entry("volunteer-minutes-emergency", "把一年内本地区“科技志愿服务时长：应急服务”的分钟加在一起。"),
                                Map.entry("volunteer-minutes-livelihood", "把一年内本地区“科技志愿服务时长：民生服务”的分钟加在一起。"),
                                Map.entry("volunteer-minutes-profession", "把一年内本地区“科技志愿服务时长：专业服务”的分钟加在一起。"),
                                Map.entry("volunteer-minutes-science", "把一年内本地区“科技志愿服务时长：科普服务”的分钟加在一起。"),
                                Map.entry("volunteer-minutes-technology", "把一年内本地区“科技志愿服务时长：技术服务”的分钟加在一起。"),
                                Map.entry(
                                        "volunteers-serving",
                                        "数一年内本地区“科技志愿服务时长：技术服务”、“科技志愿服务时长：民生服务”、“科技志愿服务时长：科普服务”、“科技志愿服务时长：应急服务”、“科技志愿服务时长：专业服务”的参加人，同一人只算一名。")));
    }

    @Test
    void what_no_definition_of_ours_says_yet_has_words_too() {
        var rural = new Selection(List.of("LECTURE"), List.of("PUPILS"), List.of("SCHOOL", "COMMUNITY"), false);
        assertThat(explained.of(
                        new Definition(
                                "x1",
                                "某项",
                                "分钟",
                                Definition.Span.SEMESTER,
                                new Method.Sum(rural, Amount.MINUTES),
                                null),
                        Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("把一学期内本地区“科普讲座”（对象：青少年；场所：学校、社区；限城镇）的分钟加在一起。");
        assertThat(explained.of(
                        new Definition(
                                "x2",
                                "某项",
                                "%",
                                Definition.Span.YEAR,
                                new Method.Ratio(
                                        Selection.of("PUPILS_TAKING_PART"),
                                        Selection.of("SCHOOL_ROLL"),
                                        Amount.QUANTITY,
                                        null),
                                null),
                        Locale.ENGLISH))
                .isEqualTo(
                        "By the last record of each, divides the 学生（人） of “参与科普活动的在校学生” in a year by the 学生（人） of “在校学生”.");
    }
}
