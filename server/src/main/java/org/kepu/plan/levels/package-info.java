/** How plans of the three levels take each other up: the matrix, its links, what became of targets. */
@NullMarked
package org.kepu.plan.levels;

import org.jspecify.annotations.NullMarked;
