/** Messages that leave the platform, by e-mail or SMS, through one outbox. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "audit", "vault"})
package org.kepu.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
