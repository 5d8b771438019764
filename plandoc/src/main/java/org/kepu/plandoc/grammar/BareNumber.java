package org.kepu.plandoc.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that is to be reached and has no unit of its own: 用户突破100万.
 *
 * @param unit what is counted, where the words before it say so
 */
record BareNumber(BigDecimal value, Optional<String> unit, int from, int to) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:达到?|突破|超过?|不[少低]于|至少|(?:增加?|提高|提升|发展|扩大)[到至])约?(?<number>\\d{1,9}(?:\\.\\d{1,4})?[万千百亿]{0,2})(?:以上|左右)?(?=[，。；、）]|$)");
    private static final Pattern PEOPLE =
            Pattern.compile("(?:用户|粉丝|人数|会员|学员|志愿者|信息员|关注者|科普员|读者)(?:总?数|总?量|数量|规模)?[^，。；]{0,6}$");
    private static final Pattern TIMES = Pattern.compile("(?:点击|阅读|播放|浏览|访问|转发|下载)(?:总?量|次?数|数量)[^，。；]{0,6}$");
    private static final int NEAR = 30;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    static List<BareNumber> in(String clause) {
        var found = new ArrayList<BareNumber>();
        var matcher = SHAPE.matcher(clause);
        while (matcher.find()) {
            var number = matcher.group("number");
            if (!YEAR.matcher(number).matches()) {
                var unit = unit(clause.substring(Math.max(0, matcher.start() - NEAR), matcher.start()));
                int from = matcher.start("number");
                int to = matcher.end("number");
                Numeral.of(number).ifPresent(value -> found.add(new BareNumber(value, unit, from, to)));
            }
        }
        return found;
    }

    private static Optional<String> unit(String before) {
        if (PEOPLE.matcher(before).find()) {
            return Optional.of("人");
        }
        return TIMES.matcher(before).find() ? Optional.of("次") : Optional.empty();
    }
}
