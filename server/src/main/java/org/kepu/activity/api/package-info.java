/** Activities for other systems. */
@NullMarked
package org.kepu.activity.api;

import org.jspecify.annotations.NullMarked;
