package org.kepu.ledger.evaluation;

import java.time.Instant;

/**
 * Something that happened.
 *
 * @param by who did it, as they are called today
 * @param act the key of what was done
 * @param words what was said with it; or empty
 */
public record Happened(Instant at, String by, String act, String words) {}
