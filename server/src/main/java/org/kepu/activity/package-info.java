/** Activities (活动): written once, found by everybody, booked fairly, and counted at every level when they are closed out. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "page",
            "guard",
            "vault",
            "audit",
            "privacy",
            "notice",
            "file",
            "paper",
            "calendar",
            "region",
            "region :: sheet",
            "certificate",
            "region",
            "region::sheet",
            "body",
            "access",
            "plan",
            "indicator",
            "indicator :: figure",
            "indicator :: target"
        })
package org.kepu.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
