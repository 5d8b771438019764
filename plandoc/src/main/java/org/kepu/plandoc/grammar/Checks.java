package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;
import org.kepu.plandoc.Phase;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Programme.Kind;

/** Compares what the plan says of itself with what was found in it. */
final class Checks {
    private static final Pattern COUNT = Pattern.compile(
            "(?:实施|开展|抓好|推进|组织|落实)[^，。；]{0,40}?([一二三四五六七八九十\\d]{1,2})(?:项|大|个)(?:重点人群)?(?:科学素质|科普)?(?:提升|重点|专项|主要|基础|保障)?(行动|工程)");

    private Checks() {}

    static List<Finding> of(
            Node root, List<Programme> programmes, List<Phase> phases, Optional<PlanTitle.Period> period) {
        var findings = new ArrayList<Finding>();
        for (var para : root.below()) {
            counts(para.text(), programmes, findings);
        }
        period.ifPresent(years -> phases.stream()
                .filter(phase -> phase.from() < years.from() || phase.to() > years.to())
                .forEach(phase ->
                        findings.add(new Finding(Code.YEARS_DIFFER, "阶段的年份不在方案期内", phase.title(), phase.at()))));
        numbering(root, findings);
        return findings;
    }

    private static void counts(Passage text, List<Programme> programmes, List<Finding> findings) {
        if (text.length() > 400) {
            return;
        }
        var matcher = COUNT.matcher(text.folded());
        while (matcher.find()) {
            var kind = matcher.group(2).equals("行动") ? Kind.ACTION : Kind.PROJECT;
            int stated =
                    Numeral.of(matcher.group(1)).map(value -> value.intValue()).orElse(0);
            long found = programmes.stream()
                    .filter(programme -> programme.kind() == kind)
                    .count();
            if (stated != found) {
                findings.add(Findings.at(
                        Code.COUNT_MISMATCH,
                        "文中写有" + stated + "项" + matcher.group(2) + "，实际找到" + found + "项",
                        text.sub(matcher.start(), matcher.end())));
            }
        }
    }

    private static void numbering(Node node, List<Finding> findings) {
        int expected = 0;
        for (var child : node.children()) {
            int ordinal = child.para().marker().map(Marker::ordinal).orElse(0);
            if (ordinal > 0) {
                if (expected > 0 && ordinal != expected && ordinal != 1) {
                    findings.add(Findings.at(
                            Code.NUMBERING_BROKEN,
                            "序号不连续：此处应为" + expected,
                            child.para().text()));
                }
                expected = ordinal + 1;
            }
            numbering(child, findings);
        }
    }
}
