package org.kepu.plandoc.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.PlanComparison.Link;
import org.kepu.plandoc.PlanComparison.TargetChange;
import org.kepu.plandoc.PlanComparison.TargetChange.Verdict;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;

/**
 * What became of each target of the upper plan, and which ones the lower plan adds. Only like is compared with like:
 * the same kind of unit, the same window, the same direction and much the same words.
 */
public final class TargetChanges {
    private static final String GOALS = "";
    private static final double SAME_PLACE = 0.3;
    private static final double ELSEWHERE = 0.6;
    private static final Pattern NO_SUBJECT =
            Pattern.compile("[\\p{Nd}.,，%％]+|[一二三四五六七八九十百千万亿]+(?=[个名人次场所家])|“?十[二三四五六]五”?(?:时期|期间|末)?"
                    + "|达到|超过|突破|不少于|不低于|不超过|至少|以上|力争|每年|每学期|全区|全市|全县|全省|全旗|年");

    private final List<Placed> upper;
    private final List<Placed> lower;
    private final Set<String> linked;

    /** A target with the name of its measure; goals stand under the empty name. */
    private record Placed(int index, String place, Target target, String subject) {}

    private record Pair(Placed upper, Placed lower, double likeness) {}

    public TargetChanges(ParsedPlan upperPlan, ParsedPlan lowerPlan, List<Link> links) {
        upper = placed(upperPlan);
        lower = placed(lowerPlan);
        linked = links.stream().map(link -> link.upper() + ">" + link.lower()).collect(Collectors.toSet());
        linked.add(GOALS + ">" + GOALS);
    }

    private static List<Placed> placed(ParsedPlan plan) {
        var placed = new ArrayList<Placed>();
        plan.goals().forEach(goal -> add(GOALS, goal, placed));
        for (var measure : NamedMeasure.of(plan)) {
            measure.measure().targets().forEach(target -> add(measure.name(), target, placed));
        }
        return placed;
    }

    private static void add(String place, Target target, List<Placed> placed) {
        var subject = NO_SUBJECT.matcher(target.quote()).replaceAll("");
        placed.add(new Placed(placed.size(), place, target, subject));
    }

    /** The upper plan's targets in their order, then the new ones in theirs. */
    public List<TargetChange> changes() {
        var pairs = pairs();
        var changes = new ArrayList<TargetChange>();
        for (var target : upper) {
            var pair = pairs.stream().filter(each -> each.upper() == target).findFirst();
            changes.add(pair.map(TargetChanges::change)
                    .orElseGet(() -> new TargetChange(target.target().quote(), null, Verdict.DROPPED)));
        }
        for (var target : lower) {
            if (pairs.stream().noneMatch(each -> each.lower() == target)) {
                changes.add(new TargetChange(null, target.target().quote(), Verdict.NEW));
            }
        }
        return changes;
    }

    private List<Pair> pairs() {
        var possible = new ArrayList<Pair>();
        for (var above : upper) {
            for (var below : lower) {
                double likeness = Wording.overlap(above.subject(), below.subject());
                boolean isLinked = linked.contains(above.place() + ">" + below.place());
                if (isLike(above.target(), below.target()) && likeness >= (isLinked ? SAME_PLACE : ELSEWHERE)) {
                    possible.add(new Pair(above, below, isLinked ? likeness + 1 : likeness));
                }
            }
        }
        possible.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        var pairs = new ArrayList<Pair>();
        var upperTaken = new HashSet<Integer>();
        var lowerTaken = new HashSet<Integer>();
        for (var pair : possible) {
            int above = pair.upper().index();
            int below = pair.lower().index();
            if (!upperTaken.contains(above) && !lowerTaken.contains(below)) {
                upperTaken.add(above);
                lowerTaken.add(below);
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static boolean isLike(Target above, Target below) {
        return UnitFamily.agree(above.unit(), below.unit())
                && isRepeated(above) == isRepeated(below)
                && (!isRepeated(above) || above.window() == below.window())
                && (above.operator() == Operator.AT_MOST) == (below.operator() == Operator.AT_MOST);
    }

    private static boolean isRepeated(Target target) {
        return target.window() == Window.YEAR || target.window() == Window.SEMESTER;
    }

    private static TargetChange change(Pair pair) {
        var above = pair.upper().target();
        var below = pair.lower().target();
        int higher = below.value().compareTo(above.value());
        if (higher == 0) {
            higher = Boolean.compare(below.operator() == Operator.MORE_THAN, above.operator() == Operator.MORE_THAN);
        }
        // a lower ceiling asks for more
        int more = above.operator() == Operator.AT_MOST ? -higher : higher;
        var verdict = more > 0 ? Verdict.RAISED : more < 0 ? Verdict.LOWERED : Verdict.EQUAL;
        return new TargetChange(above.quote(), below.quote(), verdict);
    }
}
