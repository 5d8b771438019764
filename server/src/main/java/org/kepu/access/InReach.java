package org.kepu.access;

/**
 * Which accounts a scope reaches, in SQL about {@code account}, with the parameters of the scope and {@code :now}. An
 * account is in reach where it is kept, and where it holds a role; one that is kept nowhere belongs to the topmost
 * division.
 */
public final class InReach {

    /** Whether the scope reaches the topmost division. */
    public static final String TOPMOST =
            " exists (select from unnest(:scopeRegions) as root where root like '__0000') ";

    /** The accounts in reach. */
    public static final String ACCOUNT = """
             (account.region in (select region.reach(:scopeRegions, :scopeDay))
             or account.region is null and""" + TOPMOST + """
             or exists (select from access.role_grant held
                        where held.holder = account.id and held.revoked_at is null
                          and (held.ends_at is null or held.ends_at > :now)
                          and held.within in (select region.reach(:scopeRegions, :scopeDay))))
            """;

    private InReach() {}
}
