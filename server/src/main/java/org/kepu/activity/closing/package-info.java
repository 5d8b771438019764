/** Closing out (办结): what came of a session is told once, and counts at every level from that moment on. */
@NullMarked
package org.kepu.activity.closing;

import org.jspecify.annotations.NullMarked;
