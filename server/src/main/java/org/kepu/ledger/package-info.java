/** The yearly ledger (台账): a task for each measure and body. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "page",
            "guard",
            "audit",
            "calendar",
            "notice",
            "privacy",
            "region",
            "region::sheet",
            "body",
            "access",
            "plan",
            "plan::succession",
            "plandoc",
            "indicator::figure",
            "indicator::target",
            "file",
            "paper"
        })
package org.kepu.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
