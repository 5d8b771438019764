package org.kepu.plan.review;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.OrganisationPoint;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Phase;
import org.kepu.plandoc.Target;

/** A structure part by part in short words, so that the trail can say what a correction changed. */
final class PlanInWords {

    private static final int MOST_CHANGES = 20;
    private static final int LONGEST = 200;

    private PlanInWords() {}

    /** The act with the parts that differ, before and after. */
    static Act told(Act act, ParsedPlan before, ParsedPlan after) {
        var old = parts(before);
        var fresh = parts(after);
        var places = new LinkedHashSet<>(old.keySet());
        places.addAll(fresh.keySet());
        var told = act;
        for (var place : places) {
            if (told.changes().size() < MOST_CHANGES) {
                told = told.changed(place, shortened(old.get(place)), shortened(fresh.get(place)));
            }
        }
        return told;
    }

    private static Map<String, String> parts(ParsedPlan plan) {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "plan.field.title", plan.title());
        put(parts, "plan.field.number", plan.documentNumber());
        put(parts, "plan.field.issuer", plan.issuer());
        put(parts, "plan.field.signed", plan.signedOn());
        put(parts, "plan.field.from", plan.periodFrom());
        put(parts, "plan.field.to", plan.periodTo());
        put(parts, "plan.field.basis", listed(plan.basis(), Function.identity()));
        put(parts, "plan.part.goals", listed(plan.goals(), PlanInWords::words));
        for (var programme : plan.programmes()) {
            put(parts, programme.kind() + "-" + programme.ordinal(), programme.title());
            for (var measure : programme.measures()) {
                put(
                        parts,
                        new NodePath(programme.kind(), programme.ordinal(), measure.ordinal()).toString(),
                        words(measure));
            }
        }
        put(parts, "plan.part.phases", listed(plan.phases(), Phase::title));
        put(parts, "plan.part.organisation", listed(plan.organisation(), OrganisationPoint::title));
        return parts;
    }

    private static void put(Map<String, String> parts, String place, @Nullable Object words) {
        if (words != null && !words.toString().isEmpty()) {
            parts.put(place, words.toString());
        }
    }

    private static String words(Measure measure) {
        return String.join(
                " | ",
                measure.title(),
                String.join("、", measure.leads()),
                String.join("、", measure.participants()),
                listed(measure.targets(), PlanInWords::words),
                measure.text());
    }

    private static String words(Target target) {
        return target.quote() + " " + target.operator() + " " + target.value().toPlainString() + target.unit() + " "
                + target.window();
    }

    private static <T> String listed(List<T> all, Function<T, String> words) {
        return all.stream().map(words).collect(joining("；"));
    }

    /** Two texts that differ only beyond the cut would look the same: the length says that they are not. */
    private static @Nullable String shortened(@Nullable String words) {
        return words == null || words.length() <= LONGEST
                ? words
                : words.substring(0, LONGEST) + "…（" + words.length() + "）";
    }
}
