/**
 * Evaluations of plans (中期自查、终期总结): an index tree with weights, self-scores with what the ledger holds as evidence, the scores of
 * office and experts, objections, notices of results, records of visits. No list is ordered by score, and none compares bodies.
 */
@NullMarked
package org.kepu.ledger.evaluation;

import org.jspecify.annotations.NullMarked;
