/** Points (积分): for those who wish it, where a division has switched them on; no board, no money. */
@NullMarked
package org.kepu.people.points;

import org.jspecify.annotations.NullMarked;
