package org.kepu.activity.desk;

import java.util.List;
import java.util.stream.Stream;
import org.kepu.activity.Activity;
import org.kepu.activity.approval.Approval;
import org.kepu.activity.approval.Approving;
import org.kepu.activity.series.KeepingSeries;
import org.kepu.activity.series.KeepingSeries.Series;
import org.kepu.body.Body;
import org.kepu.region.Region;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** What belongs to the planning of an activity, with the names of those it speaks of. */
@Component
public class PlanningViews {

    private final Approving approving;
    private final KeepingSeries series;
    private final Choices choices;

    PlanningViews(Approving approving, KeepingSeries series, Choices choices) {
        this.approving = approving;
        this.series = series;
        this.choices = choices;
    }

    /**
     * Somebody who is asked.
     *
     * @param office whether it is the office of the division of that name; otherwise it is a body
     */
    public record StageView(Approval.Stage stage, String name, boolean office) {}

    /** A round of asking. */
    public record ApprovalView(Approval approval, List<StageView> stages) {}

    /**
     * What an activity's page shows of it.
     *
     * @param asked whether somebody has to approve it before it is published
     * @param offices who may keep it as a pattern for a division
     * @param bodies who may keep it as a pattern for itself
     */
    public record PlanningView(
            boolean asked, List<ApprovalView> approvals, List<Series> series, List<Region> offices, List<Body> bodies) {

        /** Whether nothing stands in the way of publishing it. */
        public boolean lets() {
            return !asked
                    || !approvals.isEmpty() && approvals.getFirst().approval().lets();
        }

        /** Whether somebody is to answer. */
        public boolean waits() {
            return !approvals.isEmpty()
                    && approvals.getFirst().approval().next().isPresent();
        }
    }

    PlanningView of(Scope scope, Activity activity) {
        return new PlanningView(
                approving.isAsked(scope, activity.described().region()),
                approving.of(scope, activity.id()).stream().map(this::view).toList(),
                series.of(scope, activity.id()),
                scope.regions().stream()
                        .sorted()
                        .flatMap(code -> choices.region(code).stream())
                        .toList(),
                choices.bodies(scope.bodies()));
    }

    ApprovalView view(Approval approval) {
        return new ApprovalView(
                approval, approval.stages().stream().flatMap(this::view).toList());
    }

    private Stream<StageView> view(Approval.Stage stage) {
        var office = stage.office();
        var body = stage.body();
        return office != null
                ? Stream.of(new StageView(stage, choices.regionName(office), true))
                : choices.bodies(Stream.ofNullable(body).toList()).stream()
                        .map(known -> new StageView(stage, known.name(), false));
    }
}
