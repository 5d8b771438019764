package org.kepu.access;

import java.util.UUID;

/** The open sessions of an account. */
public interface SessionsOf {

    /** Ends them all, wherever they were opened. */
    void end(UUID account);
}
