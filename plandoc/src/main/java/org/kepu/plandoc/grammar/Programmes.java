package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Programme.Kind;

/**
 * Finds which points of the outline are the plan's programmes: siblings most of which are called 行动 or 工程. A measure may
 * be called so too (实施银龄科普行动), hence the search goes from above and stops at the first such siblings.
 */
final class Programmes {
    private static final Passage NO_HEADING = Passage.NOTHING;
    /** Far beyond any plan; keeps what follows quick on a hostile file. */
    private static final int AT_MOST = 200;

    private final Map<Node, List<Node>> known = new IdentityHashMap<>();

    /** A programme's place in the outline, its kind and its bare title. */
    record Place(Node node, Kind kind, Passage title) {}

    static List<Place> in(Node root) {
        var places = new ArrayList<Place>();
        @Nullable Kind previous = null;
        var all = new Programmes().below(root);
        var nodes = all.subList(0, Math.min(AT_MOST, all.size()));
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var fallback =
                    previous != null && nodes.get(i - 1).parent() == node.parent() ? previous : nextKind(nodes, i);
            var kind = Headings.kind(node.heading(), section(node), fallback);
            places.add(new Place(node, kind, Headings.title(node.heading())));
            previous = kind;
        }
        return places;
    }

    private static Kind nextKind(List<Node> nodes, int from) {
        for (int i = from + 1; i < nodes.size(); i++) {
            if (Headings.isProgrammeName(nodes.get(i).heading())) {
                return Headings.kind(nodes.get(i).heading(), NO_HEADING, Kind.ACTION);
            }
        }
        return Kind.ACTION;
    }

    private static Passage section(Node node) {
        var parent = node.parent();
        return parent == null ? NO_HEADING : parent.heading();
    }

    private List<Node> below(Node node) {
        var found = known.get(node);
        if (found == null) {
            found = search(node);
            known.put(node, found);
        }
        return found;
    }

    private List<Node> search(Node node) {
        var children = node.children();
        int first = -1;
        int last = -1;
        int count = 0;
        int run = 0;
        int longestRun = 0;
        boolean onTopic = false;
        for (int i = 0; i < children.size(); i++) {
            boolean candidate = isCandidate(children.get(i));
            run = candidate ? run + 1 : 0;
            longestRun = Math.max(longestRun, run);
            if (candidate) {
                first = first < 0 ? i : first;
                last = i;
                count++;
                onTopic |= Headings.isOnTopic(children.get(i).heading());
            }
        }
        boolean mostly = count * 10 >= children.size() * 6
                || count > 0 && Headings.isGeneric(node.heading()) && isProgrammeSection(node);
        if (count == 0 && isSectionOfUnnamed(node)) {
            return children;
        }
        boolean qualified = onTopic && (mostly && (count > 1 || isProgrammeSection(node)) || longestRun >= 3);
        return qualified ? selected(node, first, last, mostly) : deeper(children);
    }

    /** 二、五大提升行动 with （一）提升青少年科学素质: the section alone says what its points are. */
    private static boolean isSectionOfUnnamed(Node node) {
        var heading = node.heading().folded();
        var children = node.children();
        long named = children.stream()
                .filter(child -> child.heading().length() <= 30
                        && Headings.isOnTopic(child.heading())
                        && !Headings.isElsewhere(child.heading()))
                .count();
        return (heading.contains("行动") || heading.contains("工程"))
                && Headings.isGeneric(node.heading())
                && named >= 2
                && named == children.size();
    }

    private List<Node> selected(Node node, int first, int last, boolean mostly) {
        var found = new ArrayList<Node>();
        var children = node.children();
        var rank = children.get(first).para().rank();
        boolean whole = mostly && node.parent() != null;
        for (int i = 0; i < children.size(); i++) {
            var child = children.get(i);
            boolean within = i >= first && i <= last || whole;
            boolean programme = isCandidate(child)
                    || within && child.para().rank().equals(rank) && !Headings.isElsewhere(child.heading());
            if (programme) {
                found.add(child);
            } else {
                found.addAll(below(child));
            }
        }
        return found;
    }

    private List<Node> deeper(List<Node> children) {
        var found = new ArrayList<Node>();
        for (var child : children) {
            found.addAll(below(child));
        }
        return found;
    }

    private static boolean isProgrammeSection(Node node) {
        var heading = node.heading().folded();
        return heading.contains("行动") || heading.contains("工程") || heading.contains("任务");
    }

    private boolean isCandidate(Node node) {
        return Headings.isProgrammeName(node.heading()) && !isSectionOfProgrammes(node);
    }

    /** 三、提升行动 holds the programmes and is none. */
    private boolean isSectionOfProgrammes(Node node) {
        if (Headings.isGeneric(node.heading())) {
            return !below(node).isEmpty() || node.below().isEmpty();
        }
        long named = node.children().stream()
                .filter(child -> Headings.isProgrammeName(child.heading()) && Headings.isOnTopic(child.heading()))
                .count();
        return named >= 3 && named * 10 >= node.children().size() * 8L;
    }
}
