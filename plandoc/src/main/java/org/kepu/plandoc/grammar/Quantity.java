package org.kepu.plandoc.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as it stands in a passage.
 *
 * @param digits whether it is written in digits; a number in characters is a target only where more speaks for it
 * @param range whether it is the lower end of 3至5次
 */
record Quantity(BigDecimal value, String unit, int from, int to, boolean digits, boolean range, boolean roundName) {
    private static final String DIGITS = "\\d{1,3}(?:٬\\d{3})+(?!\\d)(?:\\.\\d{1,4})?|\\d{1,9}(?:\\.\\d{1,4})?";
    private static final String CHARACTERS = "[一二三四五六七八九十两百千万][零〇一二三四五六七八九十百千万]{0,8}";
    private static final String UNITS =
            "个百分点|百分点|%|‰|平方公里|公里|平方米|平米|平方|㎡|m2|m²|人次|场次|批次|班次|台次|站次|家次|个工作日|工作日|学时|课时|个小时|小时|分钟|亩|元|名|人|位|场|次|个|所|处|家|项|件|部|支|期|册|份|条|篇|幅|集|台|辆|套|座|种|门|户|间|对|块|本|张|款|天|只|讲|堂|批|班|倍|村|校|馆|届|轮|站|节|栋|幢|延米|公顷|米|成";
    private static final Pattern QUANTITY = Pattern.compile("百分之(?<percent>[零〇一二三四五六七八九十百点\\d.]{1,8})|(?<number>"
            + DIGITS + "|" + CHARACTERS + ")(?:(?<range>(?:%|[名人个场次])?(?:—+|至|到)(?:" + DIGITS + "|" + CHARACTERS
            + "))?)(?<times>[万千百亿]{0,2})[多余]?(?<unit>" + UNITS + ")");
    /** What follows a unit and makes another word of it: 期间, 位一体, 名校. */
    private static final Pattern OTHER_WORD = Pattern.compile(
            "^(?:个(?:月|学期|季度|星期|周)|期(?:间|末|望|待|盼|内|限|满|刊)|位一体|位数|场(?:馆|所|景|地|域|合)|个性|项目制|部(?:门|委|分|长|队)|处理|处于|次性|条龙|人均|家庭|门类|门课程表|种子|块钱|对口|校园|馆校|村村|条例|集体|集中|集聚|件套|册子|台账|本级|本地|本科|张力|只能|班子|名录|名优|点|届(?:全|时|满|次)|轮(?:训|流|换)|站点|站式|节(?:目|约|能|日|点|气|假)|成(?:立|果|效|员|为|长|熟|就|本|分|功|年|绩|人|套|品|员单位))");

    private static final Pattern NOT_COUNTED = Pattern.compile(
            "^(?:大|类|级)?(?:个)?(?:方面|层面|环节|阶段|步骤|维度|部分|重点|提升行动|主要任务|专项|方向|原则|板块|字|章|角度|层次|关键|行动|工程|成员单位|部门|单位|国家(?!级)|民族|面向|文明|自信|维护|意识|结合|坚持|创新)");

    static List<Quantity> in(Passage passage) {
        var text = passage.folded();
        var found = new ArrayList<Quantity>();
        var matcher = QUANTITY.matcher(text);
        while (matcher.find()) {
            of(matcher, text).ifPresent(found::add);
        }
        for (var bare : BareNumber.in(text)) {
            bare.unit()
                    .map(unit -> new Quantity(bare.value(), unit, bare.from(), bare.to(), true, false, false))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(Quantity::from));
        return found;
    }

    private static Optional<Quantity> of(Matcher matcher, String text) {
        if (matcher.group("percent") != null) {
            return percent(matcher.group("percent"))
                    .map(value -> new Quantity(value, "%", matcher.start(), matcher.end(), true, false, false));
        }
        int from = matcher.start();
        char before = from > 0 ? text.charAt(from - 1) : ' ';
        var unit = matcher.group("unit");
        var rest = text.substring(matcher.start("unit"), Math.min(text.length(), matcher.end() + 4));
        boolean glued = before == '第'
                || before == '.'
                || Character.isDigit(before)
                || before < 128 && Character.isLetter(before);
        if (glued || OTHER_WORD.matcher(rest).find() || isNotCounted(text, matcher)) {
            return Optional.empty();
        }
        var number = matcher.group("number");
        boolean digits = Character.isDigit(number.charAt(0));
        boolean round = !digits && "百千万".indexOf(number.charAt(0)) >= 0;
        boolean range = matcher.group("range") != null;
        if (unit.equals("成")) {
            return Numeral.of(number)
                    .map(tenths -> new Quantity(
                            tenths.multiply(BigDecimal.TEN), "%", from, matcher.end(), digits, false, false));
        }
        return Numeral.of(number + matcher.group("times"))
                .map(value -> new Quantity(
                        value,
                        unit.startsWith("个") && unit.length() > 1 ? unit.substring(1) : unit,
                        from,
                        matcher.end(),
                        digits,
                        range,
                        round));
    }

    private static boolean isNotCounted(String text, Matcher matcher) {
        var after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 8));
        boolean others = matcher.start() > 0 && text.charAt(matcher.start() - 1) == '等';
        return (others || "个项种条位".contains(matcher.group("unit")))
                && NOT_COUNTED.matcher(after).find();
    }

    private static Optional<BigDecimal> percent(String number) {
        int point = number.indexOf('点');
        if (point < 0) {
            return Numeral.of(number);
        }
        var fraction = new StringBuilder();
        for (char c : number.substring(point + 1).toCharArray()) {
            fraction.append(Character.isDigit(c) ? Character.getNumericValue(c) : Math.max(0, Numeral.digit(c)));
        }
        return fraction.isEmpty()
                ? Optional.empty()
                : Numeral.of(number.substring(0, point))
                        .map(whole -> new BigDecimal(whole.toPlainString() + "." + fraction));
    }
}
