/** The doors of public forms: how often one may come in, that a human stands there, and what files may be brought. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "vault"})
package org.kepu.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
