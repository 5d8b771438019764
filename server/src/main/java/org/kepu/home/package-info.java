/** First pages of the two faces, the portal and the desk, and the search over both. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "region", "body", "access", "plan", "ledger"})
package org.kepu.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
