/** The three yearly facts of each government (三个年度事实, G11-05), with their documents. */
@NullMarked
package org.kepu.ledger.supervision.yearly;

import org.jspecify.annotations.NullMarked;
