package org.kepu.access.session;

import java.util.UUID;
import org.kepu.shared.Actor;

/** Whoever is at the desk, and by which session. */
public interface SessionHolder {

    Actor actor();

    UUID session();
}
