/** Orders as residents meet them: asking, tracking by code, confirming, rating. */
@NullMarked
package org.kepu.order.portal;

import org.jspecify.annotations.NullMarked;
