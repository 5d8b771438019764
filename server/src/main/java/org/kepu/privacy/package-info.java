/**
 * Whose data the platform holds, for what, how long and who has looked at it: the register of purposes, consent, full
 * values for a purpose, people's requests, erasure with a proof, exports with a watermark. Other modules declare their
 * part as beans of {@link org.kepu.privacy.PersonalData}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "guard", "vault", "audit", "calendar", "notice"})
package org.kepu.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
