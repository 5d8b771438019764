package org.kepu.plan.review;

import java.util.Map;
import org.kepu.plandoc.ParsedPlan;

/** The targets of the goal section. */
public record GoalsForm(TargetRows targets) implements EditForm {
    @Override
    public Map<String, String> errors() {
        return targets.errors();
    }

    @Override
    public ParsedPlan applyTo(ParsedPlan plan) {
        return Editing.withGoals(plan, targets.targets(plan.goals()));
    }
}
