package org.kepu;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    @Test
    void modules_know_only_those_they_may_know() {
        ApplicationModules.of(KepuApplication.class).verify();
    }
}
