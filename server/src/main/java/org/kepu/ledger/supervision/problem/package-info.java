/** The list of problems (问题清单): found, to be mended by a body until a day, closed by the office. */
@NullMarked
package org.kepu.ledger.supervision.problem;

import org.jspecify.annotations.NullMarked;
