/** Orders for other systems. */
@NullMarked
package org.kepu.order.api;

import org.jspecify.annotations.NullMarked;
