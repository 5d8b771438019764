/** Who did what, when and why: the append-only trail, and how it is read and proven. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "vault"})
package org.kepu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
