/** Sign-in by other providers, bound to accounts by their owners. */
@NullMarked
package org.kepu.access.oidc;

import org.jspecify.annotations.NullMarked;
