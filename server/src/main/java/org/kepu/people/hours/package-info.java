/** Hours (服务时长): shifts, presence, two confirmations, entries that are countered and never changed, and what is given out of them. */
@NullMarked
package org.kepu.people.hours;

import org.jspecify.annotations.NullMarked;
