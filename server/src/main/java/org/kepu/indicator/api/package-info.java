/** The indicators, figures and facts for other systems, by token: JSON over the same use cases as the pages. */
@NullMarked
package org.kepu.indicator.api;

import org.jspecify.annotations.NullMarked;
