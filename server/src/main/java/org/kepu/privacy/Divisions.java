package org.kepu.privacy;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.kepu.shared.RegionCode;

/** What this module needs to know of the administrative tree, which lies above it. */
public interface Divisions {

    /** The division above all others: to it belongs what people ask who name none. */
    Optional<RegionCode> topmost();

    /** The names of those that there are or were. */
    Map<RegionCode, String> names(Collection<RegionCode> codes);
}
