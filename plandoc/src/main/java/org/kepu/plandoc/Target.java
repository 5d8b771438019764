package org.kepu.plandoc;

import java.math.BigDecimal;

/**
 * A number the plan promises.
 *
 * @param quote as written, white space removed
 * @param value in {@code unit}: 2.5万人 is 25000 人; {@link Operator#ALL} has value 100, unit %
 * @param at where the quote stands in the source
 */
public record Target(String quote, Operator operator, BigDecimal value, String unit, Window window, Span at) {

    public enum Operator {
        /** 达到, 以上, 不少于, 不低于, and training so many people */
        AT_LEAST,
        /** 超过, 突破 */
        MORE_THAN,
        /** 创建 N 个 */
        EXACTLY,
        /** 全覆盖, 所有, 均 */
        ALL,
        /** 不超过 */
        AT_MOST
    }

    public enum Window {
        /** 每年 */
        YEAR,
        /** 每学期 */
        SEMESTER,
        /** 十四五期间: summed over the plan's period */
        PERIOD,
        /** 到 2025 年, 十四五末: at that day */
        BY_DATE,
        NONE
    }
}
