/** Activities kept as patterns, from which new ones are written. */
@NullMarked
package org.kepu.activity.template;

import org.jspecify.annotations.NullMarked;
