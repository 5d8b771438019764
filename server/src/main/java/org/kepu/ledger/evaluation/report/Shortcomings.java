package org.kepu.ledger.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** What the numbers show of shortcomings: targets that fall behind, measures without a finished task, measures without facts. */
final class Shortcomings {

    private Shortcomings() {}

    static List<String> of(List<ReportContent.Target> goals, List<ReportContent.Programme> programmes) {
        var found = new ArrayList<String>();
        var targets = new ArrayList<>(goals);
        var measures = programmes.stream()
                .flatMap(programme -> programme.measures().stream())
                .toList();
        measures.forEach(measure -> targets.addAll(measure.targets()));
        list(found, "项目标落后于进度或未达到", named(targets, FrozenTargets::isBehind));
        list(found, "项目标尚无数据，不能判断", named(targets, FrozenTargets::isUnknown));
        list(
                found,
                "条措施的任务还没有全部签收或开展",
                measures.stream()
                        .filter(measure -> measure.waiting() > 0)
                        .map(ReportContent.Measure::title)
                        .toList());
        list(
                found,
                "条措施在评估期内没有事实记录",
                measures.stream()
                        .filter(measure -> measure.facts() == 0)
                        .map(ReportContent.Measure::title)
                        .toList());
        return found;
    }

    private static List<String> named(
            List<ReportContent.Target> targets, java.util.function.Predicate<ReportContent.Target> which) {
        return targets.stream().filter(which).map(ReportContent.Target::quote).toList();
    }

    private static void list(List<String> found, String what, List<String> which) {
        if (!which.isEmpty()) {
            found.add(which.size() + what + "：" + String.join("；", which) + "。");
        }
    }
}
