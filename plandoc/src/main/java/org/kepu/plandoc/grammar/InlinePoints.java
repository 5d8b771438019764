package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.plandoc.grammar.Marker.Style;

/** Cuts a paragraph that begins with 一是, 1. or ① where its 二是, 2. or ② begins. */
final class InlinePoints {
    private static final Map<Style, Pattern> NEXT = Map.of(
            Style.ARABIC, Pattern.compile("(?<=[。；！）])\\d{1,2}[.、](?!\\d)"),
            Style.CHINESE_BRACKET, Pattern.compile("(?<=[。；！])（[一二三四五六七八九十]{1,2}）"),
            Style.THAT_IS, Pattern.compile("(?<=[。；！）])[一二三四五六七八九十]{1,2}(?:是|要)"),
            Style.ORDER, Pattern.compile("(?<=[。；！）])第[一二三四五六七八九十]{1,2}[，、：]"),
            Style.CIRCLED, Pattern.compile("(?<=[。；！）])[②③④⑤⑥⑦⑧⑨⑩⑪⑫]"));

    private InlinePoints() {}

    static List<Para> split(List<Para> paragraphs) {
        var points = new ArrayList<Para>();
        for (var para : paragraphs) {
            var pattern = para.marker()
                    .filter(marker -> marker.ordinal() == 1)
                    .map(Marker::style)
                    .map(NEXT::get);
            if (pattern.isPresent()) {
                split(para, pattern.get(), points);
            } else {
                points.add(para);
            }
        }
        return points;
    }

    private static void split(Para para, Pattern next, List<Para> points) {
        var matcher = next.matcher(para.text().folded());
        int from = 0;
        int ordinal = 1;
        while (matcher.find()) {
            var rest = Para.of(para.text().from(matcher.start()), para.bold(), para.outlineLevel());
            Optional<Integer> number = rest.marker().map(Marker::ordinal);
            if (number.isPresent() && number.get() == ordinal + 1) {
                points.add(Para.of(para.text().sub(from, matcher.start()), para.bold(), para.outlineLevel()));
                from = matcher.start();
                ordinal++;
            }
        }
        points.add(Para.of(para.text().from(from), para.bold(), para.outlineLevel()));
    }
}
