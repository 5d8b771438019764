package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** 文号: 内政发〔2021〕22号, in the brackets it should have. */
final class DocumentNumber {
    private static final String SHAPE = "[\\u4e00-\\u9fa5]{2,12}[〔（]\\d{4}(?:年)?[〕）]第?\\d{1,5}号";
    private static final Pattern NUMBER = Pattern.compile(SHAPE);
    private static final Pattern LABELLED = Pattern.compile("(?:文号|发文字号|文件编号|公文编号|发文文号)：?(" + SHAPE + ")");
    private static final Pattern ALONE = Pattern.compile("^[（〔]?(" + SHAPE + ")(?![）〕，。、；])");
    private static final Pattern LEADING_WORDS =
            Pattern.compile("^(?:根据|按照|依据|依照|落实|贯彻|执行|深入|全面|认真|为了|为|以|及|和|与|见|号|由|原|精神|要求|文件|转发|印发)+");

    private DocumentNumber() {}

    /** All numbers this passage cites, in order, each once. */
    static List<String> cited(Passage passage) {
        var found = new ArrayList<String>();
        var matcher = NUMBER.matcher(passage.folded());
        while (matcher.find()) {
            var number = canonical(passage.sub(matcher.start(), matcher.end()));
            if (!found.contains(number)) {
                found.add(number);
            }
        }
        return found;
    }

    /** The number a line of the head states as the document's own. */
    static Optional<String> own(Passage line) {
        var labelled = LABELLED.matcher(line.folded());
        if (labelled.find()) {
            return Optional.of(canonical(line.sub(labelled.start(1), labelled.end(1))));
        }
        var alone = ALONE.matcher(line.folded());
        return alone.find()
                        && line.length() <= 120
                        && !LEADING_WORDS.matcher(line.folded()).find()
                ? Optional.of(canonical(line.sub(alone.start(1), alone.end(1))))
                : Optional.empty();
    }

    private static String canonical(Passage number) {
        var words = LEADING_WORDS.matcher(number.folded());
        var bare = words.find() ? number.from(words.end()) : number;
        var text = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.folded().charAt(i);
            text.append(
                    switch (c) {
                        case '（', '〔' -> '〔';
                        case '）', '〕' -> '〕';
                        default -> Character.isDigit(c) ? c : bare.raw().charAt(i);
                    });
        }
        return text.toString();
    }
}
