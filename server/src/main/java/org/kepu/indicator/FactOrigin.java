package org.kepu.indicator;

import java.util.Optional;
import org.kepu.shared.Scope;

/** Where the facts of a capability come from. Beans of this type open the source row of a fact. */
public interface FactOrigin {

    /** The name by which the capability tells its facts, as in {@link Source#name()}. */
    String source();

    /** The key of the name that people know it by, in the capability's bundle. */
    String messageKey();

    /**
     * Where the row of this id is shown; empty if there is no page of it within reach.
     *
     * @param scope of a reader of figures
     * @param id as in {@link Source#id()}
     */
    Optional<String> address(Scope scope, String id);
}
