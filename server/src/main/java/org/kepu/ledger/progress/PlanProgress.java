package org.kepu.ledger.progress;

import java.time.LocalDate;
import java.util.List;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.region.Region;

/**
 * How a plan is going on a day.
 *
 * @param year whose tasks are shown
 * @param goals the figures of the targets of the whole plan
 */
public record PlanProgress(
        Plan plan, Region region, LocalDate day, int year, List<PublicFigure> goals, List<Programme> programmes) {

    public PlanProgress {
        goals = List.copyOf(goals);
        programmes = List.copyOf(programmes);
    }

    /** An action or a project with its measures. */
    public record Programme(PlanStructure.Programme named, List<Measure> measures) {
        public Programme {
            measures = List.copyOf(measures);
        }
    }

    /**
     * @param leads those who answer for it, as the plan names them
     * @param latest what happened for it lately, the latest first
     */
    public record Measure(
            PlanStructure.Measure named,
            List<String> leads,
            Standing standing,
            List<PublicFigure> figures,
            List<Happened> latest) {
        public Measure {
            leads = List.copyOf(leads);
            figures = List.copyOf(figures);
            latest = List.copyOf(latest);
        }
    }

    /** Something that happened, and where. */
    public record Happened(MeasureFacts.Line fact, String region) {}

    /** How many measures stand somewhere. */
    public long count(Standing standing) {
        return programmes.stream()
                .flatMap(programme -> programme.measures().stream())
                .filter(measure -> measure.standing() == standing)
                .count();
    }
}
