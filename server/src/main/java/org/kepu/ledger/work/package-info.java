/** The life of a task within its year: its parts, its evidence, the plan it was taken up into, and how it goes on next year. */
@NullMarked
package org.kepu.ledger.work;

import org.jspecify.annotations.NullMarked;
