package org.kepu.plandoc.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The styles of a Word document, as far as they bear on the reading: bold, hidden, outline level, numbering. */
final class WordStyles {
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题)\\s*([1-9])", Pattern.CASE_INSENSITIVE);

    private final Map<String, Style> styles = new HashMap<>();
    private @Nullable String defaultParagraph;

    /** A style by itself; {@code null} where it says nothing and the style it is based on decides. */
    private record Style(
            @Nullable String basedOn,
            @Nullable Boolean bold,
            @Nullable Boolean hidden,
            @Nullable Integer outlineLevel,
            @Nullable ListPlace list) {}

    /** The list and the level that a paragraph is numbered by; level -1 where only the list is named. */
    record ListPlace(int list, int level) {}

    private WordStyles() {}

    static WordStyles none() {
        return new WordStyles();
    }

    static WordStyles read(XmlPart part) throws XMLStreamException, Refusal {
        var read = new WordStyles();
        if (part.nextChild()) {
            while (part.nextChild()) {
                if (part.name().equals("style")) {
                    read.readStyle(part);
                } else {
                    part.skip();
                }
            }
        }
        return read;
    }

    private void readStyle(XmlPart part) throws XMLStreamException, Refusal {
        var id = part.attribute("styleId");
        var isDefault = part.attribute("default");
        if ("paragraph".equals(part.attribute("type")) && isDefault != null && !isDefault.equals("0")) {
            defaultParagraph = id;
        }
        String basedOn = null;
        Integer named = null;
        var paragraph = ParagraphFormat.EMPTY;
        var run = RunFormat.EMPTY;
        while (part.nextChild()) {
            switch (part.name()) {
                case "basedOn" -> {
                    basedOn = part.attribute("val");
                    part.skip();
                }
                case "name" -> {
                    var name = part.attribute("val");
                    var heading = HEADING.matcher(name == null ? "" : name);
                    named = heading.matches() ? Integer.valueOf(heading.group(1)) : null;
                    part.skip();
                }
                case "pPr" -> paragraph = ParagraphFormat.read(part);
                case "rPr" -> run = RunFormat.read(part);
                default -> part.skip();
            }
        }
        if (id != null) {
            var level = paragraph.outlineLevel() == null ? named : paragraph.outlineLevel();
            styles.put(id, new Style(basedOn, run.bold(), run.hidden(), level, paragraph.list()));
        }
    }

    boolean isBold(@Nullable String id) {
        return Boolean.TRUE.equals(found(id, Style::bold));
    }

    @Nullable
    Boolean bold(@Nullable String id) {
        return found(id, Style::bold);
    }

    @Nullable
    Boolean hidden(@Nullable String id) {
        return found(id, Style::hidden);
    }

    int outlineLevel(@Nullable String id) {
        var level = found(id == null ? defaultParagraph : id, Style::outlineLevel);
        return level == null ? 0 : level;
    }

    @Nullable
    ListPlace list(@Nullable String id) {
        return found(id == null ? defaultParagraph : id, Style::list);
    }

    private <T> @Nullable T found(@Nullable String id, Function<Style, @Nullable T> property) {
        var seen = new HashSet<String>();
        for (var at = id; at != null && seen.add(at); ) {
            var style = styles.get(at);
            if (style == null) {
                return null;
            }
            var value = property.apply(style);
            if (value != null) {
                return value;
            }
            at = style.basedOn();
        }
        return null;
    }
}
