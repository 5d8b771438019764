/** Sign-ins that hold, on any node: who, when, from where, and how they end. */
@NullMarked
package org.kepu.access.session;

import org.jspecify.annotations.NullMarked;
