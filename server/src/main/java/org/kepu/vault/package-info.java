/** Keys, and what is done with them: personal values encrypted field by field, found again by a keyed hash, seals. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.kepu.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
