/** Accounts, sign-in and who is acting. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "page", "guard", "vault", "audit", "notice", "privacy", "region", "body"})
package org.kepu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
