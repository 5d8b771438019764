package org.kepu.indicator.target;

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
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code serve --demo}: loads the demo figures once the platform is ready. */
@Component
@ConditionalOnBooleanProperty("kepu.demo")
class DemoFiguresAtStart {

    private static final Actor PROGRAM = Actor.program("系统");

    private final DemoFigures demo;
    private final Regions regions;
    private final Clock clock;

    DemoFiguresAtStart(DemoFigures demo, Regions regions, Clock clock) {
        this.demo = demo;
        this.regions = regions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        var top = regions.withinLevel(RegionLevel.AUTONOMOUS_REGION).stream()
                .map(Region::code)
                .collect(toSet());
        demo.load(Scope.ofProgram(PROGRAM, Right.KEEP_INDICATORS, LocalDate.now(clock), top));
    }
}
