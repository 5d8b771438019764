/** Figures: what an indicator says of a division in a window, exact at the moment of reading. */
@NullMarked
@NamedInterface("figure")
package org.kepu.indicator.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
