package org.kepu.ledger.evaluation.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.indicator.figure.ServingFacts;
import org.kepu.indicator.figure.Window;
import org.kepu.ledger.evaluation.Evaluation;
import org.kepu.ledger.evaluation.EvaluationKind;
import org.kepu.ledger.evaluation.Visit;
import org.kepu.ledger.evaluation.Visits;
import org.kepu.ledger.evaluation.report.ReportContent.Continued;
import org.kepu.ledger.evaluation.report.ReportContent.Fact;
import org.kepu.ledger.evaluation.report.ReportContent.Visited;
import org.kepu.ledger.evaluation.report.TasksOfPlan.Standing;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanStructure.Assignment;
import org.kepu.plan.Plans;
import org.kepu.plan.life.Succession;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.springframework.stereotype.Component;

/** Gathers what a report says, step by step: figures, tasks, facts, visits, and what goes on in the plan that follows. */
@Component
class Gathering {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** So many facts of a measure are listed; all are counted. */
    static final int LISTED = 15;

    private final Plans plans;
    private final Regions regions;
    private final FrozenTargets targets;
    private final TasksOfPlan tasks;
    private final ServingFacts facts;
    private final Visits visits;
    private final ProblemsOfPlan problems;
    private final Succession succession;
    private final Clock clock;

    Gathering(
            Plans plans,
            Regions regions,
            FrozenTargets targets,
            TasksOfPlan tasks,
            ServingFacts facts,
            Visits visits,
            ProblemsOfPlan problems,
            Succession succession,
            Clock clock) {
        this.plans = plans;
        this.regions = regions;
        this.targets = targets;
        this.tasks = tasks;
        this.facts = facts;
        this.visits = visits;
        this.problems = problems;
        this.succession = succession;
        this.clock = clock;
    }

    /** Hears how far the gathering has come. */
    interface Progress {
        void at(int done, int steps);
    }

    ReportContent gather(Evaluation evaluation, int turn, Desk desk, Progress progress) {
        var plan = plans.find(evaluation.plan()).orElseThrow();
        var structure = plans.structure(plan.id());
        int steps = (int) structure.measures().count() + 4;
        progress.at(0, steps);
        var document = documentOf(evaluation, plan, turn);
        var reached = targets.of(desk, evaluation, document, () -> progress.at(0, steps));
        progress.at(1, steps);
        var standings = tasks.standings(evaluation);
        var said = tasks.said(evaluation);
        progress.at(2, steps);
        var programmes = new ArrayList<ReportContent.Programme>();
        int done = 2;
        for (var programme : structure.programmes()) {
            var measures = new ArrayList<ReportContent.Measure>();
            for (var measure : programme.measures()) {
                measures.add(measure(evaluation, measure, reached, standings, said));
                done++;
                progress.at(done, steps);
            }
            programmes.add(new ReportContent.Programme(kind(programme), programme.title(), measures));
        }
        var goals =
                structure.goals().stream().map(goal -> target(goal, reached)).toList();
        var counts = tasks.counts(evaluation.id());
        progress.at(steps - 1, steps);
        var later = succession.later(plan.id());
        return new ReportContent(
                turn,
                kind(evaluation),
                evaluation.name(),
                plan.title(),
                regions.get(evaluation.region()).name(),
                evaluation.from().toString(),
                evaluation.to().toString(),
                LocalDate.ofInstant(clock.instant(), SHANGHAI).toString(),
                counts.asked(),
                counts.scored(),
                counts.settled(),
                visited(evaluation),
                goals,
                programmes,
                evaluation.problems(),
                Shortcomings.of(goals, programmes),
                problems.of(evaluation, structure),
                evaluation.nextSteps(),
                later.map(Plan::title).orElse(""),
                later.map(this::continued).orElse(List.of()));
    }

    static String kind(Evaluation evaluation) {
        return evaluation.kind() == EvaluationKind.MIDTERM ? "中期自查" : "终期总结";
    }

    private static String documentOf(Evaluation evaluation, Plan plan, int turn) {
        var name = "%s报告第%d稿《%s》".formatted(kind(evaluation), turn, plan.title());
        return name.length() > org.kepu.indicator.figure.Issuing.LONGEST_DOCUMENT
                ? name.substring(0, org.kepu.indicator.figure.Issuing.LONGEST_DOCUMENT)
                : name;
    }

    private static String kind(PlanStructure.Programme programme) {
        return programme.kind() == org.kepu.plandoc.Programme.Kind.ACTION ? "提升行动" : "重点工程";
    }

    private ReportContent.Measure measure(
            Evaluation evaluation,
            PlanStructure.Measure measure,
            Map<UUID, ReportContent.Target> reached,
            Map<UUID, Standing> standings,
            Map<UUID, List<String>> said) {
        var window = new Window(evaluation.from(), evaluation.to());
        var standing = standings.getOrDefault(measure.id().value(), Standing.NONE);
        var sum = facts.of(List.of(measure.id()), window).getOrDefault(measure.id(), ServingFacts.Sum.NONE);
        return new ReportContent.Measure(
                measure.title(),
                String.join(
                        "、", measure.leads().stream().map(Assignment::written).toList()),
                standing.year(),
                standing.done(),
                standing.going(),
                standing.waiting(),
                standing.carried(),
                sum.facts(),
                sum.attendances(),
                measure.targets().stream()
                        .map(target -> target(target, reached))
                        .toList(),
                said.getOrDefault(measure.id().value(), List.of()),
                facts.lines(measure.id(), window, LISTED).stream()
                        .map(line -> new Fact(line.day().toString(), line.kind(), line.title(), line.attendances()))
                        .toList());
    }

    /** A target that no indicator reads says so; nothing is invented. */
    private static ReportContent.Target target(PlanStructure.Target asked, Map<UUID, ReportContent.Target> reached) {
        return reached.getOrDefault(asked.id(), new ReportContent.Target(asked.quote(), "", "", "未建立指标", "", "", ""));
    }

    private List<Visited> visited(Evaluation evaluation) {
        return visits.of(evaluation.id()).stream()
                .filter(Visit::counts)
                .map(visit -> new Visited(
                        switch (visit.kind()) {
                            case VISIT -> "实地走访";
                            case RESEARCH -> "专项调研";
                            case MEETING -> "座谈交流";
                        },
                        visit.day().toString(),
                        visit.place(),
                        visit.company(),
                        visit.findings()))
                .toList();
    }

    private List<Continued> continued(Plan later) {
        var lines = new HashMap<String, Continued>();
        var all = new ArrayList<Continued>();
        for (var line : succession.lines(later.id())) {
            var one = new Continued(
                    line.earlier().map(Succession.Side::title).orElse(""),
                    line.later().map(Succession.Side::title).orElse(""));
            if (lines.put(one.earlier() + "\n" + one.later(), one) == null) {
                all.add(one);
            }
        }
        return all;
    }
}
