/** Starts, adopts and stops a PostgreSQL server of the program's own, from binaries on the class path. */
@NullMarked
package org.kepu.postgres;

import org.jspecify.annotations.NullMarked;
