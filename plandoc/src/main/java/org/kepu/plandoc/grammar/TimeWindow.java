package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Target.Window;

/**
 * An expression of time: 每年, 到2025年, “十四五”期间; or of the past, in which nothing is promised.
 *
 * @param window {@code null} for the past
 */
record TimeWindow(@Nullable Window window, int from, int to) {
    /** 年培训, 年接待 say each year; in 2025年, 青年, 老年, 近年 the character says something else. */
    private static final String BEFORE_A_YEARLY_NUMBER = "(?<![\\d〇零一二三四五六七八九十百每全去今明当近多青少老中幼学生成同往历周常逐两几半壮丰过新跨拜元整早童晚数])";

    private static final String NOT_YEARLY =
            "龄|级|份|轻|代|报|会|检|终|初|底|末|内|前|后|来|以|间|满|审|货|画|味|限|华|人(?!均)|幼|长|起|的|第|到|至|和|或|度?(?:计划|考核|评估|预算|总结|目标|任务|工作)";

    private static final Pattern EXPRESSION = Pattern.compile("(?<semester>每个?学期|各学期)"
            + "|(?<year>每个?学?年度?|年均|每个年度|全年|逐年|/年|" + BEFORE_A_YEARLY_NUMBER + "年度?(?!"
            + NOT_YEARLY + ")(?=[\\u4e00-\\u9fa5“]{1,20}?\\d|不[少低]于|至少|培训|接待|服务|开展|举办|组织|惠及))"
            + "|(?<other>每个?季度?|每个?月|每周|每半年|每两年|每[二三]年|每天|每日)"
            + "|(?<end>(?:到|至|在)?[“\"]?十(?<endPlan>[一二三四五六七八])五[”\"]?(?:规划)?期?末|规划期末|期末|实施期末)"
            + "|(?<period>[“\"]?十(?<periodPlan>[一二三四五六七八])五[”\"]?(?:规划)?(?:期间|时期|期内|以来)|规划期(?:内|间)|实施期(?:内|间)|(?<![\\d第近过])(?:五|5)年(?!级|规划|计划|以上|制|一次|一轮|前|来)|(?:三|3)年(?:内|间|累计)|累计)"
            + "|(?<span>(?<spanFrom>20\\d\\d)年?(?:—+|至|到)(?<spanTo>20\\d\\d)年(?:期间|间|底|末)?)"
            + "|(?<before>(?:比|较|由|从|在|于|自))?(?<by>到|至|截至|截止)?(?<date>20\\d\\d)年(?<rim>底|末|年底|年末)?(?<until>前|之前)?"
            + "|(?<past>截至目前|目前|截至|迄今|现已|已经|此前|近年来|过去[一二三四五]年|[去前]年)");

    /** All expressions of time in this sentence, in order. */
    static List<TimeWindow> in(String sentence, int firstYear) {
        var found = new ArrayList<TimeWindow>();
        var matcher = EXPRESSION.matcher(sentence);
        while (matcher.find()) {
            var window = window(matcher, firstYear);
            boolean compared = matcher.group("before") != null && !isFuture(matcher, firstYear);
            if (!compared) {
                found.add(new TimeWindow(window, matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    private static boolean isFuture(Matcher matcher, int firstYear) {
        return Integer.parseInt(matcher.group("date")) >= firstYear;
    }

    private static @Nullable Window window(Matcher matcher, int firstYear) {
        if (matcher.group("semester") != null) {
            return Window.SEMESTER;
        }
        if (matcher.group("year") != null) {
            return Window.YEAR;
        }
        if (matcher.group("other") != null) {
            return Window.NONE;
        }
        if (matcher.group("end") != null) {
            return isPast(matcher.group("endPlan"), firstYear) ? null : Window.BY_DATE;
        }
        if (matcher.group("period") != null) {
            return isPast(matcher.group("periodPlan"), firstYear) ? null : Window.PERIOD;
        }
        if (matcher.group("span") != null) {
            return Integer.parseInt(matcher.group("spanTo")) < firstYear ? null : Window.PERIOD;
        }
        if (matcher.group("date") != null) {
            return isFuture(matcher, firstYear) ? Window.BY_DATE : null;
        }
        return null;
    }

    /** 十三五 is past for a plan that begins in 2021, the first year of 十四五. */
    private static boolean isPast(@Nullable String planDigit, int firstYear) {
        if (planDigit == null) {
            return false;
        }
        int plan = 10 + Numeral.digit(planDigit.charAt(0));
        return 1951 + 5 * plan < firstYear;
    }
}
