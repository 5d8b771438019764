/** The report of an evaluation: gathered in the background, kept with a checksum, written as Word and PDF. */
@NullMarked
package org.kepu.ledger.evaluation.report;

import org.jspecify.annotations.NullMarked;
