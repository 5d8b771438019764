package org.kepu.plandoc.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.source.WordStyles.ListPlace;

/** The automatic numbering of a Word document: what it writes before a paragraph, counted on from the last one. */
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final String DOT = "•";

    /** How one level is written. {@code text} has {@code %1} for the first level's number and so on. */
    record Level(
            String format,
            String text,
            int start,
            boolean isTight,
            @Nullable String style) {}

    private final Map<Integer, @Nullable Level[]> patterns = new HashMap<>();
    private final Map<Integer, Integer> patternOf = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> restarts = new HashMap<>();
    private final Map<Integer, Map<Integer, Level>> overrides = new HashMap<>();
    private final Map<Integer, int[]> counts = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();

    private WordNumbering() {}

    static WordNumbering none() {
        return new WordNumbering();
    }

    static WordNumbering read(XmlPart part) throws XMLStreamException, Refusal {
        var read = new WordNumbering();
        if (part.nextChild()) {
            while (part.nextChild()) {
                switch (part.name()) {
                    case "abstractNum" -> read.readPattern(part);
                    case "num" -> read.readList(part);
                    default -> part.skip();
                }
            }
        }
        return read;
    }

    private void readPattern(XmlPart part) throws XMLStreamException, Refusal {
        var levels = new @Nullable Level[LEVELS];
        patterns.put(part.number("abstractNumId", -1), levels);
        while (part.nextChild()) {
            int index = part.number("ilvl", -1);
            if (part.name().equals("lvl") && index >= 0 && index < LEVELS) {
                levels[index] = level(part);
            } else {
                part.skip();
            }
        }
    }

    private static Level level(XmlPart part) throws XMLStreamException, Refusal {
        var format = "decimal";
        var text = "";
        int start = 1;
        boolean isTight = false;
        String style = null;
        while (part.nextChild()) {
            var value = part.attribute("val");
            switch (part.name()) {
                case "numFmt" -> format = value == null ? format : value;
                case "lvlText" -> text = value == null ? "" : value;
                case "start" -> start = part.number("val", 1);
                case "suff" -> isTight = "nothing".equals(value);
                case "pStyle" -> style = value;
                case "AlternateContent" -> {
                    // newer formats hide their name in a choice; its fallback says decimal
                }
                default -> {}
            }
            part.skip();
        }
        return new Level(format, text, start, isTight, style);
    }

    private void readList(XmlPart part) throws XMLStreamException, Refusal {
        int list = part.number("numId", -1);
        while (part.nextChild()) {
            switch (part.name()) {
                case "abstractNumId" -> {
                    patternOf.put(list, part.number("val", -1));
                    part.skip();
                }
                case "lvlOverride" -> readOverride(list, part);
                default -> part.skip();
            }
        }
    }

    private void readOverride(int list, XmlPart part) throws XMLStreamException, Refusal {
        int index = part.number("ilvl", 0);
        while (part.nextChild()) {
            switch (part.name()) {
                case "startOverride" -> {
                    restarts.computeIfAbsent(list, any -> new HashMap<>()).put(index, part.number("val", 1));
                    part.skip();
                }
                case "lvl" ->
                    overrides.computeIfAbsent(list, any -> new HashMap<>()).put(index, level(part));
                default -> part.skip();
            }
        }
    }

    /** The words before the next paragraph at this place, counting it; empty where the place is not numbered. */
    String next(ListPlace place, @Nullable String style) {
        var pattern = patternOf.get(place.list());
        var levels = pattern == null ? null : patterns.get(pattern);
        if (pattern == null || levels == null) {
            return "";
        }
        int index = place.level() >= 0 ? Math.min(place.level(), LEVELS - 1) : levelOf(levels, style);
        var count = counts.computeIfAbsent(pattern, any -> new int[LEVELS]);
        restart(place.list(), count);
        for (int i = 0; i < index; i++) {
            if (count[i] == 0) {
                count[i] = start(place.list(), levels, i);
            }
        }
        count[index] = count[index] == 0 ? start(place.list(), levels, index) : count[index] + 1;
        for (int i = index + 1; i < LEVELS; i++) {
            count[i] = 0;
        }
        return written(place.list(), levels, index, count);
    }

    /** A list that overrides its start begins anew at its first paragraph, though it shares the pattern of another. */
    private void restart(int list, int[] count) {
        if (begun.add(list)) {
            restarts.getOrDefault(list, Map.of()).keySet().forEach(index -> {
                if (index >= 0 && index < LEVELS) {
                    count[index] = 0;
                }
            });
        }
    }

    private static int levelOf(@Nullable Level[] levels, @Nullable String style) {
        for (int i = 0; i < LEVELS; i++) {
            var level = levels[i];
            if (style != null && level != null && style.equals(level.style())) {
                return i;
            }
        }
        return 0;
    }

    private int start(int list, @Nullable Level[] levels, int index) {
        var override = restarts.getOrDefault(list, Map.of()).get(index);
        var level = level(list, levels, index);
        return override != null ? override : level == null ? 1 : level.start();
    }

    private @Nullable Level level(int list, @Nullable Level[] levels, int index) {
        var override = overrides.getOrDefault(list, Map.of()).get(index);
        return override != null ? override : levels[index];
    }

    private String written(int list, @Nullable Level[] levels, int index, int[] count) {
        var level = level(list, levels, index);
        if (level == null || level.text().isEmpty()) {
            return "";
        }
        var written = new StringBuilder();
        for (int i = 0; i < level.text().length(); i++) {
            char c = level.text().charAt(i);
            int referred = i + 1 < level.text().length() ? level.text().charAt(i + 1) - '1' : -1;
            if (c == '%' && referred >= 0 && referred < LEVELS) {
                var other = level(list, levels, referred);
                written.append(Numerals.write(count[referred], other == null ? "decimal" : other.format()));
                i++;
            } else {
                // symbol fonts put their bullets into the private use area
                written.append(c >= '\uE000' && c < '\uF900' ? DOT : String.valueOf(c));
            }
        }
        return written.append(level.isTight() ? "" : " ").toString();
    }
}
