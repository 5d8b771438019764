/** Rosters (名册): 信息员, 科技特派员, 科技辅导员, 三长, each with its own rules; totals count a person once. */
@NullMarked
package org.kepu.people.roster;

import org.jspecify.annotations.NullMarked;
