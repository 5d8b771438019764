package org.kepu.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells how the holders of accounts are called today. The trail keeps identities only: a name that was erased is gone
 * from it without a row being touched.
 */
public interface PersonNames {

    /** The names of those of the accounts that have one. */
    Map<UUID, String> of(Collection<UUID> accounts);

    /** The accounts that somebody may mean who types this: a part of a name, or of that of the account. */
    Set<UUID> named(String typed);
}
