package org.kepu.page;

import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Right;

/** Knows what the reader of a page may do somewhere, so that only doors are shown that open. */
public interface ReadersRights {

    /** Nothing for somebody who has not signed in. */
    Set<Right> of(@Nullable Principal reader);
}
