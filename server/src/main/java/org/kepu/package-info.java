/** Kepu, 科普公共服务平台: the program, its command line and its modules. */
@NullMarked
package org.kepu;

import org.jspecify.annotations.NullMarked;
