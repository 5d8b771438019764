package org.kepu.indicator.target;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.kepu.plan.review.GivenPlans;

/** What is proposed for the demo plans: the sentence, what it asks, the candidates, and what is about the same but does not fit. */
final class ProposedTable {

    static final Map<String, List<String>> OF = Map.ofEntries(
            entry(
                    GivenPlans.REGION_PLAN,
                    List.of(
                            "到2030年，全区公民具备科学素质的比例达到15% | BY_DATE 15 % | science-literacy-ratio | ",
                            "到2028年，中小学科学副校长配备实现全覆盖 | BY_DATE 100 % |  | ",
                            "实验教学开出率达到95%以上 | BY_DATE 95 % |  | ",
                            "每所学校每学期举办科普讲座不少于4次 | SEMESTER 4 次 | school-lectures | ",
                            "参与科普活动的在校学生达到90%以上 | SEMESTER 90 % | pupils-taking-part | ",
                            "“十五五”期间遴选培养有潜质的中学生300名 | PERIOD 300 名 |  | ",
                            "学校每学期至少安排1次研学实践教育活动 | SEMESTER 1 次 | school-study-trips | ",
                            "每年培训科学教师和科技辅导员2500名 | YEAR 2500 名 | teachers-trained | science-teacher-training UNIT",
                            "其中农村牧区学校教师不少于1000名 | YEAR 1000 名 |  | rural-science-teacher-training UNIT",
                            "“十五五”期间培训高素质农牧民20万人次 | PERIOD 200000 人次 | skilled-farmer-training | ",
                            "其中妇女占比不低于40% | PERIOD 40 % |  | skilled-farmer-training UNIT",
                            "科技特派员服务覆盖所有苏木乡镇 | NONE 100 % |  | ",
                            "“十五五”期间新建科技小院100个 | PERIOD 100 个 |  | ",
                            "每年走遍所有边境旗市 | YEAR 100 % |  | ",
                            "每年举办自治区级职工技能竞赛不少于20项 | YEAR 20 项 |  | activity-attendances UNIT",
                            "“十五五”期间开展职工数字技能培训30万人次以上 | PERIOD 300000 人次 |  | ",
                            "高危行业企业从业人员安全培训覆盖率达到100% | NONE 100 % |  | ",
                            "每年培训老年人10万人次以上 | YEAR 100000 人次 |  | ",
                            "主体班次安排科学素质课程不少于4学时 | NONE 4 学时 |  | ",
                            "自治区级以上重点实验室每年开放不少于15天 | YEAR 15 天 |  | activity-attendances UNIT",
                            "到2027年，盟市、旗县（市、区）全部接入 | BY_DATE 100 % |  | ",
                            "每年资助优秀科普作品不少于60件 | YEAR 60 件 |  | ",
                            "推动旗县（市、区）建成1000平方米以上科普场馆 | NONE 1000 平方米 | banners-with-venue | ",
                            "到2030年，旗县（市、区）科普场馆覆盖率达到90%以上 | BY_DATE 90 % | banners-with-venue | ",
                            "推动科普大篷车配备覆盖所有旗县（市、区） | NONE 100 % | banners-with-vehicle | ",
                            "流动科技馆每年巡展不少于40站 | YEAR 40 站 |  | activity-attendances UNIT",
                            "“十五五”期间创建全国科普教育基地60个以上、自治区级科普教育基地600个以上 | PERIOD 60 个 | national-bases, regional-bases | ",
                            "“十五五”期间创建全国科普教育基地60个以上、自治区级科普教育基地600个以上 | PERIOD 600 个 | regional-bases, national-bases | ",
                            "盟市每年举办主场科普活动不少于6场 | YEAR 6 场 |  | activity-attendances UNIT",
                            "到2030年，注册科普信息员达到80万人 | BY_DATE 800000 人 | registered-informants | ",
                            "到2030年，注册科技志愿者达到30万人以上 | BY_DATE 300000 人 |  | ")),
            entry(
                    GivenPlans.LEAGUE_PLAN,
                    List.of(
                            "到2030年，全盟公民具备科学素质的比例达到14% | BY_DATE 14 % | science-literacy-ratio | ",
                            "每年开展宣讲活动不少于30场 | YEAR 30 场 |  | ",
                            "到2028年，中小学科学副校长配备实现全覆盖 | BY_DATE 100 % |  | ",
                            "实验教学开出率达到92%以上 | BY_DATE 92 % |  | ",
                            "学校每学期举办科普讲座不少于4次 | SEMESTER 4 次 | school-lectures, lectures | ",
                            "参与科普活动的在校学生达到95%以上 | SEMESTER 95 % | pupils-taking-part | ",
                            "学校每学期至少安排1次研学实践教育活动 | SEMESTER 1 次 | school-study-trips | ",
                            "每年培训科学教师和科技辅导员400名以上 | YEAR 400 名 | teachers-trained | science-teacher-training UNIT",
                            "其中牧区学校教师不少于160名 | YEAR 160 名 |  | rural-science-teacher-training UNIT",
                            "“十五五”期间培训高素质农牧民1.2万人次 | PERIOD 12000 人次 | skilled-farmer-training | ",
                            "其中妇女占比不低于35% | PERIOD 35 % |  | skilled-farmer-training UNIT",
                            "科技特派员服务覆盖所有苏木乡镇 | NONE 100 % |  | ",
                            "每个边境旗市每年不少于8次 | YEAR 8 次 |  | ",
                            "每年举办盟级职工技能竞赛不少于8项 | YEAR 8 项 |  | activity-attendances UNIT",
                            "高危行业企业从业人员安全培训覆盖率达到100% | NONE 100 % |  | ",
                            "每年培训老年人6000人次以上 | YEAR 6000 人次 |  | ",
                            "主体班次科学素质课程不少于4学时 | NONE 4 学时 |  | ",
                            "每年开放不少于10天 | YEAR 10 天 |  | activity-attendances UNIT",
                            "“十五五”期间建设能源科普点12个 | PERIOD 12 个 |  | ",
                            "到2027年，旗县市（区）全部接入 | BY_DATE 100 % |  | ",
                            "每年推出优秀作品不少于30件 | YEAR 30 件 |  | ",
                            "支持未达标旗县市（区）建成1000平方米以上科普场馆 | NONE 1000 平方米 | banners-with-venue | ",
                            "到2030年，旗县市（区）科普场馆覆盖率达到92%以上 | BY_DATE 92 % | banners-with-venue | ",
                            "科普大篷车覆盖所有旗县市（区） | NONE 100 % | banners-with-vehicle | ",
                            "流动科技馆每年巡展不少于5站 | YEAR 5 站 |  | activity-attendances UNIT",
                            "“十五五”期间创建自治区级科普教育基地40个以上 | PERIOD 40 个 | regional-bases | ",
                            "到2029年建成120处 | BY_DATE 120 处 |  | ",
                            "订单响应时间不超过5个工作日 | NONE 5 工作日 |  | ",
                            "每年举办盟级主场科普活动不少于6场 | YEAR 6 场 |  | activity-attendances UNIT",
                            "到2030年，注册科普信息员达到3.6万人 | BY_DATE 36000 人 | registered-informants | ",
                            "到2030年，注册科技志愿者达到1.5万人以上 | BY_DATE 15000 人 |  | ")),
            entry(
                    GivenPlans.BANNER_PLAN,
                    List.of(
                            "到2030年，全旗公民具备科学素质的比例达到13% | BY_DATE 13 % | science-literacy-ratio | ",
                            "每个苏木镇至少建成1处固定科普阵地 | BY_DATE 1 处 |  | ",
                            "到2028年，中小学科学副校长配备实现全覆盖 | BY_DATE 100 % |  | ",
                            "学校每学期举办科普讲座不少于5次 | SEMESTER 5 次 | lectures | school-lectures THRESHOLD",
                            "参与科普活动的在校学生达到95%以上 | SEMESTER 95 % | pupils-taking-part | ",
                            "学校每学期至少安排1次研学实践教育活动 | SEMESTER 1 次 | school-study-trips | ",
                            "每年培训60人次以上 | YEAR 60 人次 | science-teacher-training | teachers-trained UNIT",
                            "其中牧区学校教师不少于20人次 | YEAR 20 人次 | rural-science-teacher-training | ",
                            "“十五五”期间培训高素质农牧民1500人次 | PERIOD 1500 人次 | skilled-farmer-training | ",
                            "其中妇女占比不低于40% | PERIOD 40 % |  | skilled-farmer-training UNIT",
                            "科技特派员服务覆盖所有苏木镇 | NONE 100 % |  | ",
                            "每年举办旗级职工技能竞赛不少于3项 | YEAR 3 项 |  | activity-attendances UNIT",
                            "高危行业企业从业人员安全培训覆盖率达到100% | NONE 100 % |  | ",
                            "每年培训老年人800人次以上 | YEAR 800 人次 |  | ",
                            "每个社区每年不少于4场 | YEAR 4 场 |  | ",
                            "科学素质课程不少于3学时 | NONE 3 学时 |  | ",
                            "每年开放不少于10天 | YEAR 10 天 |  | activity-attendances UNIT",
                            "2027年底前，苏木镇全部接入 | BY_DATE 100 % |  | ",
                            "每年推出不少于10件 | YEAR 10 件 |  | ",
                            "面积不少于1000平方米 | NONE 1000 平方米 |  | ",
                            "到2029年建成15处 | BY_DATE 15 处 |  | ",
                            "订单响应时间不超过7个工作日 | NONE 7 工作日 |  | ",
                            "每年举办旗级科普活动不少于4场 | YEAR 4 场 |  | activity-attendances UNIT",
                            "到2030年，注册科普信息员达到2400人 | BY_DATE 2400 人 | registered-informants | ",
                            "每个嘎查至少有2名 | BY_DATE 2 名 |  | ",
                            "到2030年，注册科技志愿者达到900人 | BY_DATE 900 人 |  | ")));

    private ProposedTable() {}
}
