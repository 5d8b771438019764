@NullMarked
package org.kepu.paper.word;

import org.jspecify.annotations.NullMarked;
