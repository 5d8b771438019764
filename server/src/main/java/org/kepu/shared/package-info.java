/** Values that every module speaks of. No services, no tables. */
@NullMarked
@ApplicationModule(displayName = "shared", type = ApplicationModule.Type.OPEN)
package org.kepu.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
