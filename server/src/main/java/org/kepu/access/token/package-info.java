/** Other systems: their accounts and tokens, and how they come in by one. */
@NullMarked
@NamedInterface("token")
package org.kepu.access.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
