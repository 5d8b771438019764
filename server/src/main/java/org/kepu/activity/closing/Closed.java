package org.kepu.activity.closing;

import java.time.Instant;

/**
 * A session that is closed out.
 *
 * @param version one more with each correction
 */
public record Closed(int version, Closing closing, Instant at) {}
