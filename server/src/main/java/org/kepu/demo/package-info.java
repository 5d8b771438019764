/** Three plans of our own writing at three levels, with which a fresh installation can show what it does. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "region", "body", "access", "plan", "plan :: review"})
package org.kepu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
