/** The frame of every page: layout, words, look, errors. Knows no capability. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.kepu.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
