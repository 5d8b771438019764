@NullMarked
package org.kepu.paper.setting;

import org.jspecify.annotations.NullMarked;
