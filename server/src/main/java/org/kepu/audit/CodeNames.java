package org.kepu.audit;

import java.util.Collection;
import java.util.Map;

/** Tells what the trail keeps as a code the way people say it today. Each module knows its own codes. */
public interface CodeNames {

    /**
     * A value on the trail.
     *
     * @param of the key of the changed field that held it, or the kind of the object whose label it is
     */
    record Code(String of, String value) {}

    /** The names of those of the values that are codes of this module. */
    Map<Code, String> of(Collection<Code> codes);
}
