package org.kepu.violators;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Needs a clock and does not say so. */
public class FieldInjection {
    @Autowired
    Clock clock;
}
