package org.kepu.body;

import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * An organisation: an office, a school, a venue, a company, an association.
 *
 * @param region the division it belongs to
 * @param name its present name as the division writes it, e.g. 区科协
 */
public record Body(BodyId id, RegionCode region, String name, BodyKind kind) {}
