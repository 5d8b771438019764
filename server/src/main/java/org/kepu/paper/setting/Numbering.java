package org.kepu.paper.setting;

import java.time.LocalDate;

/** 一、 （一） 1. （1）, and days as official documents write them (7.3.3, 7.3.5.4). */
final class Numbering {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int TEN = 10;
    private static final int MOST = 99;

    private Numbering() {}

    static String heading(int level, int number) {
        return switch (level) {
            case 1 -> chinese(number) + "、";
            case 2 -> "（" + chinese(number) + "）";
            case 3 -> number + ".";
            case 4 -> "（" + number + "）";
            default -> throw new IllegalArgumentException("headings go to the fourth level: " + level);
        };
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 一 to 九十九; beyond, nobody counts in characters. */
    static String chinese(int number) {
        if (number > MOST) {
            return Integer.toString(number);
        }
        var tens = number / TEN;
        var ones = number % TEN == 0 && number > 0 ? "" : digit(number % TEN);
        return switch (tens) {
            case 0 -> digit(number);
            case 1 -> "十" + ones;
            default -> digit(tens) + "十" + ones;
        };
    }

    private static String digit(int number) {
        return String.valueOf(DIGITS.charAt(number));
    }
}
