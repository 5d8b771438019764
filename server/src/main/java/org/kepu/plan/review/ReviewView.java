package org.kepu.plan.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Resolution;
import org.kepu.page.Page;
import org.kepu.plan.SourceView;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target;
import org.kepu.region.Region;

/**
 * The review screen: the original on one side, the structure on the other.
 *
 * @param marked the node highlighted in the original, empty for none
 * @param edit the part open for editing, empty for none
 * @param form its fields, {@code null} for none
 * @param errors a message key by field
 * @param overtaken whether someone saved while this form was open
 * @param typed what was typed for a place that is gone since, to be copied
 * @param meanings what each name stands for
 */
public record ReviewView(
        DraftView draft,
        SourceView source,
        String marked,
        String edit,
        @Nullable EditForm form,
        Map<String, String> errors,
        boolean overtaken,
        List<String> typed,
        Map<String, Resolution> meanings,
        List<DuplicateView> duplicates,
        List<Region> regions,
        int currentYear,
        List<String> lacks) {

    /** The sentence that says what is wrong with a field, or nothing. */
    public @Nullable String problem(Page page, String field) {
        var key = errors.get(field);
        return key == null ? null : page.say(key);
    }

    public String regionName() {
        return regions.stream()
                .filter(region -> region.code().value().equals(draft.region()))
                .map(Region::name)
                .findFirst()
                .orElse("");
    }

    /** Names for which nobody has yet said who is meant. */
    public long undecided() {
        return meanings.values().stream()
                .filter(meaning -> meaning instanceof Resolution.Proposed || meaning instanceof Resolution.Unknown)
                .count();
    }

    public long proposed() {
        return meanings.values().stream()
                .filter(meaning -> meaning instanceof Resolution.Proposed p
                        && !p.isMerged(p.bodies().getFirst()))
                .count();
    }

    public long unknown() {
        return meanings.values().stream()
                .filter(Resolution.Unknown.class::isInstance)
                .count();
    }

    public int measureCount() {
        return draft.plan().programmes().stream()
                .mapToInt(p -> p.measures().size())
                .sum();
    }

    public int targetCount() {
        return draft.plan().goals().size()
                + draft.plan().programmes().stream()
                        .flatMap(p -> p.measures().stream())
                        .mapToInt(m -> m.targets().size())
                        .sum();
    }

    /** The year to open first: this one, or the nearest of the period. */
    public int proposedYear() {
        var from = draft.plan().periodFrom();
        var to = draft.plan().periodTo();
        return from == null || to == null ? currentYear : Math.clamp(currentYear, from, Math.max(from, to));
    }

    /** What the page says of the draft itself. */
    public record DraftView(
            String id,
            @Nullable String region,
            String fileName,
            ParsedPlan plan,
            int version,
            Instant uploadedAt,
            String uploadedBy,
            Instant changedAt,
            String changedBy) {}

    public record DuplicateView(
            String id, String title, boolean confirmed, String percent, List<ChangeView> changes, int more) {}

    public record ChangeView(String before, String there, String here) {}

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.id().toString(),
                draft.region() == null ? null : draft.region().value(),
                draft.fileName(),
                draft.structure(),
                draft.version(),
                draft.uploadedAt(),
                draft.uploadedBy(),
                draft.changedAt(),
                draft.changedBy());
    }

    static DuplicateView of(NearDuplicate near) {
        return new DuplicateView(
                near.id().toString(),
                near.title(),
                near.confirmed(),
                "%.1f%%".formatted(near.likeness() * 100),
                near.changes().stream()
                        .map(c -> new ChangeView(c.before(), c.there(), c.here()))
                        .toList(),
                near.more());
    }

    /** Where each node of the structure stands in the original. */
    static List<SourceView.Mark> marks(ParsedPlan plan) {
        var marks = new ArrayList<SourceView.Mark>();
        targets("goals", plan.goals()).forEach(marks::add);
        for (var programme : plan.programmes()) {
            var at = new NodePath(programme.kind(), programme.ordinal(), 0);
            marks.add(new SourceView.Mark(at.toString(), programme.at()));
            for (var measure : programme.measures()) {
                var node = new NodePath(programme.kind(), programme.ordinal(), measure.ordinal()).toString();
                measure.at().forEach(span -> marks.add(new SourceView.Mark(node, span)));
                targets(node, measure.targets()).forEach(marks::add);
            }
        }
        IntStream.range(0, plan.phases().size())
                .forEach(i -> marks.add(
                        new SourceView.Mark("phase-" + i, plan.phases().get(i).at())));
        IntStream.range(0, plan.organisation().size())
                .forEach(i -> marks.add(new SourceView.Mark(
                        "organisation-" + i, plan.organisation().get(i).at())));
        IntStream.range(0, plan.findings().size()).forEach(i -> {
            Span at = plan.findings().get(i).at();
            if (at != null) {
                marks.add(new SourceView.Mark("finding-" + i, at));
            }
        });
        return marks;
    }

    private static Stream<SourceView.Mark> targets(String node, List<Target> targets) {
        return IntStream.range(0, targets.size())
                .mapToObj(i -> new SourceView.Mark(
                        node + "-target-" + i, targets.get(i).at()));
    }
}
