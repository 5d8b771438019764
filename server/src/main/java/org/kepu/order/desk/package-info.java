/** Orders on the desk: lists by hand, one order with its life, orders on behalf, the rules of a division. */
@NullMarked
package org.kepu.order.desk;

import org.jspecify.annotations.NullMarked;
