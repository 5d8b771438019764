/** The door of a session: who comes is checked in by telephone, with or without a line, and who just comes is counted. */
@NullMarked
package org.kepu.activity.door;

import org.jspecify.annotations.NullMarked;
