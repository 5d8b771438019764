package org.kepu.plan.review;

import java.util.List;

/** A list of names as a clerk types it: one a line. */
final class Lines {

    private Lines() {}

    static List<String> of(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    static String join(List<String> entries) {
        return String.join("\n", entries);
    }
}
