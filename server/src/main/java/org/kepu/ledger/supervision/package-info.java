/**
 * Supervision (督查): lights by rule, supervision notes (督办单), the list of problems (问题清单), the three yearly facts of governments. Units
 * are never ranked: lists stand in the order of the plan, of names or of codes.
 */
@NullMarked
package org.kepu.ledger.supervision;

import org.jspecify.annotations.NullMarked;
