/** Erasure of a person's data, step by step with a proof, and removal of what was kept long enough. */
@NullMarked
package org.kepu.privacy.erasure;

import org.jspecify.annotations.NullMarked;
