/** Activities for everybody: found, read and booked without an account. */
@NullMarked
package org.kepu.activity.portal;

import org.jspecify.annotations.NullMarked;
