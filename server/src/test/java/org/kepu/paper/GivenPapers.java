package org.kepu.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.kepu.paper.Table.Column;

/** A paper with everything that a paper can have. */
final class GivenPapers {

    static final String TITLE = "锡林郭勒盟2026年度全民科学素质行动实施情况总结评估报告";

    private static final Chart BARS = new Chart(
            Chart.Kind.BARS,
            "各旗县科普活动场次",
            "场",
            List.of("锡林浩特市", "苏尼特右旗", "二连浩特市", "东乌珠穆沁旗", "正蓝旗", "多伦县"),
            List.of(
                    Chart.Series.of("2025年", 128, 64, 71, 45, 38, 52),
                    Chart.Series.of("2026年", 146, 82, 69, 58, 51, 60)));

    private static final Chart LINES = new Chart(
            Chart.Kind.LINES,
            "公民具备科学素质的比例",
            "%",
            List.of("2020年", "2021年", "2022年", "2023年", "2024年", "2025年"),
            List.of(
                    Chart.Series.of("全盟", 8.2, 9.0, 9.9, 11.1, 12.4, 13.6),
                    Chart.Series.of("全区", 8.9, 9.8, 10.7, 11.9, 13.1, 14.4)));

    private static final Table TARGETS = new Table(
            "量化指标完成情况",
            List.of(
                    Column.text("指标", 5),
                    Column.text("牵头单位", 4),
                    Column.number("目标", 2),
                    Column.number("完成", 2),
                    Column.word("状态", 2)),
            List.of(
                    List.of("每年开展青少年科学调查体验活动", "盟教育局", "40", "46", "已完成"),
                    List.of("高素质农牧民培训（人次）", "盟农牧局", "12,000", "11,860", "推进中"),
                    List.of("科技志愿者注册人数", "盟科协", "3,500", "4,127", "已完成"),
                    List.of("科普大篷车巡展里程（公里）", "盟科协、各旗县市（区）科协", "8,000", "", "无数据")));

    private GivenPapers() {}

    static Paper report() {
        return Paper.titled(TITLE)
                .headed("锡林郭勒盟科学技术协会文件", "锡科协发〔2026〕12号")
                .to("各旗县市（区）人民政府，盟全民科学素质工作领导小组各成员单位：")
                .saying(text -> text.text("2026年，在盟委、行署的正确领导下，各成员单位认真落实《锡林郭勒盟全民科学素质行动规划纲要实施方案（2021—2025年）》和《科普法》，"
                                + "以“一次记录，层层可用，数出有源”为原则，扎实推进五类人群科学素质提升行动和五项重点工程。现将有关情况总结如下。")
                        .section(
                                "总体情况",
                                part -> part.text("全年共开展科普活动466场，服务群众12.8万人次，较上年增长17.1%；新命名科普教育基地9个，"
                                                + "覆盖全部13个旗县市（区）。98项措施中，量化的13项完成11项，其余85项均有佐证材料。")
                                        .section(
                                                "指标完成情况",
                                                sub -> sub.text("量化指标完成情况见下表，数据截至2026年11月20日，均由事实记录汇总产生，可逐条查证。")
                                                        .table(TARGETS))
                                        .section(
                                                "分地区情况",
                                                sub -> sub.text("各旗县活动场次与上年对比如下。")
                                                        .chart(BARS)))
                        .section(
                                "重点行动推进情况",
                                part -> part.section(
                                                "青少年科学素质提升行动",
                                                sub -> sub.section(
                                                                "校内教育",
                                                                one -> one.text("义务教育学校科学副校长配备率达到100%，每学期举办科普讲座不少于4场。")
                                                                        .section(
                                                                                "课后服务",
                                                                                two -> two.text(
                                                                                        "“双减”课后科普服务进校园1,204课时。"))
                                                                        .section(
                                                                                "科技馆进校园",
                                                                                two -> two.text("流动科技馆巡展23站。")))
                                                        .section("校外活动", one -> one.text("组织参加全国青少年科技创新大赛，获奖16项。")))
                                        .section(
                                                "农牧民科学素质提升行动",
                                                sub -> sub.text("科普大篷车深入嘎查村组，开展草原生态保护、疫病防控和防灾避险科普。")
                                                        .chart(LINES)))
                        .section(
                                "存在的问题和下一步打算",
                                part -> part.text("一些旗县上报不及时，部分措施佐证材料单一；基层科普力量仍显薄弱。2027年将围绕全国科普月，重点抓好苏木乡镇（街道）科普服务站点建设，"
                                        + "完善“科普内蒙古”平台（https://kepu.example.org）应用，推动Kepu数据与科普统计e平台有效衔接。")))
                .appended(
                        "量化指标目标来源说明",
                        text -> text.text("本表所列目标均摘自实施方案原文，原文未规定的不作推算。")
                                .section("口径", part -> part.text("活动场次按举办单位登记的起止时间计算，跨日活动计一场。")))
                .appendedWide("2026年科普活动事实明细", text -> text.table(facts(60)))
                .signed("锡林郭勒盟科学技术协会", LocalDate.of(2026, 11, 22));
    }

    /** An appendix of so many rows. */
    static Paper longReport(int rows) {
        return Paper.titled("长附录").appendedWide("事实明细", text -> text.table(facts(rows)));
    }

    private static Table facts(int rows) {
        return new Table(
                "",
                List.of(
                        Column.number("序号", 2),
                        Column.word("日期", 4),
                        Column.text("活动名称", 10),
                        Column.text("地点", 6),
                        Column.text("主办单位", 6),
                        Column.number("场次", 2),
                        Column.number("人次", 3),
                        Column.text("佐证", 5)),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> List.of(
                                Integer.toString(i),
                                LocalDate.of(2026, 1, 1).plusDays(i % 320).toString(),
                                i % 3 == 0 ? "“科普大篷车”进嘎查暨草原防火、防灾避险主题宣传活动" : "全国科普月专家讲座",
                                i % 2 == 0 ? "苏尼特右旗赛汉塔拉镇" : "锡林浩特市希日塔拉街道",
                                "盟科协、旗应急管理局",
                                "1",
                                Integer.toString(40 + i * 37 % 400),
                                "照片、签到表"))
                        .toList());
    }
}
