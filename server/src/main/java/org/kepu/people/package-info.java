/**
 * People who serve (队伍): volunteers and their teams, hours that stand up to audit, experts, and the rosters of those whom the
 * plan names. A person is here once, by a keyed hash of a telephone number, however many lists they are on.
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
            "paper",
            "calendar",
            "region",
            "region :: sheet",
            "certificate",
            "body",
            "access",
            "indicator",
            "indicator :: figure"
        })
package org.kepu.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
