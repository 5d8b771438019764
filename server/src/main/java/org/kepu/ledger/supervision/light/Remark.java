package org.kepu.ledger.supervision.light;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody had to say of a light (说明). It changes nothing about it.
 *
 * @param light as it burned then
 * @param by how whoever said it is called today; empty if they are gone
 */
public record Remark(UUID task, Light light, String said, Instant at, String by) {

    public static final int LONGEST = 300;
}
