/** Organisations of every kind, the names they go by, leading groups and their members. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "vault", "audit", "privacy", "region"})
package org.kepu.body;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
