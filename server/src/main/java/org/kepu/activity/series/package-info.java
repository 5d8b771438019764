/** Sessions that come again by a rule. */
@NullMarked
package org.kepu.activity.series;

import org.jspecify.annotations.NullMarked;
