@NullMarked
package org.kepu.paper.pdf;

import org.jspecify.annotations.NullMarked;
