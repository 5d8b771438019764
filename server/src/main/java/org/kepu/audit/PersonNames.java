package org.kepu.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Tells how the holders of accounts are called today. The trail keeps identities only: a name that was erased is gone
 * from it without a row being touched.
 */
public interface PersonNames {

    /** The names of those of the accounts that have one. */
    Map<UUID, String> of(Collection<UUID> accounts);
}
