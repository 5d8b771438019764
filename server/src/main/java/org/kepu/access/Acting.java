package org.kepu.access;

import org.kepu.shared.Actor;

/** The principal of a request that is no person's session, such as that of a token. */
public interface Acting {

    /** Who acts in this request, and from where. */
    Actor actor();
}
