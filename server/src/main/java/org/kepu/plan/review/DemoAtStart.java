package org.kepu.plan.review;

import org.kepu.shared.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code serve --demo}: loads the demo plans once the platform is ready. */
@Component
@ConditionalOnBooleanProperty("kepu.demo")
class DemoAtStart {

    private static final Actor PROGRAM = Actor.program("系统");

    private final DemoPlans demo;

    DemoAtStart(DemoPlans demo) {
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        demo.load(PROGRAM);
    }
}
