package org.kepu.access.people;

import java.util.UUID;
import org.kepu.access.Role;

/** A role that somebody thinks fit, waiting for the security administrator. */
public record WishView(UUID id, Role role, String placeKey, String place, String by) {}
