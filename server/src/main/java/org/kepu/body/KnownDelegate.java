package org.kepu.body;

import java.util.UUID;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/** A delegate on record, for a body in the leading group of a region. */
public record KnownDelegate(UUID id, RegionCode region, BodyId body, Delegate delegate) {

    KnownDelegate masked() {
        return new KnownDelegate(id, region, body, delegate.masked());
    }
}
