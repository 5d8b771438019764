/** Contests (竞赛): their calendar, whether they are in the white list, and the review of their ethics before they open. */
@NullMarked
package org.kepu.activity.contest;

import org.jspecify.annotations.NullMarked;
