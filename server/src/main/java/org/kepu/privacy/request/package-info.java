/** What people ask about their data, and the desk that answers within the term. */
@NullMarked
package org.kepu.privacy.request;

import org.jspecify.annotations.NullMarked;
