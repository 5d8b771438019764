package org.kepu.plandoc.grammar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The plan's title, wherever the head of the document has it whole, and the period it names. */
final class PlanTitle {
    private static final String TOPIC = "(?:科学素质|科学素养|科普|科学普及|科学技术普及)";
    private static final String KIND = "(?:实施方案|行动方案|工作方案|实施细则|行动计划|实施计划|工作计划|实施规划|行动规划|发展规划|实施意见|规划纲要|计划纲要|规划|方案)";
    private static final String BRACKETS = "(?:[（〔][^（）〔〕]{2,24}[）〕]年?|\\d{4}年?—+\\d{4}年?){0,2}";
    private static final Pattern STANDING = Pattern.compile(
            "^(?!.*(?:关于|印发|通知$|起草|说明|解读))[^，。：；《》]{0,40}?" + TOPIC + "[^，。：；《》]{0,40}?" + KIND + BRACKETS + "$");
    /** 某市贯彻《全民科学素质行动规划纲要》实施方案: the plan's own name holds another's. */
    private static final Pattern CARRYING_OUT =
            Pattern.compile("(?:^|关于印发《?)([^，。：；《》]{2,20}?(?:贯彻|落实|实施|执行)(?:落实|实施)?《[^《》]{0,30}" + TOPIC
                    + "[^《》]{0,30}》(?:的)?" + KIND + BRACKETS + ")(?:》?的通知)?$");

    private static final Pattern ISSUED =
            Pattern.compile("印发《([^《》]{0,40}?" + TOPIC + "[^《》]{0,40}?" + KIND + BRACKETS + ")》");
    private static final Pattern QUOTED =
            Pattern.compile("《([^《》]{0,40}?" + TOPIC + "[^《》]{0,40}?" + KIND + BRACKETS + ")》(?:印发|已经|经)");
    private static final Pattern BARE = Pattern.compile(
            "关于印发[《]?([^，。：；《》]{0,40}?" + TOPIC + "[^，。：；《》]{0,40}?" + KIND + BRACKETS + ")[》]?" + BRACKETS + "的通知");
    private static final Pattern YEARS =
            Pattern.compile("((?:19|20)\\d\\d)年?(?:—+|至|到)(?:(?:19|20)\\d\\d年?(?:—+|至|到))?((?:19|20)\\d\\d)");
    private static final Pattern ANOTHER = Pattern.compile("《[^》]*》");
    private static final Pattern FIVE_YEARS = Pattern.compile("十([一二三四五六七八])五");
    private static final int LINES_AT_MOST = 5;

    private PlanTitle() {}

    /** First and last year. */
    record Period(int from, int to) {}

    static Optional<Passage> in(List<Passage> head) {
        return standing(head).or(() -> carryingOut(head)).or(() -> named(head));
    }

    /** Its own lines, one to five of them; the last such before the text begins is the plan's own heading. */
    private static Optional<Passage> standing(List<Passage> head) {
        for (int from = head.size() - 1; from >= 0; from--) {
            Optional<Passage> longest = Optional.empty();
            for (int to = from + 1; to <= Math.min(head.size(), from + LINES_AT_MOST); to++) {
                var joined = Passage.join(head.subList(from, to));
                if (joined.length() > 110) {
                    break;
                }
                if (STANDING.matcher(joined.folded()).matches()) {
                    longest = Optional.of(joined);
                }
            }
            if (longest.isPresent()) {
                return Optional.of(upwards(head, from, longest.get()));
            }
        }
        return Optional.empty();
    }

    /** 内蒙古自治区 alone on the line above belongs to the title. */
    private static Passage upwards(List<Passage> head, int from, Passage title) {
        if (from == 0) {
            return title;
        }
        var above = head.get(from - 1);
        boolean place = above.folded().matches("[^，。：；《》（）\\d]{2,14}(?:省|自治区|市|区|县|旗|盟|州|街道|镇|乡|新区|开发区)");
        return place && !title.folded().startsWith(above.folded()) ? Passage.join(List.of(above, title)) : title;
    }

    private static Optional<Passage> carryingOut(List<Passage> head) {
        for (int count = 1; count <= 3; count++) {
            for (int from = head.size() - count; from >= 0; from--) {
                var joined = Passage.join(head.subList(from, from + count));
                var matcher = CARRYING_OUT.matcher(joined.folded());
                if (joined.length() <= 140 && matcher.find()) {
                    return Optional.of(joined.sub(matcher.start(1), matcher.end(1)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Passage> named(List<Passage> head) {
        var whole = head.isEmpty() ? Passage.NOTHING : Passage.join(head);
        for (var pattern : List.of(QUOTED, ISSUED, BARE)) {
            var matcher = pattern.matcher(whole.folded());
            if (matcher.find()) {
                return Optional.of(whole.sub(matcher.start(1), matcher.end(1)));
            }
        }
        return Optional.empty();
    }

    /** No white space, full width brackets, one em dash between years. */
    static String canonical(Passage title) {
        var folded = title.folded();
        var text = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == '—') {
                if (i == 0 || folded.charAt(i - 1) != '—') {
                    text.append('—');
                }
            } else if (c == '〔' || c == '（') {
                text.append('（');
            } else if (c == '〕' || c == '）') {
                text.append('）');
            } else {
                boolean mark = c < 0x4E00 || c > 0x9FFF;
                text.append(mark ? c : title.raw().charAt(i));
            }
        }
        return text.toString();
    }

    /** The years the title names for itself; those inside 《》 are another document's. */
    static Optional<Period> period(Passage text) {
        var years = YEARS.matcher(ANOTHER.matcher(text.folded()).replaceAll(""));
        if (years.find()) {
            int from = Integer.parseInt(years.group(1));
            int to = Integer.parseInt(years.group(2));
            return from <= to ? Optional.of(new Period(from, to)) : Optional.empty();
        }
        return fiveYears(text);
    }

    /** 十四五 is 2021 to 2025. */
    static Optional<Period> fiveYears(Passage text) {
        var plan = FIVE_YEARS.matcher(text.folded());
        if (!plan.find()) {
            return Optional.empty();
        }
        int first = 1951 + 5 * (10 + Numeral.digit(plan.group(1).charAt(0)));
        return Optional.of(new Period(first, first + 4));
    }
}
