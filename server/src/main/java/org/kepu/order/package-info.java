/**
 * Orders (群众点单、社区派单、部门领单、服务队接单): what somebody asks for in their place, who serves it, and how it was. Each order's
 * life is one table of states, acts and hands.
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
            "notice",
            "calendar",
            "region",
            "body",
            "access",
            "indicator"
        })
package org.kepu.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
