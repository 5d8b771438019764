/** The yearly work plan (年度工作计划) of an office or a body: made from the plan and the year's tasks, edited, issued as a document. */
@NullMarked
package org.kepu.ledger.work.yearly;

import org.jspecify.annotations.NullMarked;
