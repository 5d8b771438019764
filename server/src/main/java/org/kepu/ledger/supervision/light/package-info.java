/** Lights (亮灯): computed by a table of rules from figures, facts and sheets, never typed; each says why. */
@NullMarked
package org.kepu.ledger.supervision.light;

import org.jspecify.annotations.NullMarked;
