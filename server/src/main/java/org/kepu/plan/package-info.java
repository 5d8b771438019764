/** Action plans: from the uploaded document through review to the plan in force. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "page",
            "guard",
            "vault",
            "paper",
            "audit",
            "calendar",
            "privacy",
            "region",
            "body",
            "access",
            "plandoc"
        })
package org.kepu.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
