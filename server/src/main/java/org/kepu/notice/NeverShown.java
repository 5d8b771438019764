package org.kepu.notice;

import java.util.UUID;

/** Knows whose links and codes nobody at the desk may read: they are delivered, or not seen at all. */
public interface NeverShown {

    /** Whether a secret message for this account stays unseen. */
    boolean to(UUID account);
}
