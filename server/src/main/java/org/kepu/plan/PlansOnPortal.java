package org.kepu.plan;

import java.util.Map;
import java.util.Optional;
import org.kepu.page.PortalSection;
import org.springframework.stereotype.Component;

/** The plans on the portal's first page: 方案与进展. */
@Component
class PlansOnPortal implements PortalSection {

    private final PlanList plans;

    PlansOnPortal(PlanList plans) {
        this.plans = plans;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String template() {
        return "plan/home";
    }

    @Override
    public Optional<Map<String, Object>> model() {
        var levels = plans.byLevel();
        return levels.isEmpty() ? Optional.empty() : Optional.of(Map.of("levels", levels));
    }
}
