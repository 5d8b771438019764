package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Measures that carry no number of their own: 一是…二是… in one paragraph, or plain paragraphs with a leading sentence. */
final class UnnumberedMeasures {
    private static final List<Pattern> INLINE = List.of(
            Pattern.compile("(?:^|(?<=[。；：，！）]))([一二三四五六七八九十]{1,2})[是要]"),
            Pattern.compile("(?:^|(?<=[。；：，！）]))第([一二三四五六七八九十]{1,2})[，、]"),
            Pattern.compile("([①②③④⑤⑥⑦⑧⑨⑩])"),
            Pattern.compile("(?:^|(?<=[。；：，！）]))（(\\d{1,2})）"),
            Pattern.compile("(?:^|(?<=[。；：！）]))(\\d{1,2})[.、](?!\\d)"));
    private static final Pattern INTRODUCES = Pattern.compile("^(?:以|围绕|通过|为|坚持|进一步|全面|不断|着眼|聚焦|立足)");
    private static final int LEADING_SENTENCE_AT_MOST = 30;

    private UnnumberedMeasures() {}

    /** @param atLeast how many plain paragraphs count as measures: one alone only where others of the plan are such */
    static List<MeasureText> in(Node node, List<Passage> intro, int atLeast) {
        var first = intro.subList(0, untilTwoLead(intro));
        for (var marker : INLINE) {
            for (var paragraph : first) {
                var measures = split(paragraph, marker);
                if (measures.size() >= 2) {
                    return measures;
                }
            }
        }
        return paragraphs(node, intro, atLeast);
    }

    /** Behind two paragraphs that begin like measures, 一是…二是… is a list within the last of them. */
    private static int untilTwoLead(List<Passage> intro) {
        int leading = 0;
        for (int i = 0; i < intro.size(); i++) {
            if (leading >= 2) {
                return i;
            }
            leading += leads(intro.get(i)) ? 1 : 0;
        }
        return intro.size();
    }

    /** How many of these paragraphs begin with a short sentence of their own. */
    static long leading(List<Passage> paragraphs) {
        return paragraphs.stream().filter(UnnumberedMeasures::leads).count();
    }

    private static boolean leads(Passage paragraph) {
        int sentence = Sentences.indexOf(paragraph, "。", 0);
        return sentence <= LEADING_SENTENCE_AT_MOST && sentence < paragraph.length() - 1;
    }

    private static List<MeasureText> split(Passage paragraph, Pattern marker) {
        var matcher = marker.matcher(paragraph.folded());
        var measures = new ArrayList<MeasureText>();
        int from = -1;
        while (matcher.find()) {
            if (ordinal(matcher.group(1)) != measures.size() + (from < 0 ? 1 : 2)) {
                continue;
            }
            if (from >= 0) {
                measures.add(measure(paragraph.sub(from, matcher.start()), measures.size() + 1));
            }
            from = matcher.end();
        }
        if (from >= 0 && from < paragraph.length()) {
            measures.add(measure(paragraph.from(from), measures.size() + 1));
        }
        return measures;
    }

    private static int ordinal(String number) {
        char c = number.charAt(0);
        return c >= '①' && c <= '⑩'
                ? c - '①' + 1
                : Numeral.of(number).map(value -> value.intValue()).orElse(0);
    }

    private static MeasureText measure(Passage text, int ordinal) {
        return new MeasureText(ProgrammeText.title(text), text, ordinal);
    }

    /** Plain paragraphs count as measures where they begin with a short sentence; the first may be the programme's task. */
    private static List<MeasureText> paragraphs(Node node, List<Passage> intro, int atLeast) {
        boolean runIn = !node.runIn().isEmpty();
        var measures = new ArrayList<MeasureText>();
        for (int i = 0; i < intro.size(); i++) {
            var paragraph = intro.get(i);
            boolean leads = leads(paragraph);
            boolean heading = isHeading(paragraph) && i + 1 < intro.size();
            boolean task = i == 0 && (runIn || !leads && !heading || introduces(paragraph));
            if (!task && (leads || heading)) {
                measures.add(new MeasureText(ProgrammeText.title(paragraph), paragraph, 0));
            } else if (!measures.isEmpty()) {
                measures.getLast().add(paragraph);
            }
        }
        return measures.size() >= atLeast ? measures : List.of();
    }

    private static boolean isHeading(Passage paragraph) {
        return paragraph.length() <= LEADING_SENTENCE_AT_MOST
                && Sentences.indexOf(paragraph, "。", 0) == paragraph.length();
    }

    /** 以提升科学素质为重点，… says what the programme is for. */
    private static boolean introduces(Passage paragraph) {
        int sentence = Sentences.indexOf(paragraph, "。", 0);
        boolean plain = sentence <= 20 && Sentences.indexOf(paragraph, "，", 0) > sentence;
        return !plain && INTRODUCES.matcher(paragraph.folded()).find();
    }
}
