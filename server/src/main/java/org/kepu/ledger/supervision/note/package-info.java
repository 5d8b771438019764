/** Supervision notes (督办单): issued by an office, answered by a body, closed (销号) or escalated. */
@NullMarked
package org.kepu.ledger.supervision.note;

import org.jspecify.annotations.NullMarked;
