package org.kepu.indicator.desk;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Kind;
import org.kepu.indicator.figure.FactLines.Line;
import org.kepu.indicator.figure.Figure;
import org.kepu.page.Page;

/** Numbers as a page writes them. */
public final class Written {

    private static final int FEN = 2;

    private Written() {}

    /** 1,234 or 83.33; empty for what there is no value of. */
    public static String number(@Nullable BigDecimal value) {
        return value == null
                ? ""
                : new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    public static String number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** A value with its unit; where there is none, that there is none. */
    public static String value(Page page, @Nullable BigDecimal value, String unit) {
        return value == null ? page.say("indicator.no-value") : page.say("indicator.with-unit", number(value), unit);
    }

    /** What was won or not, in words. */
    public static String status(Page page, BigDecimal value) {
        return page.say(value.signum() > 0 ? "indicator.status.won" : "indicator.status.not-won");
    }

    /** What a line of a breakdown is called; only what no body is credited with has no name of its own. */
    public static String name(Page page, Figure.Part part) {
        return part.name().isEmpty() ? page.say("indicator.organisers.none") : part.name();
    }

    /** The amounts of a fact that are not nought: 1 次、40 人次. */
    public static String amounts(Page page, Line line, @Nullable Kind kind) {
        var said = new StringBuilder();
        for (var amount : Amount.values()) {
            var value = amount == Amount.MONEY
                    ? BigDecimal.valueOf(line.money(), FEN)
                    : BigDecimal.valueOf(of(line, amount));
            if (value.signum() != 0) {
                var unit = kind == null || kind.quantity() == null ? "" : kind.quantity();
                said.append(said.isEmpty() ? "" : page.say("indicator.and"))
                        .append(page.say("indicator.amount.said." + amount, number(value), unit));
            }
        }
        return said.toString();
    }

    private static long of(Line line, Amount amount) {
        return switch (amount) {
            case EVENTS -> line.events();
            case ATTENDANCES -> line.attendances();
            case MINUTES -> line.minutes();
            case MONEY -> line.money();
            case QUANTITY -> line.quantity();
        };
    }
}
