package org.kepu.plan.review;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code serve --demo}: loads the demo plans once the platform is ready. */
@Component
@ConditionalOnBooleanProperty("kepu.demo")
class DemoAtStart {

    private static final Actor PROGRAM = Actor.program("系统");

    private final DemoPlans demo;
    private final Regions regions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemoAtStart(DemoPlans demo, Regions regions, ApplicationEventPublisher events, Clock clock) {
        this.demo = demo;
        this.regions = regions;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        var top = regions.withinLevel(RegionLevel.AUTONOMOUS_REGION).stream()
                .map(Region::code)
                .collect(toSet());
        var scope = Scope.ofProgram(PROGRAM, Right.REVIEW_PLANS, LocalDate.now(clock), top);
        demo.load(scope);
        events.publishEvent(new DemoPlansLoaded(scope));
    }
}
