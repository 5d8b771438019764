package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The sections around the programmes, known by what their headings are called. */
final class Sections {
    private static final Pattern GOALS = Pattern.compile("目标(?!责任|考核|管理)|指标(?!体系|考核)");
    private static final Pattern REQUIREMENTS = Pattern.compile("^(?:总体|总)(?:要求|思路|部署)|指导思想|工作思路");
    private static final Pattern PHASES = Pattern.compile("进度|步骤|实施阶段|阶段安排|时间安排|阶段划分|工作安排|阶段性");
    private static final Pattern ORGANISATION =
            Pattern.compile("组织实施|保障措施|组织保障|条件保障|保障机制|机制保障|实施保障|组织领导|工作要求|保障条件|组织管理|实施机制|工作保障");
    private static final Pattern BARE = Pattern.compile(
            "(?:总体要求|指导思想|基本原则|工作原则|主要目标|工作目标|总体目标|目标|重点任务|主要任务|工作任务|提升行动|重点工程|组织实施|保障措施|组织保障|进度安排|实施步骤|工作要求|前言|工作步骤)。?");

    static boolean isBareSection(Passage text) {
        return text.length() <= 8 && BARE.matcher(text.folded()).matches();
    }

    /** Whether the plan's sections begin here: everything above is its head. */
    static boolean begins(Para para) {
        if (para.marker().isPresent()) {
            var style = para.marker().get().style();
            return style != Marker.Style.DASH && style != Marker.Style.BULLET;
        }
        return isBareSection(para.text())
                || para.rank().isPresent()
                        && (Headings.isElsewhere(para.text()) && para.text().length() <= 12);
    }

    private final Node root;
    private final Set<Node> programmes = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The sections of this outline; what stands below a programme belongs to it alone. */
    Sections(Node root, List<Programmes.Place> places) {
        this.root = root;
        places.forEach(place -> programmes.add(place.node()));
    }

    List<Node> goals() {
        return all(GOALS, true);
    }

    /** 总体要求 and the like, which tell the goals where no section is called so. */
    List<Node> requirements() {
        return all(REQUIREMENTS, false);
    }

    List<Node> phases() {
        return all(PHASES, false);
    }

    List<Node> organisation() {
        return all(ORGANISATION, false);
    }

    private List<Node> all(Pattern named, boolean deepest) {
        var found = new ArrayList<Node>();
        collect(root, named, found, deepest);
        return found;
    }

    private void collect(Node node, Pattern named, List<Node> found, boolean deepest) {
        for (var child : node.children()) {
            if (programmes.contains(child)) {
                continue;
            }
            boolean matches = child.heading().length() <= 24
                    && named.matcher(child.heading().folded()).find();
            int before = found.size();
            if (!matches || deepest) {
                collect(child, named, found, deepest);
            }
            if (matches && found.size() == before) {
                found.add(child);
            }
        }
    }
}
