package org.kepu.plan.review;

import org.kepu.shared.Scope;

/**
 * {@code serve --demo} has put the demo plans in force; what else a demonstration needs may follow.
 *
 * @param scope what the demonstration may do
 */
public record DemoPlansLoaded(Scope scope) {}
