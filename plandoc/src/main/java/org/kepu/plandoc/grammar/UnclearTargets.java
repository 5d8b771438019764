package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;

/** What reads like a target and cannot be measured as it is written. */
final class UnclearTargets {
    private static final int LOOKED_AT = 20_000;
    private static final String CLAUSE_ENDS = "，。；：！？";
    private static final Pattern LEFT_OPEN =
            Pattern.compile("(?:[xX×]{2,}|[□_＿]{1,}|●{2,})(?:%|[万千百]?(?:个|名|人|场|次|所|家|项|期|部|支|处|座|套|册))");
    private static final Pattern FRACTION =
            Pattern.compile("(?:达到?|超过?|不[少低]于|占|提高[到至]|提升[到至])[^，。；]{0,6}(?:[一二三四五]分之[一二三四五]|半数|一半)|过半|翻[一两三]番");

    private UnclearTargets() {}

    static List<Finding> in(Passage text) {
        var findings = new ArrayList<Finding>();
        var passage = text.sub(0, Math.min(LOOKED_AT, text.length()));
        int from = 0;
        while (from < passage.length()) {
            int to = Sentences.indexOf(passage, CLAUSE_ENDS, from);
            clause(passage.sub(from, to), findings);
            from = to + 1;
        }
        return findings;
    }

    private static void clause(Passage clause, List<Finding> findings) {
        var text = clause.folded();
        if (LEFT_OPEN.matcher(text).find()) {
            findings.add(Findings.at(Code.TARGET_UNCLEAR, "数值还空着，没有填写", clause));
        } else if (FRACTION.matcher(text).find()) {
            findings.add(Findings.at(Code.TARGET_UNCLEAR, "没有写成具体数值，未列为目标，请核对", clause));
        }
        for (var number : BareNumber.in(text)) {
            var message =
                    number.unit().map(unit -> "数字没有写单位，按“" + unit + "”理解，请核对").orElse("数字没有写单位，未列为目标，请核对");
            findings.add(Findings.at(Code.TARGET_UNCLEAR, message, clause));
        }
    }
}
