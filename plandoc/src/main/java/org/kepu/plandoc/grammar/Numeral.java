package org.kepu.plandoc.grammar;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as Chinese documents write them: 2000, 1,200, 2.5万, 五十, 两千, 百分之十五. */
final class Numeral {
    static final String CHINESE_DIGITS = "零〇○一二三四五六七八九十百千万亿两";
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private Numeral() {}

    static Optional<BigDecimal> of(String text) {
        if (text.isEmpty() || text.length() > 16) {
            return Optional.empty();
        }
        char last = text.charAt(text.length() - 1);
        boolean arabic = Character.isDigit(text.charAt(0));
        if (arabic && Character.isDigit(last)) {
            return decimal(text);
        }
        if (arabic) {
            return of(text.substring(0, text.length() - 1))
                    .flatMap(head -> multiplier(last)
                            .map(by -> head.multiply(by).stripTrailingZeros())
                            .map(value -> value.scale() < 0 ? value.setScale(0) : value));
        }
        return chinese(text);
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace("٬", "")));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> multiplier(char c) {
        return Optional.ofNullable(
                switch (c) {
                    case '十' -> BigDecimal.TEN;
                    case '百' -> BigDecimal.valueOf(100);
                    case '千' -> BigDecimal.valueOf(1000);
                    case '万' -> TEN_THOUSAND;
                    case '亿' -> BigDecimal.valueOf(100_000_000);
                    default -> null;
                });
    }

    /** 二〇二一 digit by digit, 五十 and 两千三百 by place. */
    private static Optional<BigDecimal> chinese(String text) {
        long total = 0;
        long section = 0;
        long digit = -1;
        boolean placed = false;
        long plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = digit(c);
            if (value >= 0) {
                digit = value;
                plain = plain * 10 + value;
                continue;
            }
            var by = multiplier(c);
            if (by.isEmpty()) {
                return Optional.empty();
            }
            placed = true;
            long factor = by.get().longValue();
            if (factor >= 10_000) {
                total = (total + section + Math.max(digit, 0)) * factor;
                section = 0;
            } else {
                section += (digit < 0 ? 1 : digit) * factor;
            }
            digit = -1;
        }
        return Optional.of(BigDecimal.valueOf(placed ? total + section + Math.max(digit, 0) : plain));
    }

    /** The digit this character stands for, or -1. */
    static int digit(char c) {
        return switch (c) {
            case '零', '○', 'O', 'Ｏ' -> 0;
            case '两' -> 2;
            default -> DIGITS.indexOf(c);
        };
    }
}
