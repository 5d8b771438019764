package org.kepu.ledger.evaluation.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.kepu.ledger.evaluation.report.ReportContent.Continued;
import org.kepu.ledger.evaluation.report.ReportContent.Measure;
import org.kepu.ledger.evaluation.report.ReportContent.Programme;
import org.kepu.ledger.evaluation.report.ReportContent.Target;
import org.kepu.paper.Chart;
import org.kepu.paper.Paper;
import org.kepu.paper.Parts;
import org.kepu.paper.Table;
import org.kepu.paper.Table.Column;

/** A report as an official document: what was done, how far the targets have come, what is wanting, what goes on, and the facts behind. */
final class ReportPaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final int LONGEST_CATEGORY = 9;

    private ReportPaper() {}

    static Paper of(ReportContent content) {
        var paper = Paper.titled(content.title())
                .saying(text -> opening(text, content)
                        .section("工作开展情况", part -> work(part, content))
                        .section("总体进展", part -> whole(part, content))
                        .section("各项措施进展", part -> part.each(content.programmes(), ReportPaper::programme))
                        .section("存在的问题", part -> problems(part, content))
                        .section("下一步工作", part -> next(part, content)))
                .appendedWide("目标完成情况及数据凭证", text -> text.table(targets(content.targets(), true)))
                .appendedWide("事实明细", text -> facts(text, content));
        if (!content.list().isEmpty()) {
            paper = paper.appendedWide("问题清单", text -> text.table(ListOfProblems.table(content.list())));
        }
        if (!content.visits().isEmpty()) {
            paper = paper.appendedWide("走访、调研、座谈记录", text -> text.table(visits(content)));
        }
        return paper.signed(content.office() + "全民科学素质纲要实施工作办公室", LocalDate.parse(content.day()));
    }

    private static Parts opening(Parts text, ReportContent content) {
        return text.text("按照《%s》要求，对%s至%s的实施情况进行了%s。现将情况报告如下。"
                .formatted(content.plan(), day(content.from()), day(content.to()), content.kind()));
    }

    private static Parts work(Parts text, ReportContent content) {
        var parts = text.text("本次%s涉及 %d 个单位（地区），已自评 %d 个，结果已确定 %d 个。评分只告知被评单位，不排名、不公开。"
                .formatted(content.kind(), content.asked(), content.scored(), content.settled()));
        return content.visits().isEmpty()
                ? parts.text("评估期间没有走访、调研、座谈记录。")
                : parts.text("开展走访、调研、座谈 %d 次，记录见附件。".formatted(content.visits().size()));
    }

    private static Parts whole(Parts text, ReportContent content) {
        var measures = content.programmes().stream()
                .flatMap(programme -> programme.measures().stream())
                .toList();
        var parts = text.text("方案共 %d 项行动（工程）、%d 条措施、%d 项目标。评估期内记录事实的措施 %d 条。"
                .formatted(
                        content.programmes().size(),
                        measures.size(),
                        content.targets().size(),
                        measures.stream().filter(measure -> measure.facts() > 0).count()));
        if (measures.stream().anyMatch(measure -> measure.tasks() > 0)) {
            parts = parts.chart(tasks(content.programmes()));
        }
        if (!content.targets().isEmpty()) {
            parts = parts.chart(standings(content.targets()));
        }
        return content.goals().isEmpty()
                ? parts
                : parts.section("总体目标", part -> part.table(targets(content.goals(), false)));
    }

    private static Chart tasks(List<Programme> programmes) {
        return new Chart(
                Chart.Kind.BARS,
                "各行动（工程）任务进展",
                "项",
                programmes.stream()
                        .map(programme -> shortened(programme.title()))
                        .toList(),
                List.of(
                        series("已完成", programmes, Measure::done),
                        series("推进中", programmes, Measure::going),
                        series("未开展", programmes, Measure::waiting),
                        series("已结转", programmes, Measure::carried)));
    }

    private static Chart.Series series(String name, List<Programme> programmes, ToIntFunction<Measure> count) {
        return new Chart.Series(
                name,
                programmes.stream()
                        .map(programme -> Optional.of(BigDecimal.valueOf(
                                programme.measures().stream().mapToInt(count).sum())))
                        .toList());
    }

    private static Chart standings(List<Target> targets) {
        var standings =
                targets.stream().map(Target::standing).distinct().sorted().toList();
        return new Chart(
                Chart.Kind.BARS,
                "目标完成情况",
                "项",
                standings,
                List.of(new Chart.Series(
                        "目标",
                        standings.stream()
                                .map(standing -> Optional.of(BigDecimal.valueOf(targets.stream()
                                        .filter(target -> target.standing().equals(standing))
                                        .count())))
                                .toList())));
    }

    private static Parts programme(Parts text, Programme programme) {
        return text.section(programme.title(), part -> part.each(programme.measures(), ReportPaper::measure));
    }

    private static Parts measure(Parts text, Measure measure) {
        return text.section(measure.title(), part -> {
            var parts = part.text(state(measure));
            if (!measure.targets().isEmpty()) {
                parts = parts.table(targets(measure.targets(), false));
            }
            return parts.each(measure.said(), Parts::text);
        });
    }

    private static String state(Measure measure) {
        var words = new StringBuilder(measure.leads().isEmpty() ? "" : "牵头单位：" + measure.leads() + "。");
        if (measure.tasks() > 0) {
            words.append("%d年任务 %d 项：已完成 %d 项，推进中 %d 项，未开展 %d 项"
                    .formatted(measure.year(), measure.tasks(), measure.done(), measure.going(), measure.waiting()));
            words.append(measure.carried() > 0 ? "，已结转 " + measure.carried() + " 项。" : "。");
        }
        return words.append(
                        measure.facts() == 0
                                ? "评估期内没有事实记录。"
                                : "评估期内事实 %d 件，%d 人次。".formatted(measure.facts(), measure.attendances()))
                .toString();
    }

    private static Table targets(List<Target> targets, boolean proven) {
        var columns = new ArrayList<>(
                List.of(Column.text("目标", 8), Column.text("实际", 4), Column.word("进展", 3), Column.word("统计期间", 5)));
        if (proven) {
            columns.addAll(List.of(Column.text("指标", 5), Column.word("区划版本", 4), Column.text("校验码", 8)));
        }
        return new Table(
                "",
                columns,
                targets.stream()
                        .map(target -> {
                            var row = new ArrayList<>(List.of(
                                    target.quote(),
                                    target.value().isEmpty() ? "—" : target.value(),
                                    target.standing(),
                                    target.window()));
                            if (proven) {
                                row.addAll(List.of(target.indicator(), target.edition(), target.checksum()));
                            }
                            return List.copyOf(row);
                        })
                        .toList());
    }

    private static Parts problems(Parts text, ReportContent content) {
        var parts = content.problems().isBlank() ? text : text.text(content.problems());
        parts = parts.each(content.found(), Parts::text);
        if (content.problems().isBlank() && content.found().isEmpty()) {
            parts = parts.text("没有发现落后的目标和没有开展的措施。");
        }
        return content.list().isEmpty() ? parts : parts.text(ListOfProblems.summary(content.list()));
    }

    private static Parts next(Parts text, ReportContent content) {
        var parts = content.nextSteps().isBlank() ? text : text.text(content.nextSteps());
        if (content.successor().isEmpty()) {
            return content.nextSteps().isBlank() ? parts.text("接续方案尚未确定。") : parts;
        }
        return parts.section(
                "在接续方案中延续的措施",
                part -> part.text("《%s》接续本方案。各措施的延续情况见下表。".formatted(content.successor()))
                        .table(continued(content.continued())));
    }

    private static Table continued(List<Continued> lines) {
        return new Table(
                "",
                List.of(Column.text("本方案措施", 8), Column.text("接续方案措施", 8), Column.word("情况", 2)),
                lines.stream()
                        .map(line -> List.of(
                                line.earlier().isEmpty() ? "—" : line.earlier(),
                                line.later().isEmpty() ? "—" : line.later(),
                                line.earlier().isEmpty() ? "新增" : line.later().isEmpty() ? "结束" : "延续"))
                        .toList());
    }

    private static Parts facts(Parts text, ReportContent content) {
        var rows = new ArrayList<List<String>>();
        for (var programme : content.programmes()) {
            for (var measure : programme.measures()) {
                for (var fact : measure.listed()) {
                    rows.add(List.of(
                            measure.title(),
                            fact.day(),
                            fact.kind(),
                            fact.title(),
                            String.valueOf(fact.attendances())));
                }
            }
        }
        if (rows.isEmpty()) {
            return text.text("评估期内没有事实记录。");
        }
        return text.text("每条措施列出最近的 %d 件事实，全部事实可在平台逐级打开。".formatted(Gathering.LISTED))
                .table(new Table(
                        "",
                        List.of(
                                Column.text("措施", 8),
                                Column.word("日期", 4),
                                Column.word("种类", 3),
                                Column.text("名称", 9),
                                Column.number("人次", 2)),
                        rows));
    }

    private static Table visits(ReportContent content) {
        return new Table(
                "",
                List.of(
                        Column.word("方式", 3),
                        Column.word("日期", 4),
                        Column.text("地点", 4),
                        Column.text("参加人员", 5),
                        Column.text("发现的情况", 12)),
                content.visits().stream()
                        .map(visit ->
                                List.of(visit.kind(), visit.day(), visit.place(), visit.company(), visit.findings()))
                        .toList());
    }

    private static String shortened(String title) {
        return title.length() > LONGEST_CATEGORY ? title.substring(0, LONGEST_CATEGORY) + "…" : title;
    }

    private static String day(String written) {
        return DAY.format(LocalDate.parse(written));
    }
}
