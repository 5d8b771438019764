package org.kepu.plandoc.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as documents sign it: 2021年12月31日, 二〇二一年十二月三十一日. */
final class SignedDate {
    private static final String CHINESE =
            "(?<cy>[二一][〇○零oO0一二三四五六七八九]{3})年(?<cm>[一二三四五六七八九十]{1,2})月(?<cd>[一二三四五六七八九十廿]{1,3})日";
    private static final String ARABIC = "(?<y>(?:19|20)\\d\\d)年(?<m>\\d{1,2})月(?<d>\\d{1,2})日";
    private static final Pattern ALONE =
            Pattern.compile("^(?<before>[^，。；：《》\\d]{0,40}?)(?:" + ARABIC + "|" + CHINESE + ")(?:（[^）]{0,16}）)?$");
    private static final Pattern LABELLED = Pattern.compile("(?:成文日期|发文日期|签发日期|制发日期|印发日期|发文时间)：?(?:"
            + "(?<y>(?:19|20)\\d\\d)[年—./](?<m>\\d{1,2})[月—./](?<d>\\d{1,2})" + "|" + CHINESE + ")");
    private static final Pattern PRINTED = Pattern.compile("^(?<before>.{0,60}?)(?:" + ARABIC + "|" + CHINESE + ")印发");

    private SignedDate() {}

    /** @param before what stands before the date on its line, perhaps a signature */
    record Signature(LocalDate date, Passage before) {}

    static Optional<Signature> alone(Passage line) {
        return of(ALONE, line);
    }

    static Optional<Signature> printed(Passage line) {
        return of(PRINTED, line);
    }

    static Optional<LocalDate> labelled(Passage line) {
        var matcher = LABELLED.matcher(line.folded());
        return matcher.find() ? date(matcher) : Optional.empty();
    }

    private static Optional<Signature> of(Pattern pattern, Passage line) {
        if (line.length() > 120) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(line.folded());
        return matcher.find()
                ? date(matcher)
                        .map(date -> new Signature(date, line.sub(matcher.start("before"), matcher.end("before"))))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        try {
            if (matcher.group("y") != null) {
                return Optional.of(LocalDate.of(number(matcher, "y"), number(matcher, "m"), number(matcher, "d")));
            }
            int year = 0;
            for (char c : matcher.group("cy").toCharArray()) {
                year = year * 10 + (c == 'o' || c == '0' ? 0 : Numeral.digit(c));
            }
            return Optional.of(LocalDate.of(year, chinese(matcher.group("cm")), chinese(matcher.group("cd"))));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int chinese(String number) {
        return Numeral.of(number.replace("廿", "二十"))
                .map(value -> value.intValue())
                .orElse(0);
    }
}
