/** Facts of past years from tables that clerks send: read on trial, then taken over, in pieces. */
@NullMarked
package org.kepu.indicator.history;

import org.jspecify.annotations.NullMarked;
