package org.kepu.access.token;

import java.util.UUID;
import org.kepu.access.Acting;
import org.kepu.shared.Actor;

/** Another system that came in by a token. */
record CallingService(UUID token, Actor actor) implements Acting {}
