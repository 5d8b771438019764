/** How a plan is going, for everybody: where each measure stands, its figures, what happened lately, and a feed of it. */
@NullMarked
package org.kepu.ledger.progress;

import org.jspecify.annotations.NullMarked;
