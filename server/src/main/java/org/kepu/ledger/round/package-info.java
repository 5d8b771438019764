/**
 * Reporting rounds (定期调度): an office asks, bodies answer on sheets that are filled in from facts as far as they go, leads say
 * what they think, the office accepts or sends back. A plan is asked once for a span of days, at however many levels it counts.
 */
@NullMarked
package org.kepu.ledger.round;

import org.jspecify.annotations.NullMarked;
