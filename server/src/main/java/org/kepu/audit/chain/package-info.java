/** How the trail is proven: the chain of hashes over its rows, the heads of it outside the database, and their check. */
@NullMarked
package org.kepu.audit.chain;

import org.jspecify.annotations.NullMarked;
