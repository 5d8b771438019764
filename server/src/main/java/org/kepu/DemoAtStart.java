package org.kepu;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Actor;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code serve --demo}: loads what there is to show once the platform is ready, in the order that the demos say. */
@Component
@ConditionalOnBooleanProperty("kepu.demo")
class DemoAtStart {

    private static final Actor PROGRAM = Actor.program("系统");

    private final List<Demo> demos;
    private final Regions regions;
    private final Clock clock;

    DemoAtStart(List<Demo> demos, Regions regions, Clock clock) {
        this.demos = List.copyOf(demos);
        this.regions = regions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        var program = new Program(
                PROGRAM,
                LocalDate.now(clock),
                regions.withinLevel(RegionLevel.AUTONOMOUS_REGION).stream()
                        .map(Region::code)
                        .collect(toSet()));
        demos.forEach(demo -> demo.load(program));
    }

    private record Program(Actor actor, LocalDate day, Set<RegionCode> top) implements Desk {

        @Override
        public Scope scope(Right right) {
            return Scope.ofProgram(actor, right, day, top);
        }
    }
}
