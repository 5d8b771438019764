package org.kepu.ledger.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** The fields of a form about lines: for each line some, whose names end with its identity. */
final class LineFields {

    private LineFields() {}

    /** What was written on the lines. */
    static List<Entry> entries(MultiValueMap<String, String> fields) {
        var answers = beginning("answer-", fields);
        var texts = beginning("text-", fields);
        var entries = new ArrayList<Entry>();
        beginning("seen-", fields)
                .forEach((line, seen) -> entries.add(new Entry(
                        line,
                        seen,
                        Answer.read(answers.getOrDefault(line, "")).orElse(null),
                        texts.getOrDefault(line, ""))));
        return entries;
    }

    /** Why lines are sent back; those without a word are not. */
    static Map<LineId, String> reasons(MultiValueMap<String, String> fields) {
        var reasons = beginning("reason-", fields);
        reasons.values().removeIf(String::isBlank);
        return reasons;
    }

    /** What a lead thinks of lines; words without a choice are a comment. */
    static List<GivingOpinions.Said> opinions(MultiValueMap<String, String> fields) {
        var choices = beginning("opinion-", fields);
        var texts = beginning("text-", fields);
        var said = new ArrayList<GivingOpinions.Said>();
        beginning("seen-", fields).forEach((line, seen) -> {
            var choice = choices.getOrDefault(line, "");
            var text = texts.getOrDefault(line, "");
            if (!choice.isEmpty() || !text.isBlank()) {
                said.add(new GivingOpinions.Said(line, seen, choice.equals("agree"), text));
            }
        });
        return said;
    }

    private static Map<LineId, String> beginning(String begin, MultiValueMap<String, String> fields) {
        var found = new HashMap<LineId, String>();
        fields.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(begin)) {
                LineId.read(name.substring(begin.length())).ifPresent(line -> found.put(line, value));
            }
        });
        return found;
    }
}
