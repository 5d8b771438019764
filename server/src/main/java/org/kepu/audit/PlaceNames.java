package org.kepu.audit;

import java.util.Collection;
import java.util.Map;
import org.kepu.shared.RegionCode;

/** Tells how divisions are called; the trail keeps their codes. */
public interface PlaceNames {

    /** The names of those of the divisions that there are or were. */
    Map<RegionCode, String> named(Collection<RegionCode> codes);
}
