package org.kepu.plandoc.source;

import java.util.Locale;

/** Writes a number as an automatic numbering shows it, after the number formats of WordprocessingML. */
final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";

    private Numerals() {}

    static String write(int number, String format) {
        return switch (format) {
            case "none", "bullet" -> "";
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting" -> counting(number, DIGITS, "十百千");
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
                counting(number, LEGAL, "拾佰仟");
            case "ideographDigital", "taiwaneseDigital", "chineseDigital", "japaneseDigitalTenThousand" ->
                digits(number, DIGITS);
            case "decimalFullWidth", "decimalFullWidth2" -> digits(number, "０１２３４５６７８９");
            case "ideographTraditional" -> cycle(number, "甲乙丙丁戊己庚辛壬癸");
            case "ideographZodiac" -> cycle(number, "子丑寅卯辰巳午未申酉戌亥");
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, '①', 20);
            case "decimalEnclosedParen" -> enclosed(number, '⑴', 20);
            case "decimalEnclosedFullstop" -> enclosed(number, '⒈', 20);
            case "ideographEnclosedCircle" -> enclosed(number, '㊀', 10);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            default -> String.valueOf(number);
        };
    }

    private static String counting(int number, String digits, String places) {
        if (number <= 0 || number >= 10_000) {
            return number == 0 ? digits.substring(0, 1) : String.valueOf(number);
        }
        var written = new StringBuilder();
        boolean gap = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = !written.isEmpty();
                continue;
            }
            if (gap) {
                written.append('零');
                gap = false;
            }
            if (digit > 1 || place != 1 || !written.isEmpty() || digits == LEGAL) {
                written.append(digits.charAt(digit));
            }
            if (place > 0) {
                written.append(places.charAt(place - 1));
            }
        }
        return written.toString();
    }

    private static String digits(int number, String digits) {
        var written = new StringBuilder();
        String.valueOf(Math.abs(number)).chars().forEach(c -> written.append(digits.charAt(c - '0')));
        return written.toString();
    }

    private static String cycle(int number, String signs) {
        return number < 1 ? String.valueOf(number) : String.valueOf(signs.charAt((number - 1) % signs.length()));
    }

    private static String enclosed(int number, char first, int last) {
        return number < 1 || number > last ? String.valueOf(number) : String.valueOf((char) (first + number - 1));
    }

    private static String letters(int number) {
        if (number < 1 || number > 780) {
            return String.valueOf(number);
        }
        return String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return String.valueOf(number);
        }
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var written = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                written.append(signs[i]);
            }
        }
        return written.toString();
    }
}
