/** Targets: what plans ask for, as indicators read it, and how far it has come. */
@NullMarked
@NamedInterface("target")
package org.kepu.indicator.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
