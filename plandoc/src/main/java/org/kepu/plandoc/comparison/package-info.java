/** Finds out how one plan takes up another: which measures correspond, and what became of the targets. */
@NullMarked
package org.kepu.plandoc.comparison;

import org.jspecify.annotations.NullMarked;
