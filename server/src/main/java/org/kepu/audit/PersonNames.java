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

    /** The name of one; empty if it has none any more. */
    default String of(UUID account) {
        return of(Set.of(account)).getOrDefault(account, "");
    }

    /**
     * The accounts that somebody may mean who types this: of those who work here by a part of a name or of that of the
     * account, citizens by the whole of their telephone number or mail address only.
     */
    Set<UUID> named(String typed);
}
