/** Second factors: codes of an app, passkeys, recovery codes. */
@NullMarked
package org.kepu.access.factor;

import org.jspecify.annotations.NullMarked;
