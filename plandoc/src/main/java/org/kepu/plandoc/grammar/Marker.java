package org.kepu.plandoc.grammar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number, dash or bullet that a paragraph begins with.
 *
 * @param ordinal its number, 0 for dashes and bullets
 * @param length how many characters of the passage it takes
 */
record Marker(Style style, int ordinal, int length) {

    enum Style {
        /** 第一部分, 第一章 */
        PART,
        /** 第一节 */
        SECTION,
        /** 一、 */
        CHINESE,
        /** （一） */
        CHINESE_BRACKET,
        /** 1. */
        ARABIC,
        /** （1） */
        ARABIC_BRACKET,
        /** ① */
        CIRCLED,
        /** 第一， */
        ORDER,
        /** 行动一： */
        NAMED,
        /** 一是 */
        THAT_IS,
        /** —— */
        DASH,
        BULLET
    }

    private static final String CHINESE_NUMBER = "([一二三四五六七八九十]{1,3})";
    private static final Pattern PART = Pattern.compile("第" + CHINESE_NUMBER + "(?:部分|章|篇)[、，：.]?");
    private static final Pattern SECTION = Pattern.compile("第" + CHINESE_NUMBER + "节[、，：.]?");
    private static final Pattern ORDER = Pattern.compile("第" + CHINESE_NUMBER + "[、，：.]");
    private static final Pattern NAMED = Pattern.compile("(?:行动|工程|任务|专项)" + "([一二三四五六七八九十\\d]{1,3})[：、.]");
    private static final Pattern CHINESE = Pattern.compile(CHINESE_NUMBER + "[、.．：]");
    private static final Pattern CHINESE_BRACKET =
            Pattern.compile("(?:[（〔]" + CHINESE_NUMBER + "[）〕、]|" + CHINESE_NUMBER + "[）〕])[、.：]?");
    private static final Pattern ARABIC =
            Pattern.compile("(\\d{1,2})(?:(?:[.、：]|（?[.]）?)(?!\\d)|，(?=[\\u4e00-\\u9fa5]))");
    private static final Pattern ARABIC_BRACKET = Pattern.compile("(?:[（〔](\\d{1,2})[）〕]|(\\d{1,2})[）〕])[、.：]?");
    private static final Pattern THAT_IS = Pattern.compile(CHINESE_NUMBER + "(?:是|要)(?!否)");
    private static final Pattern DASH = Pattern.compile("—{1,4}(?![\\d—])");
    private static final int LONGEST = 16;

    static Optional<Marker> of(Passage passage) {
        var head = passage.folded().substring(0, Math.min(LONGEST, passage.length()));
        return head.isEmpty() ? Optional.empty() : Optional.ofNullable(read(head));
    }

    private static @org.jspecify.annotations.Nullable Marker read(String head) {
        char first = head.charAt(0);
        if (first == '●') {
            return new Marker(Style.BULLET, 0, 1);
        }
        int single = single(first);
        if (single > 0) {
            var style = first >= '㈠' && first <= '㈩' ? Style.CHINESE_BRACKET : singleStyle(first);
            return new Marker(style, single, 1);
        }
        for (var rule : RULES) {
            var matcher = rule.pattern().matcher(head);
            if (matcher.lookingAt()) {
                return new Marker(rule.style(), ordinal(matcher), matcher.end());
            }
        }
        return null;
    }

    private record Rule(Pattern pattern, Style style) {}

    private static final Rule[] RULES = {
        new Rule(PART, Style.PART),
        new Rule(SECTION, Style.SECTION),
        new Rule(ORDER, Style.ORDER),
        new Rule(NAMED, Style.NAMED),
        new Rule(CHINESE, Style.CHINESE),
        new Rule(CHINESE_BRACKET, Style.CHINESE_BRACKET),
        new Rule(ARABIC_BRACKET, Style.ARABIC_BRACKET),
        new Rule(ARABIC, Style.ARABIC),
        new Rule(THAT_IS, Style.THAT_IS),
        new Rule(DASH, Style.DASH),
    };

    private static int ordinal(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            var number = matcher.group(group);
            if (number != null) {
                return Numeral.of(number).map(java.math.BigDecimal::intValue).orElse(0);
            }
        }
        return 0;
    }

    private static int single(char c) {
        if (c >= '①' && c <= '⑳') {
            return c - '①' + 1;
        }
        if (c >= '⑴' && c <= '⒇') {
            return c - '⑴' + 1;
        }
        if (c >= '⒈' && c <= '⒛') {
            return c - '⒈' + 1;
        }
        if (c >= '❶' && c <= '❿') {
            return c - '❶' + 1;
        }
        return c >= '㈠' && c <= '㈩' ? c - '㈠' + 1 : 0;
    }

    private static Style singleStyle(char c) {
        if (c >= '⑴' && c <= '⒇') {
            return Style.ARABIC_BRACKET;
        }
        return c >= '⒈' && c <= '⒛' ? Style.ARABIC : Style.CIRCLED;
    }
}
