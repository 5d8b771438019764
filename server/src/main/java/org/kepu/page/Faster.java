package org.kepu.page;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody who changed a thing while another was writing on it.
 *
 * @param who as they are called today; empty where they have no name any more
 */
public record Faster(String who, Instant at) implements Serializable {}
