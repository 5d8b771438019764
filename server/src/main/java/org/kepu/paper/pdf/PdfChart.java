package org.kepu.paper.pdf;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.kepu.paper.Chart;
import org.kepu.paper.setting.Face;
import org.kepu.paper.setting.Palette;
import org.kepu.paper.setting.Scale;

/** A chart drawn in lines, so that it is sharp on paper. */
final class PdfChart {

    /** With the room around it, in points. */
    static final double HEIGHT = 222;

    private static final double SIZE = 9.5;
    private static final double PITCH = 12;
    private static final double SCALE_WIDTH = 44;
    private static final double LEGEND = 28;
    private static final double NAMES = 30;
    private static final double KEY = 9;
    private static final int BLACK = 0x000000;
    private static final int GREY = 0xD9D9D9;
    private static final int DARK = 0x404040;

    private final Chart chart;
    private final Pages pages;
    private final Scale scale;
    private final double left;
    private final double width;
    private final double top;
    private final double height;

    PdfChart(Chart chart, Pages pages) throws IOException {
        pages.hold(HEIGHT + new PdfTable(chart.numbers(), pages).least());
        this.chart = chart;
        this.pages = pages;
        this.scale = Scale.of(chart);
        this.left = pages.sheet().left() + SCALE_WIDTH;
        this.width = pages.sheet().textWidth() - SCALE_WIDTH;
        this.top = pages.y() + LEGEND;
        this.height = HEIGHT - LEGEND - NAMES - 10;
    }

    void write() {
        legend();
        scale();
        names();
        for (int i = 0; i < chart.series().size(); i++) {
            pages.ink().colour(Palette.colour(i));
            switch (chart.kind()) {
                case BARS -> bars(i);
                case LINES -> line(i);
            }
        }
        pages.ink().colour(BLACK);
        pages.ink().line(left, y(BigDecimal.ZERO), left + width, y(BigDecimal.ZERO), 0.8);
        pages.skip(HEIGHT);
    }

    private void bars(int series) {
        var values = chart.series().get(series).values();
        double bar = Math.min(slot() * 0.7 / chart.series().size(), 34);
        double group = bar * chart.series().size();
        for (int i = 0; i < values.size(); i++) {
            double x = middle(i) - group / 2 + bar * series;
            values.get(i).ifPresent(value -> {
                double end = y(value);
                double zero = y(BigDecimal.ZERO);
                pages.ink().box(x + 1, Math.min(end, zero), bar - 2, Math.abs(zero - end));
                said(series, value, x + bar / 2, Math.min(end, zero) - 3, bar + 4);
            });
        }
    }

    private void line(int series) {
        var values = chart.series().get(series).values();
        for (int i = 0; i < values.size(); i++) {
            double x = middle(i);
            double before = middle(i - 1);
            var earlier = i == 0 ? Optional.<BigDecimal>empty() : values.get(i - 1);
            values.get(i).ifPresent(value -> {
                earlier.ifPresent(last -> pages.ink().line(before, y(last), x, y(value), 1.6));
                pages.ink().box(x - 2.4, y(value) - 2.4, 4.8, 4.8);
                if (chart.series().size() == 1) {
                    said(series, value, x, y(value) - 6, slot());
                }
            });
        }
    }

    /** The number itself, where it has room; in full it stands in the table below. */
    private void said(int series, BigDecimal value, double middle, double base, double room) {
        var signs = pages.signs().of(Face.TEXT, value.toPlainString());
        double wide = Signs.width(signs, SIZE - 1);
        if (wide <= room) {
            pages.ink().colour(BLACK);
            pages.ink().text(signs, middle - wide / 2, base, SIZE - 1, 0);
            pages.ink().colour(Palette.colour(series));
        }
    }

    private void legend() {
        double x = left;
        double base = pages.y() + 11;
        if (!chart.unit().isBlank()) {
            text("单位：" + chart.unit(), pages.sheet().left(), base);
            x += Math.max(0, 12 + SIZE * (3 + chart.unit().length()) - SCALE_WIDTH);
        }
        double all = 0;
        for (var series : chart.series()) {
            all += KEY + 4 + Signs.width(pages.signs().of(Face.TEXT, series.name()), SIZE) + 14;
        }
        x = Math.max(x, left + width - all + 14);
        for (int i = 0; i < chart.series().size(); i++) {
            pages.ink().colour(Palette.colour(i));
            pages.ink().box(x, base - KEY + 1, KEY, KEY);
            pages.ink().colour(BLACK);
            x += KEY + 4;
            x += text(chart.series().get(i).name(), x, base) + 14;
        }
    }

    private void scale() {
        var ink = pages.ink();
        for (var mark : scale.marks()) {
            double at = y(mark);
            ink.colour(GREY);
            ink.line(left, at, left + width, at, 0.5);
            ink.colour(DARK);
            var signs = pages.signs().of(Face.TEXT, mark.toPlainString());
            ink.text(signs, left - 6 - Signs.width(signs, SIZE), at + SIZE * 0.36, SIZE, 0);
        }
        ink.colour(BLACK);
    }

    private void names() {
        for (int i = 0; i < chart.categories().size(); i++) {
            var signs = pages.signs().of(Face.TEXT, chart.categories().get(i));
            double base = top + height + PITCH + 2;
            var lines = Breaking.lines(signs, SIZE, Math.max(slot() - 4, SIZE), 0, false);
            for (var line : lines.subList(0, Math.min(2, lines.size()))) {
                pages.ink().text(line.signs(), middle(i) - line.width() / 2, base, SIZE, 0);
                base += PITCH;
            }
        }
    }

    private double text(String words, double x, double base) {
        var signs = pages.signs().of(Face.TEXT, words);
        pages.ink().text(signs, x, base, SIZE, 0);
        return Signs.width(signs, SIZE);
    }

    private double y(BigDecimal value) {
        return top + height * (1 - scale.place(value));
    }

    private double slot() {
        return width / chart.categories().size();
    }

    private double middle(int category) {
        return left + slot() * (category + 0.5);
    }
}
