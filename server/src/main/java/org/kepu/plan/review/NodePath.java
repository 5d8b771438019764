package org.kepu.plan.review;

import java.util.regex.Pattern;
import org.kepu.plandoc.Programme.Kind;

/**
 * The place of a programme or a measure in a plan under review, as in {@code ACTION-1} or {@code ACTION-1-2}.
 *
 * @param measure its ordinal in the programme, 0 for the programme itself
 */
record NodePath(Kind kind, int programme, int measure) {

    private static final Pattern SHAPE = Pattern.compile("(ACTION|PROJECT)-(\\d{1,3})(?:-(\\d{1,3}))?");

    static NodePath of(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("no place in a plan: " + text);
        }
        var measure = match.group(3);
        return new NodePath(
                Kind.valueOf(match.group(1)),
                Integer.parseInt(match.group(2)),
                measure == null ? 0 : Integer.parseInt(measure));
    }

    boolean isProgramme() {
        return measure == 0;
    }

    @Override
    public String toString() {
        return isProgramme() ? kind + "-" + programme : kind + "-" + programme + "-" + measure;
    }
}
