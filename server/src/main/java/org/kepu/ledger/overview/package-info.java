/** A leader's page: what is on track, what is behind, of what nothing is known, each number opening its list. */
@NullMarked
package org.kepu.ledger.overview;

import org.jspecify.annotations.NullMarked;
