/**
 * Reads an issued action plan (全民科学素质行动规划纲要实施方案) from a document into its structure, and compares two plans.
 *
 * <p>{@link org.kepu.plandoc.PlanReader} turns a file into a {@link org.kepu.plandoc.Reading}. What it cannot read with
 * certainty it reports as a {@link org.kepu.plandoc.Finding}; it never mends silently and never invents. Every part of
 * a {@link org.kepu.plandoc.ParsedPlan} knows its place in the {@link org.kepu.plandoc.SourceText}.
 */
@NullMarked
package org.kepu.plandoc;

import org.jspecify.annotations.NullMarked;
