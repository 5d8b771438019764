/** Indicators and figures on the desk: what is counted, how, and from which facts. */
@NullMarked
package org.kepu.indicator.desk;

import org.jspecify.annotations.NullMarked;
