package org.kepu.indicator.desk;

import org.jspecify.annotations.Nullable;

/**
 * What an address asks of a figure, as it was typed; what is empty is as usual.
 *
 * @param region the code of a division
 * @param window the key of a window
 * @param from the first day, if the window is one's own
 * @param to the last day
 * @param by the breakdown
 * @param on the day whose tree is meant
 * @param trend {@code months} for the last twelve months
 */
public record FigureAsked(String region, String window, String from, String to, String by, String on, String trend) {

    @SuppressWarnings("NullAway") // an absent parameter comes as null
    public FigureAsked {
        region = tidy(region);
        window = tidy(window);
        from = tidy(from);
        to = tidy(to);
        by = tidy(by);
        on = tidy(on);
        trend = tidy(trend);
    }

    boolean isOverOwnWindow() {
        return window.equals("own") || (window.isEmpty() && !(from + to).isEmpty());
    }

    FigureAsked overUsualWindow() {
        return new FigureAsked(region, "", "", "", by, on, trend);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
