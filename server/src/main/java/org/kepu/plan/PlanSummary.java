package org.kepu.plan;

/** A plan in a list, with the counts a reader looks for first. */
public record PlanSummary(Plan plan, int actions, int projects, int measures, int targets) {}
