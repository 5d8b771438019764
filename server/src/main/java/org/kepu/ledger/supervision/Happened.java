package org.kepu.ledger.supervision;

import java.time.Instant;

/**
 * Something that happened to a note or a problem.
 *
 * @param act the key of what was done
 * @param by how whoever did it is called today; empty if they are gone
 */
public record Happened(Instant at, String act, String by, String words) {}
