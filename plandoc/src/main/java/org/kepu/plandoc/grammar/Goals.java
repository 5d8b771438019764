package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.Target.Window;

/** What the plan as a whole promises. 到2025年 at the beginning of the goals holds for all of them. */
final class Goals {
    private Goals() {}

    static List<Target> in(Sections sections, int firstYear) {
        var named = sections.goals();
        if (!named.isEmpty()) {
            return in(named, firstYear);
        }
        return in(sections.requirements(), firstYear).stream()
                .filter(goal -> goal.window() == Window.BY_DATE)
                .toList();
    }

    private static List<Target> in(List<Node> nodes, int firstYear) {
        var goals = new ArrayList<Target>();
        for (var node : nodes) {
            var paragraphs = new ArrayList<Passage>();
            paragraphs.add(node.para().body());
            node.below().forEach(para -> paragraphs.add(para.body()));
            goals.addAll(ofSection(paragraphs, firstYear));
        }
        return goals;
    }

    /** Targets of the paragraphs of one section. */
    private static List<Target> ofSection(List<Passage> paragraphs, int firstYear) {
        var goals = new ArrayList<Target>();
        boolean dated = false;
        for (var paragraph : paragraphs) {
            for (var goal : Targets.in(paragraph, firstYear)) {
                dated |= goal.window() == Window.BY_DATE;
                boolean carried = dated && goal.window() == Window.NONE;
                goals.add(carried ? byDate(goal) : goal);
            }
        }
        return goals;
    }

    private static Target byDate(Target goal) {
        return new Target(goal.quote(), goal.operator(), goal.value(), goal.unit(), Window.BY_DATE, goal.at());
    }
}
