/** The administrative tree (自治区 → 盟市 → 旗县 → 苏木街道 → 嘎查社区) in dated editions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "page", "guard", "vault", "audit", "privacy"})
package org.kepu.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
