/**
 * Facts, indicators and figures: what happened is recorded once, what is counted is data, and every figure opens the facts
 * that it is made of.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "page",
            "guard",
            "vault",
            "audit",
            "privacy",
            "region",
            "region::sheet",
            "body",
            "access",
            "plan",
            "plandoc"
        })
package org.kepu.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
