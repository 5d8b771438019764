/**
 * Certificates (证书): papers that the platform gives people for what they did, whatever it was. A capability issues one
 * for a row of its own; everybody who has the code on the paper can look whether it holds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "guard", "vault", "audit", "privacy", "paper"})
package org.kepu.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
