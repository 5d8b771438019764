package org.kepu.activity.school;

import org.kepu.indicator.target.Semester;

/**
 * A school with the semester that is shown.
 *
 * @param keeper its name
 */
public record SchoolView(SchoolStanding standing, Semester semester, String region, String keeper) {}
