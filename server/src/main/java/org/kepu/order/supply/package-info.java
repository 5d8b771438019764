/** Who serves: teams and experts with what they offer, and whom to ask for an order. */
@NullMarked
package org.kepu.order.supply;

import org.jspecify.annotations.NullMarked;
