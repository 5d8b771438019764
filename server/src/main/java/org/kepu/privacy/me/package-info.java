/** What people see of their own data, and do with it. */
@NullMarked
package org.kepu.privacy.me;

import org.jspecify.annotations.NullMarked;
